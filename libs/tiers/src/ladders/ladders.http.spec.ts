import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { newId } from '@siyu/kernel';
import { affected, defineJob, Events, JobHandlers, row } from '@siyu/platform';
import { createTestApp, expectToMatchApi, holding, type TestApp } from '@siyu/platform/testing';
import { ladderPublished, type LadderPublished } from './ladders.events';
import { LaddersModule } from './ladders.module';
import { termsHash } from './terms-hash';
import { LADDER_TEMPLATES } from './domain/templates';

type Json = Record<string, any>; // eslint-disable-line @typescript-eslint/no-explicit-any

const NOON = new Date('2026-11-22T04:00:00Z');

describe('tier ladders through HTTP', () => {
  const clock = { now: NOON };
  const heard: LadderPublished[] = [];
  let test: TestApp;
  const manager = holding('tiers.read', 'tiers.manage');

  const call = (method: 'get' | 'post' | 'put' | 'delete', path: string, body?: object, who = manager) => {
    const sent = request(test.server)[method](`/api/v1${path}`).set(who);
    return body ? sent.send(body) : sent;
  };
  const ladders = (method: 'get' | 'post' | 'put' | 'delete', path: string, body?: object) =>
    call(method, `/tier-ladders${path}`, body);
  const make = async (body: object = { template: 'spending' }): Promise<Json> =>
    (await ladders('post', '', { name: '会员', ...body }).expect(201)).body;
  const publish = async ({ id, revision }: Json, wish: object = {}): Promise<Json> =>
    (await ladders('post', `/${id}/publish`, { revision, ...wish }).expect(201)).body;
  const save = ({ id, name, revision }: Json, terms: object) => ladders('put', `/${id}`, { name, revision, terms });
  const withTier = ({ terms }: Json, rank: number, change: object): Json => ({
    ...terms,
    tiers: terms.tiers.map((tier: object, at: number) => (at === rank ? { ...tier, ...change } : tier)),
  });

  beforeAll(async () => {
    test = await createTestApp({ imports: [LaddersModule], clock: { now: () => clock.now } });
    const hear = defineJob<LadderPublished>('test.hear-publications');
    test.app.get(JobHandlers).register(hear, async (published) => void heard.push(published));
    test.app.get(Events).subscribe(ladderPublished, hear);
  });
  beforeEach(async () => {
    clock.now = NOON;
    await test.asOwner('truncate tiers_versions, tiers_ladders, tiers_simulations, tiers_members');
  });
  afterAll(() => test.close());

  it('live: made from a template, changed, checked, published, taken back and rolled back', async () => {
    const templates = await ladders('get', '/templates').expect(200);
    expectToMatchApi(test.app, templates, 'GET /tier-ladders/templates');
    expect(templates.body.items.map(({ key }: Json) => key)).toEqual(['spending', 'growth']);

    const created = await ladders('post', '', { name: '会员', template: 'spending' }).expect(201);
    expectToMatchApi(test.app, created, 'POST /tier-ladders');
    expect(created.body).toMatchObject({
      revision: 1,
      inForce: null,
      scheduled: [],
      latestVersion: null,
      hasChanges: true,
    });
    expect(created.body.terms).toEqual(templates.body.items[0].terms);
    const { id } = created.body;

    const first = await ladders('post', `/${id}/publish`, { revision: 1, note: '开张' }).expect(201);
    expectToMatchApi(test.app, first, 'POST /tier-ladders/{id}/publish');
    expect(first.body).toMatchObject({
      version: 1,
      state: 'in-force',
      note: '开张',
      effectiveFrom: NOON.toISOString(),
    });

    const changed = withTier(created.body, 2, { name: '黑金' });
    const saved = await ladders('put', `/${id}`, { name: '会员', revision: 1, terms: changed }).expect(200);
    expectToMatchApi(test.app, saved, 'PUT /tier-ladders/{id}');
    expect(saved.body).toMatchObject({ revision: 2, hasChanges: true, inForce: { version: 1 } });
    const checked = await ladders('post', '/check', { terms: changed }).expect(200);
    expectToMatchApi(test.app, checked, 'POST /tier-ladders/check');
    expect(checked.body.errors).toEqual([]);
    expect(checked.body.findings.map(({ severity }: Json) => severity)).not.toContain('error');

    const later = await publish(saved.body, { effectiveFrom: '2027-01-01' });
    expect(later).toMatchObject({ version: 2, state: 'scheduled', effectiveFrom: '2026-12-31T16:00:00.000Z' });
    const read = await ladders('get', `/${id}`).expect(200);
    expectToMatchApi(test.app, read, 'GET /tier-ladders/{id}');
    expect(read.body).toMatchObject({ hasChanges: false, latestVersion: 2, scheduled: [{ version: 2 }] });

    const withdrawn = await ladders('post', `/${id}/versions/2/withdraw`).expect(200);
    expectToMatchApi(test.app, withdrawn, 'POST /tier-ladders/{id}/versions/{version}/withdraw');
    expect(withdrawn.body.state).toBe('withdrawn');
    expect((await ladders('post', `/${id}/versions/2/withdraw`).expect(200)).body).toEqual(withdrawn.body);
    clock.now = new Date('2027-02-01T00:00:00Z');
    expect((await ladders('get', `/${id}`)).body).toMatchObject({ inForce: { version: 1 }, scheduled: [] });

    expect(await publish(saved.body)).toMatchObject({ version: 3, state: 'in-force' });
    const restored = await ladders('post', `/${id}/rollback`, { version: 1, note: '退回' }).expect(201);
    expectToMatchApi(test.app, restored, 'POST /tier-ladders/{id}/rollback');
    expect(restored.body).toMatchObject({ version: 4, restoresVersion: 1, state: 'in-force', note: '退回' });
    expect(restored.body.terms).toEqual(created.body.terms);

    const versions = await ladders('get', `/${id}/versions`).expect(200);
    expectToMatchApi(test.app, versions, 'GET /tier-ladders/{id}/versions');
    expect(versions.body.items.map(({ version, state }: Json) => [version, state])).toEqual([
      [4, 'in-force'],
      [3, 'past'],
      [2, 'withdrawn'],
      [1, 'past'],
    ]);
    const one = await ladders('get', `/${id}/versions/3`).expect(200);
    expectToMatchApi(test.app, one, 'GET /tier-ladders/{id}/versions/{version}');
    expect(one.body.terms.tiers[2].name).toBe('黑金');
    const acts = await row<{ acts: string[] }>(
      test.database.em,
      `select array_agg(action order by entry_id) as acts from platform_audit_entries where subject_id = $1`,
      [id],
    );
    expect(acts!.acts).toEqual(
      ['create-ladder', 'publish-version', 'change-ladder', 'publish-version', 'withdraw-version', 'publish-version']
        .concat('roll-back-version')
        .map((act) => `tiers.${act}`),
    );
  });

  it('come into force by themselves when their time comes, and the later publication wins a moment', async () => {
    const ladder = await make();
    await publish(ladder);
    await publish(ladder);
    expect((await ladders('get', `/${ladder.id}`)).body.inForce.version).toBe(2);
    await publish(ladder, { effectiveFrom: '2026-11-23T00:00:00+08:00' });
    clock.now = new Date('2026-11-22T15:59:59Z');
    expect((await ladders('get', `/${ladder.id}`)).body.inForce.version).toBe(2);
    clock.now = new Date('2026-11-22T16:00:00Z');
    const list = await ladders('get', '').expect(200);
    expectToMatchApi(test.app, list, 'GET /tier-ladders');
    expect(list.body.items[0]).toMatchObject({ inForce: { version: 3 }, scheduled: [] });
  });

  it('give way to each other: only one ladder of the house is in force', async () => {
    const [spending, growth] = [await make(), await make({ template: 'growth' })];
    await publish(spending);
    const merged = withTier({ terms: withTier(growth, 1, { replaces: ['silver'] }) }, 2, { replaces: ['gold'] });
    await publish((await save(growth, merged).expect(200)).body);
    const { body } = await ladders('get', '').expect(200);
    expect(body.items.map(({ id, inForce }: Json) => [id, inForce !== null])).toEqual([
      [growth.id, true],
      [spending.id, false],
    ]);
    expect((await call('get', '/tiers')).body.ladder).toMatchObject({ id: growth.id, version: 1 });
  });

  it('let the first of two editors win, whoever saves at the same time', async () => {
    const ladder = await make();
    const answers = await Promise.all(
      ['甲', '乙', '丙', '丁'].map((name) => save(ladder, withTier(ladder, 1, { name }))),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    const lost = answers.find(({ status }) => status === 409)!;
    expect(lost.body).toMatchObject({ code: 'tiers.draft-changed', extra: { revision: 2 } });
    const winner = answers.find(({ status }) => status === 200)!;
    expect((await ladders('get', `/${ladder.id}`)).body.terms).toEqual(winner.body.terms);
    const late = await ladders('post', `/${ladder.id}/publish`, { revision: 1 }).expect(409);
    expect(late.body.code).toBe('tiers.draft-changed');
  });

  it('number versions without a gap when several publish at once', async () => {
    const ladder = await make();
    const published = await Promise.all([1, 2, 3, 4].map(() => publish(ladder)));
    expect(published.map(({ version }) => version).sort()).toEqual([1, 2, 3, 4]);
    expect((await ladders('get', `/${ladder.id}`)).body.inForce.version).toBe(4);
  });

  it('name every field that is wrong', async () => {
    const ladder = await make();
    const shape = await save(ladder, withTier(ladder, 1, { colour: 'red', name: '' })).expect(400);
    expect(shape.body.code).toBe('request.invalid');
    expect(shape.body.errors.map(({ pointer }: Json) => pointer)).toEqual([
      '/terms/tiers/1/name',
      '/terms/tiers/1/colour',
    ]);
    const wrong = { ...withTier(ladder, 1, { key: 'regular', enter: null }), rises: { at: 'once', period: 'month' } };
    const refused = await save(ladder, wrong).expect(400);
    expect(refused.body.code).toBe('tiers.ladder-invalid');
    expect(refused.body.errors.map(({ pointer }: Json) => pointer)).toEqual([
      '/terms/tiers/1/enter',
      '/terms/rises/period',
      '/terms/tiers/1/key',
    ]);
    const checked = await ladders('post', '/check', { terms: wrong }).expect(200);
    expect(checked.body).toEqual({ errors: refused.body.errors, findings: [] });
    const half = await ladders('post', '/check', { terms: { tiers: [{}] } }).expect(200);
    expect(half.body.errors.map(({ pointer }: Json) => pointer)).toContain('/terms/tiers/0/key');
    expect((await ladders('get', `/${ladder.id}`)).body.revision).toBe(1);
  });

  it('are not published while they cannot work', async () => {
    const ladder = await make();
    const spend = [{ measure: 'spend', window: { kind: 'rolling', months: 12 }, atLeast: 100_000 }];
    const flat = withTier(ladder, 2, { enter: { match: 'all', criteria: spend }, keep: null });
    const saved = (
      await save(ladder, withTier({ terms: flat }, 1, { enter: { match: 'all', criteria: spend }, keep: null })).expect(
        200,
      )
    ).body;
    const refused = await ladders('post', `/${ladder.id}/publish`, { revision: saved.revision }).expect(422);
    expect(refused.body).toMatchObject({
      code: 'tiers.ladder-unsound',
      errors: [{ pointer: '/terms/tiers/2/enter/criteria/0/atLeast' }],
      extra: { findings: [{ code: 'threshold-not-rising', tierKey: 'gold', detail: { atLeast: 100_000 } }] },
    });
    const empty = await ladders('get', `/${ladder.id}/versions`).expect(200);
    expect(empty.body.items).toEqual([]);
  });

  it('do not lose the members of a tier that is gone, neither forward nor back', async () => {
    const ladder = await make();
    await publish(ladder);
    const without = { ...ladder.terms, tiers: ladder.terms.tiers.slice(0, 2) };
    const saved = (await save(ladder, without).expect(200)).body;
    const refused = await ladders('post', `/${ladder.id}/publish`, { revision: saved.revision }).expect(422);
    expect(refused.body.extra.findings).toMatchObject([{ code: 'tier-abandoned', tierKey: 'gold' }]);
    const named = (await save(saved, withTier(saved, 1, { replaces: ['gold'] })).expect(200)).body;
    await publish(named);
    const platinum = { ...ladder.terms.tiers[2], key: 'platinum', name: '铂金', colour: '#112233' };
    const enter = {
      match: 'any',
      criteria: [{ measure: 'spend', window: { kind: 'rolling', months: 12 }, atLeast: 900_000 }],
    };
    const more = { ...ladder.terms, tiers: [...ladder.terms.tiers, { ...platinum, enter, keep: null }] };
    await publish((await save(named, more).expect(200)).body);
    const { body } = await ladders('post', `/${ladder.id}/rollback`, { version: 1 }).expect(201);
    expect(body.terms.tiers.map(({ key, replaces }: Json) => [key, replaces])).toEqual([
      ['regular', []],
      ['silver', []],
      ['gold', ['platinum']],
    ]);
  });

  it('fit what they follow when their time comes, not what is in force when they are published', async () => {
    const ladder = await make();
    await publish(ladder);
    const diamond = { ...ladder.terms.tiers[2], key: 'diamond', name: '钻石', colour: '#112233', keep: null };
    const criteria = [{ measure: 'spend', window: { kind: 'rolling', months: 12 }, atLeast: 900_000 }];
    const four = [...ladder.terms.tiers, { ...diamond, enter: { match: 'any', criteria } }];
    const saved = (await save(ladder, { ...ladder.terms, tiers: four }).expect(200)).body;
    await publish(saved, { effectiveFrom: '2027-01-01' });
    const back = (await save(saved, ladder.terms).expect(200)).body;
    const after = { revision: back.revision, effectiveFrom: '2027-02-01' };
    const refused = await ladders('post', `/${ladder.id}/publish`, after).expect(422);
    expect(refused.body.extra.findings).toMatchObject([{ code: 'tier-abandoned', tierKey: 'diamond' }]);
    const before = await publish(back, { effectiveFrom: '2026-12-01' });
    expect(before).toMatchObject({ version: 3, state: 'scheduled' });

    const renamed = {
      ...ladder.terms,
      tiers: [
        ...ladder.terms.tiers.slice(0, 2),
        { ...diamond, key: 'onyx', enter: ladder.terms.tiers[2].enter, replaces: ['gold', 'diamond'] },
      ],
    };
    const onyx = (await save(back, renamed).expect(200)).body;
    const between = await ladders('post', `/${ladder.id}/publish`, { revision: onyx.revision }).expect(422);
    expect(between.body).toMatchObject({ code: 'tiers.successor-unfit', extra: { version: 3, tiers: ['onyx'] } });
    expect((await ladders('get', `/${ladder.id}`)).body).toMatchObject({ latestVersion: 3, inForce: { version: 1 } });
    await publish(onyx, { effectiveFrom: '2027-03-01' });
  });

  it('tell whoever listens, in the transaction of their publication', async () => {
    const ladder = await make();
    await publish(ladder, { effectiveFrom: '2027-01-01' });
    await ladders('post', `/${ladder.id}/publish`, { revision: 7 }).expect(409);
    await test.runJobs();
    expect(heard.filter(({ ladderId }) => ladderId === ladder.id)).toEqual([
      { ladderId: ladder.id, version: 1, effectiveFrom: '2026-12-31T16:00:00.000Z' },
    ]);
  });

  it('know whether anything gives growth value', async () => {
    const { terms } = await make({ template: 'growth' });
    const isMissing = async () => {
      const { body } = await ladders('post', '/check', { terms }).expect(200);
      return body.findings.some(({ code }: Json) => code === 'growth-without-rules');
    };
    expect(await isMissing()).toBe(true);
    const write = (version: number, isActive: boolean, validFrom: string) =>
      affected(
        test.database.em,
        `insert into tiers_value_programmes (ledger, version, rules, valid_from, created_at)
         values ('growth', $1, $2, $3, now())`,
        [version, JSON.stringify([{ isActive, value: 1 }]), validFrom],
      );
    await write(1, true, '2026-01-01');
    expect(await isMissing()).toBe(false);
    await write(2, false, '2026-12-01');
    expect(await isMissing()).toBe(false);
    await write(3, false, '2026-11-01');
    expect(await isMissing()).toBe(true);
  });

  it('name the simulation of these very terms, once it is done', async () => {
    const ladder = await make();
    const simulate = async (status: string, hash: string) => {
      const id = newId();
      await affected(
        test.database.em,
        `insert into tiers_simulations (simulation_id, ladder_id, status, terms, terms_hash, as_of, requested_at, done_customers)
         values ($1, $2, $3, $4, $5, now(), now(), 0)`,
        [id, ladder.id, status, JSON.stringify(ladder.terms), hash],
      );
      return id;
    };
    const hash = termsHash(LADDER_TEMPLATES[0]!.terms);
    const reasonFor = async (simulationId: string) =>
      (await ladders('post', `/${ladder.id}/publish`, { revision: 1, simulationId }).expect(422)).body.extra.reason;
    expect(await reasonFor(newId())).toBe('unknown');
    expect(await reasonFor(await simulate('running', hash))).toBe('unfinished');
    expect(await reasonFor(await simulate('done', 'other'))).toBe('other-terms');
    const simulationId = await simulate('done', hash);
    expect(await publish(ladder, { simulationId })).toMatchObject({ version: 1, simulationId });
  });

  it('begin now or later, on a day of the house or at a time with its zone', async () => {
    const ladder = await make();
    const refusal = async (effectiveFrom: string) =>
      (await ladders('post', `/${ladder.id}/publish`, { revision: 1, effectiveFrom }).expect(400)).body;
    expect(await refusal('2026-11-21')).toMatchObject({
      code: 'tiers.effective-in-past',
      errors: [{ pointer: '/effectiveFrom' }],
    });
    expect((await refusal('2026-11-22T03:59:59Z')).code).toBe('tiers.effective-in-past');
    expect((await refusal('2027-02-30')).code).toBe('tiers.effective-unclear');
    expect((await refusal('2027/01/01 8:00')).code).toBe('tiers.effective-unclear');
    expect((await publish(ladder, { effectiveFrom: '2026-11-22' })).effectiveFrom).toBe(NOON.toISOString());
    expect((await ladders('post', `/${ladder.id}/versions/1/withdraw`).expect(422)).body.code).toBe(
      'tiers.version-begun',
    );
    expect((await ladders('post', `/${ladder.id}/rollback`, { version: 1 }).expect(422)).body.code).toBe(
      'tiers.version-in-force',
    );
    await ladders('post', `/${ladder.id}/rollback`, { version: 9 }).expect(404);
  });

  it('are copied, draft or version, and archived unless they count', async () => {
    const ladder = await make();
    await publish(ladder);
    await save(ladder, withTier(ladder, 1, { name: '白银卡' })).expect(200);
    const names = ({ terms }: Json) => terms.tiers.map(({ name }: Json) => name);
    const copy = await make({ copyOf: { ladderId: ladder.id } });
    expect(names(copy)).toEqual(['普通', '白银卡', '金卡']);
    expect(names(await make({ copyOf: { ladderId: ladder.id, version: 1 } }))).toEqual(['普通', '银卡', '金卡']);
    await ladders('post', '', { name: '会员', copyOf: { ladderId: ladder.id, version: 2 } }).expect(404);
    const unclear = { name: '会员', template: 'growth', copyOf: { ladderId: ladder.id } };
    expect((await ladders('post', '', unclear).expect(400)).body.code).toBe('tiers.ladder-source-unclear');
    expect((await ladders('post', '', { name: '会员', template: 'x' }).expect(400)).body.code).toBe(
      'tiers.template-unknown',
    );

    expect((await ladders('delete', `/${ladder.id}`).expect(422)).body.code).toBe('tiers.ladder-in-use');
    await ladders('delete', `/${copy.id}`).expect(204);
    await ladders('delete', `/${copy.id}`).expect(204);
    expect((await save(copy, copy.terms).expect(422)).body.code).toBe('tiers.ladder-archived');
    const ids = async (query: string) => (await ladders('get', query)).body.items.map(({ id }: Json) => id);
    expect(await ids('?archived=true')).toEqual([copy.id]);
    expect(await ids('')).not.toContain(copy.id);
  });

  it('tell how many stand in which tier, the lowest being everybody else', async () => {
    expect((await call('get', '/tiers').expect(200)).body).toMatchObject({ ladder: null, tiers: [] });
    await publish(await make());
    const stand = async (tierKey: string, count: number) => {
      const ids = Array.from({ length: count }, () => newId());
      await affected(
        test.database.em,
        `insert into customers (customer_id, display_name, attributes, source, created_at, updated_at)
         select id, '', '{}', 'test', now(), now() from unnest($1::uuid[]) as t (id)`,
        [ids],
      );
      await affected(
        test.database.em,
        `insert into tiers_members (customer_id, tier_key, since, own_key, ladder_id, version, own_since, in_grace, move_no)
         select id, $2, now(), $2, id, 1, now(), false, 1 from unnest($1::uuid[]) as t (id) where $2 <> ''`,
        [ids, tierKey],
      );
    };
    for (const [tierKey, count] of [
      ['', 4],
      ['regular', 1],
      ['silver', 3],
      ['gold', 2],
      ['gone', 1],
    ] as const)
      await stand(tierKey, count);
    const answer = await call('get', '/tiers').expect(200);
    expectToMatchApi(test.app, answer, 'GET /tiers');
    expect(answer.body.tiers.map(({ key, rank, customers }: Json) => [key, rank, customers])).toEqual([
      ['regular', 0, 6],
      ['silver', 1, 3],
      ['gold', 2, 2],
    ]);
    expect(answer.body).toMatchObject({ totalCustomers: 11, computedAt: NOON.toISOString() });
  });

  it('are seen and changed only by who may', async () => {
    const ladder = await make();
    const reader = holding('tiers.read');
    for (const path of ['/tiers', '/tier-ladders', '/tier-ladders/templates', `/tier-ladders/${ladder.id}/versions`]) {
      await call('get', path, undefined, reader).expect(200);
      await call('get', path, undefined, holding('tiers.manage')).expect(403);
    }
    await call('post', '/tier-ladders/check', { terms: ladder.terms }, reader).expect(200);
    await call('post', '/tier-ladders', { name: 'x', template: 'growth' }, reader).expect(403);
    await call('put', `/tier-ladders/${ladder.id}`, { name: 'x', revision: 1, terms: ladder.terms }, reader).expect(
      403,
    );
    await call('delete', `/tier-ladders/${ladder.id}`, undefined, reader).expect(403);
    await call('post', `/tier-ladders/${ladder.id}/publish`, { revision: 1 }, reader).expect(403);
    await call('post', `/tier-ladders/${ladder.id}/rollback`, { version: 1 }, reader).expect(403);
    await call('post', `/tier-ladders/${ladder.id}/versions/1/withdraw`, undefined, reader).expect(403);
    await ladders('get', `/${newId()}`).expect(404);
    await ladders('get', `/${newId()}/versions`).expect(404);
    await ladders('get', `/${ladder.id}/versions/1`).expect(404);
    await ladders('get', '/nothing').expect(400);
  });
});
