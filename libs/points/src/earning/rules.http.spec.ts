import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { row } from '@siyu/platform';
import { expectToMatchApi, holding } from '@siyu/platform/testing';
import { EarningFacts } from './facts.registry';
import { EarningHouse, PER_YUAN } from './testing/earning-house';

describe('earning rules through HTTP', () => {
  let house: EarningHouse;
  const manager = holding('points.read', 'points.manage');
  const call = (method: 'get' | 'post' | 'patch', path: string, body?: object, who = manager) => {
    const sent = request(house.test.server)[method](`/api/v1/points/rules${path}`).set(who);
    return body ? sent.send(body) : sent;
  };
  const make = async (changes: object = {}) => (await call('post', '', { ...PER_YUAN, ...changes }).expect(201)).body;
  const faults = async (changes: object) => {
    const { body } = await call('post', '', { ...PER_YUAN, ...changes }).expect(400);
    return (body.errors as { pointer: string }[]).map(({ pointer }) => pointer);
  };

  beforeAll(async () => {
    house = await EarningHouse.open();
  });
  afterAll(() => house.close());

  it('are made as drafts, and come back as they were sent', async () => {
    const sent = {
      name: '生日月双倍',
      trigger: { kind: 'order' },
      base: { kind: 'per-amount', points: 1, perCents: 100, of: 'lines', currency: 'CNY' },
      conditions: [
        { kind: 'channel', in: ['mini'] },
        { kind: 'weekdays', weekdays: [6, 7] },
        { kind: 'hours', from: '09:00', to: '21:00' },
        { kind: 'dates', from: '2026-11-01', to: null },
        { kind: 'fact', name: 'tier', in: ['gold'] },
      ],
      excluded: { categories: ['礼品卡'], skus: [] },
      multipliers: [{ name: '生日', factor: '2', when: [{ kind: 'birthday-month' }], group: 'best' }],
      caps: { perOrder: 1000, perDay: null, perMonth: 5000, perCustomer: null },
      bestOf: 'spring',
    };
    const answer = await call('post', '', {
      ...sent,
      budgetPoints: 100_000,
      validTo: '2027-01-01T00:00:00+08:00',
    }).expect(201);
    expectToMatchApi(house.test.app, answer, 'POST /points/rules');
    expect(answer.body).toMatchObject({ ...sent, status: 'draft', version: 1, budgetPoints: 100_000, spentPoints: 0 });
    const read = await call('get', `/${answer.body.id}`).expect(200);
    expectToMatchApi(house.test.app, read, 'GET /points/rules/{id}');
    expect(read.body).toEqual(answer.body);
    const again = Object.fromEntries(Object.keys(sent).map((name) => [name, read.body[name]]));
    expect((await call('post', '', again).expect(201)).body).toMatchObject(sent);
  });

  it('change by versions, and what is left out stays', async () => {
    const { id } = await make({ caps: { perDay: 100 } });
    const answer = await call('patch', `/${id}`, { base: { kind: 'fixed', points: 7 }, expectedVersion: 1 }).expect(
      200,
    );
    expectToMatchApi(house.test.app, answer, 'PATCH /points/rules/{id}');
    expect(answer.body).toMatchObject({
      version: 2,
      name: '消费积分',
      base: { kind: 'fixed', points: 7 },
      caps: { perDay: 100 },
    });
    const lost = await call('patch', `/${id}`, { name: 'late', expectedVersion: 1 }).expect(409);
    expect(lost.body).toMatchObject({ code: 'points.rule-changed', extra: { version: 2 } });
    expect((await call('patch', `/${id}`, { trigger: { kind: 'birthday' } }).expect(400)).body.code).toBe(
      'points.rule-invalid',
    );
    const versions = await call('get', `/${id}/versions`).expect(200);
    expectToMatchApi(house.test.app, versions, 'GET /points/rules/{id}/versions');
    expect(versions.body.items.map((each: { version: number }) => each.version)).toEqual([2, 1]);
    const audited = await row(
      house.em,
      `select before->'content'->'base'->>'kind' as was, after->'content'->'base'->>'kind' as "is"
       from platform_audit_entries where action = 'points.change-rule' and subject_id = $1`,
      [id],
    );
    expect(audited).toEqual({ was: 'per-amount', is: 'fixed' });
  });

  it('are activated, paused and closed for good', async () => {
    const { id } = await make();
    const act = (verb: string) => call('post', `/${id}/${verb}`);
    expect((await act('pause').expect(422)).body).toMatchObject({
      code: 'points.rule-status',
      extra: { status: 'draft' },
    });
    const answer = await act('activate').expect(200);
    expectToMatchApi(house.test.app, answer, 'POST /points/rules/{id}/activate');
    expect(answer.body.status).toBe('active');
    expect((await act('activate').expect(200)).body.status).toBe('active');
    expect((await act('pause').expect(200)).body.status).toBe('paused');
    expect((await act('close').expect(200)).body).toMatchObject({ status: 'closed', closedBecause: 'staff' });
    expect((await act('activate').expect(422)).body.code).toBe('points.rule-status');
    expect((await call('patch', `/${id}`, { name: 'x' }).expect(422)).body.code).toBe('points.rule-closed');
  });

  it('are listed newest first, by trigger and status', async () => {
    const made = await make({ trigger: { kind: 'birthday' }, base: { kind: 'fixed', points: 88 } });
    const list = await call('get', '?trigger=birthday&status=draft').expect(200);
    expectToMatchApi(house.test.app, list, 'GET /points/rules');
    expect(list.body.items.map((each: { id: string }) => each.id)).toEqual([made.id]);
    const first = await call('get', '?limit=1').expect(200);
    expect(first.body.items[0].id).toBe(made.id);
    const second = await call('get', `?limit=1&cursor=${first.body.nextCursor}`).expect(200);
    expect(second.body.items[0].id < made.id).toBe(true);
  });

  it('name every field that is wrong', async () => {
    expect(await faults({ base: { kind: 'per-amount', points: 1 } })).toEqual(['/base/perCents']);
    expect(await faults({ base: { kind: 'fixed', points: 1, perCents: 100 } })).toEqual(['/base/perCents']);
    expect(await faults({ base: { kind: 'ladder', ladder: [1, 2] } })).toEqual(['/base/kind']);
    expect(await faults({ trigger: { kind: 'birthday' } })).toEqual(['/base/kind']);
    expect(await faults({ trigger: { kind: 'event' }, base: { kind: 'fixed', points: 1 } })).toEqual(['/trigger/type']);
    expect(await faults({ conditions: [{ kind: 'channel' }, { kind: 'weekdays', weekdays: [0] }] })).toEqual([
      '/conditions/0/in',
      '/conditions/1/weekdays',
    ]);
    expect(await faults({ conditions: [{ kind: 'hours', from: '9:00', to: '24:00' }] })).toEqual([
      '/conditions/0/from',
      '/conditions/0/to',
    ]);
    expect(await faults({ conditions: [{ kind: 'property', name: 'a', in: ['b'] }] })).toEqual(['/conditions/0/kind']);
    expect(await faults({ multipliers: [{ name: 'x', factor: '1,5' }] })).toEqual(['/multipliers/0/factor']);
    expect(await faults({ multipliers: [{ name: 'x', factor: '1.00001' }] })).toEqual(['/multipliers/0/factor']);
    expect(
      await faults({ trigger: { kind: 'profile-completed', fields: ['shoe'] }, base: { kind: 'fixed', points: 1 } }),
    ).toEqual(['/trigger/fields']);
    expect(await faults({ validFrom: '2026-02-01T00:00:00Z', validTo: '2026-02-01T00:00:00Z' })).toEqual(['/validTo']);
    expect(await faults({ caps: { perDay: 0 } })).toEqual(['/caps/perDay']);
    expect(await faults({ price: 1 })).toEqual(['/price']);
  });

  it('are seen and changed only by who may', async () => {
    const reader = holding('points.read');
    const { id } = await make();
    await call('get', '', undefined, reader).expect(200);
    await call('post', '', PER_YUAN, reader).expect(403);
    await call('patch', `/${id}`, { name: 'x' }, reader).expect(403);
    await call('post', `/${id}/activate`, undefined, reader).expect(403);
    await call('get', '/0198c0de-0000-7000-8000-000000000009').expect(404);
    await call('get', '/nothing').expect(400);
  });

  describe('tried out', () => {
    const order = {
      totalCents: 19_990,
      channel: 'mini',
      items: [{ sku: 'A', category: '茶', unitPriceCents: 19_990 }],
    };
    const tryOut = async (body: object) => {
      const answer = await call('post', '/try', body).expect(200);
      expectToMatchApi(house.test.app, answer, 'POST /points/rules/try');
      return answer.body as {
        points: number;
        rules: { name: string; points: number; ruleId: string | null; why: { code: string } | null }[];
      };
    };

    it('say what each would give, and why one gives nothing', async () => {
      const ruleId = await house.rule({ name: '一元一分' });
      await house.rule({ name: '门店', conditions: [{ kind: 'channel', in: ['pos'] }] });
      await house.rule({ name: '金卡', conditions: [{ kind: 'fact', name: 'tier', in: ['gold'] }] });
      const rule = { ...PER_YUAN, name: '试算', multipliers: [{ name: '周年', factor: '1.5' }] };
      const answer = await tryOut({ order, rule });
      expect(answer).toMatchObject({ points: 199 + 299, waits: false, expiresAt: '2027-12-31T16:00:00.000Z' });
      expect(answer.rules.map(({ name, points, why }) => [name, points, why?.code ?? null])).toEqual([
        ['一元一分', 199, null],
        ['门店', 0, 'channel'],
        ['金卡', 0, 'fact-unknown'],
        ['试算', 299, null],
      ]);
      expect(answer.rules.map((each) => each.ruleId)).toMatchObject([
        ruleId,
        expect.any(String),
        expect.any(String),
        null,
      ]);
      expect(await row(house.em, 'select from points_entries')).toBeNull();
      const replacing = await tryOut({ order, rule, insteadOf: ruleId });
      expect(replacing.points).toBe(299);
      expect(replacing.rules.map(({ name }) => name)).toEqual(['门店', '金卡', '试算']);
    });

    it('know what other libs tell of the customer, and what she has used up', async () => {
      const customerId = await house.order('TRY', { totalCents: 90_000, items: [] });
      house.test.app.get(EarningFacts).register({
        name: 'tier',
        valuesOf: async (ids) => new Map(ids.map((id) => [id, id === customerId ? ['gold'] : []])),
      });
      const rule = { ...PER_YUAN, name: '上限', caps: { perCustomer: 50 } };
      const hers = await tryOut({ order, customerId, rule });
      expect(hers.rules.map(({ name, points }) => [name, points])).toEqual([
        ['一元一分', 199],
        ['门店', 0],
        ['金卡', 199],
        ['上限', 50],
      ]);
      const [capped] = hers.rules;
      await call('patch', `/${capped!.ruleId}`, { caps: { perCustomer: 1000 } }).expect(200);
      expect((await tryOut({ order, customerId })).rules[0]!.points).toBe(100);
      expect((await tryOut({ order })).rules[2]!.why?.code).toBe('fact');
    });

    it('want one thing that happens', async () => {
      expect((await call('post', '/try', {}).expect(400)).body.code).toBe('points.trial-unclear');
      expect((await call('post', '/try', { order, streak: 3 }).expect(400)).body.code).toBe('points.trial-unclear');
      expect((await tryOut({ event: { type: 'review' } })).points).toBe(0);
      expect((await tryOut({ birthday: true })).rules.every(({ why }) => why !== null)).toBe(true);
      await call('post', '/try', { order, customerId: '0198c0de-0000-7000-8000-000000000009' }).expect(404);
    });
  });
});
