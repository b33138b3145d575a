import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '@siyu/kernel';
import { affected, defineJob, Events, JobHandlers } from '@siyu/platform';
import { expectToMatchApi } from '@siyu/platform/testing';
import { LADDER_TEMPLATES } from './domain/templates';
import { ladderPublished, type LadderPublished } from './ladders.events';
import { termsHash } from './terms-hash';
import { LaddersHouse, NOON, withTier, type Json } from './testing/ladders-house';

describe('versions of tier ladders', () => {
  const heard: LadderPublished[] = [];
  let house: LaddersHouse;

  beforeAll(async () => {
    house = await LaddersHouse.open();
    const hear = defineJob<LadderPublished>('test.hear-publications');
    house.app.get(JobHandlers).register(hear, async (published) => void heard.push(published));
    house.app.get(Events).subscribe(ladderPublished, hear);
  });
  beforeEach(() => house.clear());
  afterAll(() => house.close());

  it('come into force by themselves when their time comes, and the later publication wins a moment', async () => {
    const ladder = await house.make();
    await house.publish(ladder);
    await house.publish(ladder);
    expect((await house.ladders('get', `/${ladder.id}`)).body.inForce.version).toBe(2);
    await house.publish(ladder, { effectiveFrom: '2026-11-23T00:00:00+08:00' });
    house.now = '2026-11-22T15:59:59Z';
    expect((await house.ladders('get', `/${ladder.id}`)).body.inForce.version).toBe(2);
    house.now = '2026-11-22T16:00:00Z';
    const list = await house.ladders('get', '').expect(200);
    expectToMatchApi(house.app, list, 'GET /tier-ladders');
    expect(list.body.items[0]).toMatchObject({ inForce: { version: 3 }, scheduled: [] });
  });

  it('give way to each other: only one ladder of the house is in force', async () => {
    const [spending, growth] = [await house.make(), await house.make({ template: 'growth' })];
    await house.publish(spending);
    const merged = withTier({ terms: withTier(growth, 1, { replaces: ['silver'] }) }, 2, { replaces: ['gold'] });
    await house.publish((await house.save(growth, merged).expect(200)).body);
    const { body } = await house.ladders('get', '').expect(200);
    expect(body.items.map(({ id, inForce }: Json) => [id, inForce !== null])).toEqual([
      [growth.id, true],
      [spending.id, false],
    ]);
    expect((await house.call('get', '/tiers')).body.ladder).toMatchObject({ id: growth.id, version: 1 });
  });

  it('see each other when two ladders are published at once: the second has to name the tiers of the first', async () => {
    const both = [await house.make(), await house.make({ template: 'growth' })];
    const answers = await house.meeting(
      'lock table tiers_versions in exclusive mode',
      both.map(
        ({ id }) =>
          () =>
            house.ladders('post', `/${id}/publish`, { revision: 1 }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422]);
    expect(answers.find(({ status }) => status === 422)!.body.extra.findings).toMatchObject([
      { code: 'tier-abandoned' },
      { code: 'tier-abandoned' },
    ]);
  });

  it('number versions without a gap when several publish at once', async () => {
    const ladder = await house.make();
    const published = await Promise.all([1, 2, 3, 4].map(() => house.publish(ladder)));
    expect(published.map(({ version }) => version).sort()).toEqual([1, 2, 3, 4]);
    expect((await house.ladders('get', `/${ladder.id}`)).body.inForce.version).toBe(4);
  });

  it('are not published while they cannot work', async () => {
    const ladder = await house.make();
    const spend = [{ measure: 'spend', window: { kind: 'rolling', months: 12 }, atLeast: 100_000 }];
    const flat = withTier(ladder, 2, { enter: { match: 'all', criteria: spend }, keep: null });
    const saved = (
      await house
        .save(ladder, withTier({ terms: flat }, 1, { enter: { match: 'all', criteria: spend }, keep: null }))
        .expect(200)
    ).body;
    const refused = await house.ladders('post', `/${ladder.id}/publish`, { revision: saved.revision }).expect(422);
    expect(refused.body).toMatchObject({
      code: 'tiers.ladder-unsound',
      errors: [{ pointer: '/terms/tiers/2/enter/criteria/0/atLeast' }],
      extra: { findings: [{ code: 'threshold-not-rising', tierKey: 'gold', detail: { atLeast: 100_000 } }] },
    });
    const empty = await house.ladders('get', `/${ladder.id}/versions`).expect(200);
    expect(empty.body.items).toEqual([]);
  });

  it('do not lose the members of a tier that is gone, neither forward nor back', async () => {
    const ladder = await house.make();
    await house.publish(ladder);
    const without = { ...ladder.terms, tiers: ladder.terms.tiers.slice(0, 2) };
    const saved = (await house.save(ladder, without).expect(200)).body;
    const refused = await house.ladders('post', `/${ladder.id}/publish`, { revision: saved.revision }).expect(422);
    expect(refused.body.extra.findings).toMatchObject([{ code: 'tier-abandoned', tierKey: 'gold' }]);
    const named = (await house.save(saved, withTier(saved, 1, { replaces: ['gold'] })).expect(200)).body;
    await house.publish(named);
    const platinum = { ...ladder.terms.tiers[2], key: 'platinum', name: '铂金', colour: '#112233' };
    const enter = {
      match: 'any',
      criteria: [{ measure: 'spend', window: { kind: 'rolling', months: 12 }, atLeast: 900_000 }],
    };
    const more = { ...ladder.terms, tiers: [...ladder.terms.tiers, { ...platinum, enter, keep: null }] };
    await house.publish((await house.save(named, more).expect(200)).body);
    const { body } = await house.ladders('post', `/${ladder.id}/rollback`, { version: 1 }).expect(201);
    expect(body.terms.tiers.map(({ key, replaces }: Json) => [key, replaces])).toEqual([
      ['regular', []],
      ['silver', []],
      ['gold', ['platinum']],
    ]);
  });

  it('fit what they follow when their time comes, not what is in force when they are published', async () => {
    const ladder = await house.make();
    await house.publish(ladder);
    const diamond = { ...ladder.terms.tiers[2], key: 'diamond', name: '钻石', colour: '#112233', keep: null };
    const criteria = [{ measure: 'spend', window: { kind: 'rolling', months: 12 }, atLeast: 900_000 }];
    const four = [...ladder.terms.tiers, { ...diamond, enter: { match: 'any', criteria } }];
    const saved = (await house.save(ladder, { ...ladder.terms, tiers: four }).expect(200)).body;
    await house.publish(saved, { effectiveFrom: '2027-01-01' });
    const back = (await house.save(saved, ladder.terms).expect(200)).body;
    const after = { revision: back.revision, effectiveFrom: '2027-02-01' };
    const refused = await house.ladders('post', `/${ladder.id}/publish`, after).expect(422);
    expect(refused.body.extra.findings).toMatchObject([{ code: 'tier-abandoned', tierKey: 'diamond' }]);
    const before = await house.publish(back, { effectiveFrom: '2026-12-01' });
    expect(before).toMatchObject({ version: 3, state: 'scheduled' });

    const renamed = {
      ...ladder.terms,
      tiers: [
        ...ladder.terms.tiers.slice(0, 2),
        { ...diamond, key: 'onyx', enter: ladder.terms.tiers[2].enter, replaces: ['gold', 'diamond'] },
      ],
    };
    const onyx = (await house.save(back, renamed).expect(200)).body;
    const between = await house.ladders('post', `/${ladder.id}/publish`, { revision: onyx.revision }).expect(422);
    expect(between.body).toMatchObject({ code: 'tiers.successor-unfit', extra: { version: 3, tiers: ['onyx'] } });
    expect((await house.ladders('get', `/${ladder.id}`)).body).toMatchObject({
      latestVersion: 3,
      inForce: { version: 1 },
    });
    await house.publish(onyx, { effectiveFrom: '2027-03-01' });
  });

  it('tell whoever listens, in the transaction of their publication', async () => {
    const ladder = await house.make();
    await house.publish(ladder, { effectiveFrom: '2027-01-01' });
    await house.ladders('post', `/${ladder.id}/publish`, { revision: 7 }).expect(409);
    await house.test.runJobs();
    expect(heard.filter(({ ladderId }) => ladderId === ladder.id)).toEqual([
      { ladderId: ladder.id, version: 1, effectiveFrom: '2026-12-31T16:00:00.000Z' },
    ]);
  });

  it('name the simulation of these very terms, once it is done', async () => {
    const ladder = await house.make();
    const simulate = async (status: string, hash: string) => {
      const id = newId();
      await affected(
        house.em,
        `insert into tiers_simulations (simulation_id, ladder_id, status, terms, terms_hash, as_of, requested_at, done_customers)
         values ($1, $2, $3, $4, $5, now(), now(), 0)`,
        [id, ladder.id, status, JSON.stringify(ladder.terms), hash],
      );
      return id;
    };
    const hash = termsHash(LADDER_TEMPLATES[0]!.terms);
    const reasonFor = async (simulationId: string) =>
      (await house.ladders('post', `/${ladder.id}/publish`, { revision: 1, simulationId }).expect(422)).body.extra
        .reason;
    expect(await reasonFor(newId())).toBe('unknown');
    expect(await reasonFor(await simulate('running', hash))).toBe('unfinished');
    expect(await reasonFor(await simulate('done', 'other'))).toBe('other-terms');
    const simulationId = await simulate('done', hash);
    expect(await house.publish(ladder, { simulationId })).toMatchObject({ version: 1, simulationId });
  });

  it('begin now or later, on a day of the house or at a time with its zone', async () => {
    const ladder = await house.make();
    // The first version of all may begin in the past, by which nobody stands yet; but not in another age.
    const first = await house.make();
    const tooEarly = { revision: 1, effectiveFrom: '2021-11-21' };
    expect((await house.ladders('post', `/${first.id}/publish`, tooEarly).expect(400)).body.code).toBe(
      'tiers.effective-in-past',
    );
    expect((await house.publish(first, { effectiveFrom: '2025-01-01' })).effectiveFrom).toBe(
      '2024-12-31T16:00:00.000Z',
    );
    const refusal = async (effectiveFrom: string) =>
      (await house.ladders('post', `/${ladder.id}/publish`, { revision: 1, effectiveFrom }).expect(400)).body;
    expect(await refusal('2026-11-21')).toMatchObject({
      code: 'tiers.effective-in-past',
      errors: [{ pointer: '/effectiveFrom' }],
    });
    expect((await refusal('2026-11-22T03:59:59Z')).code).toBe('tiers.effective-in-past');
    expect((await refusal('2027-02-30')).code).toBe('tiers.effective-unclear');
    expect((await refusal('2027/01/01 8:00')).code).toBe('tiers.effective-unclear');
    expect((await house.publish(ladder, { effectiveFrom: '2026-11-22' })).effectiveFrom).toBe(NOON.toISOString());
    expect((await house.ladders('post', `/${ladder.id}/versions/1/withdraw`).expect(422)).body.code).toBe(
      'tiers.version-begun',
    );
    expect((await house.ladders('post', `/${ladder.id}/rollback`, { version: 1 }).expect(422)).body.code).toBe(
      'tiers.version-in-force',
    );
    await house.ladders('post', `/${ladder.id}/rollback`, { version: 9 }).expect(404);
  });
});
