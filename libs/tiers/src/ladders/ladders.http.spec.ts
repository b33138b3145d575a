import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '@siyu/kernel';
import { affected, row } from '@siyu/platform';
import { expectToMatchApi, holding } from '@siyu/platform/testing';
import { LaddersHouse, NOON, withTier, type Json } from './testing/ladders-house';

describe('tier ladders through HTTP', () => {
  let house: LaddersHouse;

  beforeAll(async () => {
    house = await LaddersHouse.open();
  });
  beforeEach(() => house.clear());
  afterAll(() => house.close());

  it('live: made from a template, changed, checked, published, taken back and rolled back', async () => {
    const templates = await house.ladders('get', '/templates').expect(200);
    expectToMatchApi(house.app, templates, 'GET /tier-ladders/templates');
    expect(templates.body.items.map(({ key }: Json) => key)).toEqual(['spending', 'growth']);

    const created = await house.ladders('post', '', { name: '会员', template: 'spending' }).expect(201);
    expectToMatchApi(house.app, created, 'POST /tier-ladders');
    expect(created.body).toMatchObject({
      revision: 1,
      inForce: null,
      scheduled: [],
      latestVersion: null,
      hasChanges: true,
    });
    expect(created.body.terms).toEqual(templates.body.items[0].terms);
    const { id } = created.body;

    const first = await house.ladders('post', `/${id}/publish`, { revision: 1, note: '开张' }).expect(201);
    expectToMatchApi(house.app, first, 'POST /tier-ladders/{id}/publish');
    expect(first.body).toMatchObject({
      version: 1,
      state: 'in-force',
      note: '开张',
      effectiveFrom: NOON.toISOString(),
    });

    const changed = withTier(created.body, 2, { name: '黑金' });
    const saved = await house.ladders('put', `/${id}`, { name: '会员', revision: 1, terms: changed }).expect(200);
    expectToMatchApi(house.app, saved, 'PUT /tier-ladders/{id}');
    expect(saved.body).toMatchObject({ revision: 2, hasChanges: true, inForce: { version: 1 } });
    const checked = await house.ladders('post', '/check', { terms: changed }).expect(200);
    expectToMatchApi(house.app, checked, 'POST /tier-ladders/check');
    expect(checked.body.errors).toEqual([]);
    expect(checked.body.findings.map(({ severity }: Json) => severity)).not.toContain('error');

    const later = await house.publish(saved.body, { effectiveFrom: '2027-01-01' });
    expect(later).toMatchObject({ version: 2, state: 'scheduled', effectiveFrom: '2026-12-31T16:00:00.000Z' });
    const read = await house.ladders('get', `/${id}`).expect(200);
    expectToMatchApi(house.app, read, 'GET /tier-ladders/{id}');
    expect(read.body).toMatchObject({ hasChanges: false, latestVersion: 2, scheduled: [{ version: 2 }] });

    const withdrawn = await house.ladders('post', `/${id}/versions/2/withdraw`).expect(200);
    expectToMatchApi(house.app, withdrawn, 'POST /tier-ladders/{id}/versions/{version}/withdraw');
    expect(withdrawn.body.state).toBe('withdrawn');
    expect((await house.ladders('post', `/${id}/versions/2/withdraw`).expect(200)).body).toEqual(withdrawn.body);
    house.now = '2027-02-01T00:00:00Z';
    expect((await house.ladders('get', `/${id}`)).body).toMatchObject({ inForce: { version: 1 }, scheduled: [] });

    expect(await house.publish(saved.body)).toMatchObject({ version: 3, state: 'in-force' });
    const restored = await house.ladders('post', `/${id}/rollback`, { version: 1, note: '退回' }).expect(201);
    expectToMatchApi(house.app, restored, 'POST /tier-ladders/{id}/rollback');
    expect(restored.body).toMatchObject({ version: 4, restoresVersion: 1, state: 'in-force', note: '退回' });
    expect(restored.body.terms).toEqual(created.body.terms);

    const versions = await house.ladders('get', `/${id}/versions`).expect(200);
    expectToMatchApi(house.app, versions, 'GET /tier-ladders/{id}/versions');
    expect(versions.body.items.map(({ version, state }: Json) => [version, state])).toEqual([
      [4, 'in-force'],
      [3, 'past'],
      [2, 'withdrawn'],
      [1, 'past'],
    ]);
    const one = await house.ladders('get', `/${id}/versions/3`).expect(200);
    expectToMatchApi(house.app, one, 'GET /tier-ladders/{id}/versions/{version}');
    expect(one.body.terms.tiers[2].name).toBe('黑金');
    const acts = await row<{ acts: string[] }>(
      house.em,
      `select array_agg(action order by entry_id) as acts from platform_audit_entries where subject_id = $1`,
      [id],
    );
    expect(acts!.acts).toEqual(
      ['create-ladder', 'publish-version', 'change-ladder', 'publish-version', 'withdraw-version', 'publish-version']
        .concat('roll-back-version')
        .map((act) => `tiers.${act}`),
    );
  });

  it('let the first of two editors win, whoever saves at the same time', async () => {
    const ladder = await house.make();
    const answers = await house.meeting(
      'select from tiers_ladders for update',
      ['甲', '乙', '丙', '丁'].map((name) => () => house.save(ladder, withTier(ladder, 1, { name }))),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    const lost = answers.find(({ status }) => status === 409)!;
    expect(lost.body).toMatchObject({ code: 'tiers.draft-changed', extra: { revision: 2 } });
    const winner = answers.find(({ status }) => status === 200)!;
    expect((await house.ladders('get', `/${ladder.id}`)).body.terms).toEqual(winner.body.terms);
    const late = await house.ladders('post', `/${ladder.id}/publish`, { revision: 1 }).expect(409);
    expect(late.body.code).toBe('tiers.draft-changed');
  });

  it('name every field that is wrong', async () => {
    const ladder = await house.make();
    const shape = await house.save(ladder, withTier(ladder, 1, { colour: 'red', name: '' })).expect(400);
    expect(shape.body.code).toBe('request.invalid');
    expect(shape.body.errors.map(({ pointer }: Json) => pointer)).toEqual([
      '/terms/tiers/1/name',
      '/terms/tiers/1/colour',
    ]);
    const wrong = { ...withTier(ladder, 1, { key: 'regular', enter: null }), rises: { at: 'once', period: 'month' } };
    const refused = await house.save(ladder, wrong).expect(400);
    expect(refused.body.code).toBe('tiers.ladder-invalid');
    expect(refused.body.errors.map(({ pointer }: Json) => pointer)).toEqual([
      '/terms/tiers/1/enter',
      '/terms/rises/period',
      '/terms/tiers/1/key',
    ]);
    const checked = await house.ladders('post', '/check', { terms: wrong }).expect(200);
    expect(checked.body).toEqual({ errors: refused.body.errors, findings: [] });
    const half = await house.ladders('post', '/check', { terms: { tiers: [{}] } }).expect(200);
    expect(half.body.errors.map(({ pointer }: Json) => pointer)).toContain('/terms/tiers/0/key');
    expect((await house.ladders('get', `/${ladder.id}`)).body.revision).toBe(1);
  });

  it('know whether anything gives growth value', async () => {
    const { terms } = await house.make({ template: 'growth' });
    const isMissing = async () => {
      const { body } = await house.ladders('post', '/check', { terms }).expect(200);
      return body.findings.some(({ code }: Json) => code === 'growth-without-rules');
    };
    expect(await isMissing()).toBe(true);
    const write = (version: number, isActive: boolean, validFrom: string) =>
      affected(
        house.em,
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

  it('are copied, draft or version, and archived unless they count', async () => {
    const ladder = await house.make();
    await house.publish(ladder);
    await house.save(ladder, withTier(ladder, 1, { name: '白银卡' })).expect(200);
    const names = ({ terms }: Json) => terms.tiers.map(({ name }: Json) => name);
    const copy = await house.make({ copyOf: { ladderId: ladder.id } });
    expect(names(copy)).toEqual(['普通', '白银卡', '金卡']);
    expect(names(await house.make({ copyOf: { ladderId: ladder.id, version: 1 } }))).toEqual(['普通', '银卡', '金卡']);
    await house.ladders('post', '', { name: '会员', copyOf: { ladderId: ladder.id, version: 2 } }).expect(404);
    const unclear = { name: '会员', template: 'growth', copyOf: { ladderId: ladder.id } };
    expect((await house.ladders('post', '', unclear).expect(400)).body.code).toBe('tiers.ladder-source-unclear');
    expect((await house.ladders('post', '', { name: '会员', template: 'x' }).expect(400)).body.code).toBe(
      'tiers.template-unknown',
    );

    expect((await house.ladders('delete', `/${ladder.id}`).expect(422)).body.code).toBe('tiers.ladder-in-use');
    await house.ladders('delete', `/${copy.id}`).expect(204);
    await house.ladders('delete', `/${copy.id}`).expect(204);
    expect((await house.save(copy, copy.terms).expect(422)).body.code).toBe('tiers.ladder-archived');
    const ids = async (query: string) => (await house.ladders('get', query)).body.items.map(({ id }: Json) => id);
    expect(await ids('?archived=true')).toEqual([copy.id]);
    expect(await ids('')).not.toContain(copy.id);
  });

  it('tell how many stand in which tier, the lowest being everybody else', async () => {
    expect((await house.call('get', '/tiers').expect(200)).body).toMatchObject({ ladder: null, tiers: [] });
    await house.publish(await house.make());
    const stand = async (tierKey: string, count: number) => {
      const ids = Array.from({ length: count }, () => newId());
      await affected(
        house.em,
        `insert into customers (customer_id, display_name, attributes, source, created_at, updated_at)
         select id, '', '{}', 'test', now(), now() from unnest($1::uuid[]) as t (id)`,
        [ids],
      );
      await affected(
        house.em,
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
    const answer = await house.call('get', '/tiers').expect(200);
    expectToMatchApi(house.app, answer, 'GET /tiers');
    expect(answer.body.tiers.map(({ key, rank, customers }: Json) => [key, rank, customers])).toEqual([
      ['regular', 0, 6],
      ['silver', 1, 3],
      ['gold', 2, 2],
    ]);
    expect(answer.body).toMatchObject({ totalCustomers: 11, computedAt: NOON.toISOString() });
  });

  it('are seen and changed only by who may', async () => {
    const ladder = await house.make();
    const reader = holding('tiers.read');
    for (const path of ['/tiers', '/tier-ladders', '/tier-ladders/templates', `/tier-ladders/${ladder.id}/versions`]) {
      await house.call('get', path, undefined, reader).expect(200);
      await house.call('get', path, undefined, holding('tiers.manage')).expect(403);
    }
    await house.call('post', '/tier-ladders/check', { terms: ladder.terms }, reader).expect(200);
    await house.call('post', '/tier-ladders', { name: 'x', template: 'growth' }, reader).expect(403);
    await house
      .call('put', `/tier-ladders/${ladder.id}`, { name: 'x', revision: 1, terms: ladder.terms }, reader)
      .expect(403);
    await house.call('delete', `/tier-ladders/${ladder.id}`, undefined, reader).expect(403);
    await house.call('post', `/tier-ladders/${ladder.id}/publish`, { revision: 1 }, reader).expect(403);
    await house.call('post', `/tier-ladders/${ladder.id}/rollback`, { version: 1 }, reader).expect(403);
    await house.call('post', `/tier-ladders/${ladder.id}/versions/1/withdraw`, undefined, reader).expect(403);
    await house.ladders('get', `/${newId()}`).expect(404);
    await house.ladders('get', `/${newId()}/versions`).expect(404);
    await house.ladders('get', `/${ladder.id}/versions/1`).expect(404);
    await house.ladders('get', '/nothing').expect(400);
  });
});
