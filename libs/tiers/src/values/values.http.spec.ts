import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { newId } from '@siyu/kernel';
import { asMember, expectToMatchApi, holding } from '@siyu/platform/testing';
import { PER_YUAN, ValueHouse } from './testing/value-house';

const manager = holding('tiers.read', 'tiers.manage', 'tiers.write');

describe('values through HTTP', () => {
  let house: ValueHouse;
  const call = (method: 'get' | 'post' | 'put', path: string, body?: object, who = manager) => {
    const sent = request(house.test.server)[method](`/api/v1${path}`).set(who);
    return body ? sent.send(body) : sent;
  };

  beforeAll(async () => {
    house = await ValueHouse.open();
  });
  afterAll(() => house.close());

  it('begin without rules, and offer some to begin with', async () => {
    const answer = await call('get', '/values/growth/rules').expect(200);
    expectToMatchApi(house.test.app, answer, 'GET /values/{ledger}/rules');
    expect(answer.body).toMatchObject({ version: 0, rules: [] });
    const template = await call('get', '/values/value-score/rules/template').expect(200);
    expectToMatchApi(house.test.app, template, 'GET /values/{ledger}/rules/template');
    await call('get', '/values/points/rules').expect(400);
  });

  it('count history when the first rules say so, and say how far that is', async () => {
    const id = await house.order('H1', { placedAt: new Date('2024-02-29T23:59:00+08:00') });
    expect(await house.balance(id)).toBe(0);
    const change = { rules: [PER_YUAN], fromHistory: true, note: '开业', expectedVersion: 0 };
    const answer = await call('put', '/values/growth/rules', change).expect(200);
    expectToMatchApi(house.test.app, answer, 'PUT /values/{ledger}/rules');
    const again = await call('post', '/values/growth/settle').expect(409);
    expect(again.body.code).toBe('tiers.value-settling');
    await house.test.runJobs();
    expect(await house.entries(id)).toEqual([[120, '2024-02-29']]);
    const settlement = await call('get', '/values/growth/settlement').expect(200);
    expectToMatchApi(house.test.app, settlement, 'GET /values/{ledger}/settlement');
    expect(settlement.body).toMatchObject({ status: 'done', bookedEntries: 1, bookedAmount: 120 });
    const asked = await call('post', '/values/growth/settle').expect(202);
    expectToMatchApi(house.test.app, asked, 'POST /values/{ledger}/settle');
    await house.test.runJobs();
    expect((await call('get', '/values/growth/settlement')).body.bookedEntries).toBe(0);
    expect((await call('get', '/values/value-score/settlement').expect(404)).body.code).toBe(
      'tiers.value-settlement-unknown',
    );
  });

  it('have rules that change by versions and decide about their own time', async () => {
    const past = { rules: [PER_YUAN], validFrom: '2020-01-01T00:00:00+08:00' };
    const refused = await call('put', '/values/growth/rules', past).expect(400);
    expect(refused.body).toMatchObject({ code: 'tiers.value-rules-invalid', errors: [{ pointer: '/validFrom' }] });
    await call('put', '/values/growth/rules', { rules: [{ ...PER_YUAN, value: 2 }], expectedVersion: 1 }).expect(200);
    const late = await call('put', '/values/growth/rules', { rules: [], expectedVersion: 1 }).expect(409);
    expect(late.body).toMatchObject({ code: 'tiers.value-rules-changed', extra: { version: 2 } });
    const versions = await call('get', '/values/growth/rules/versions?limit=1').expect(200);
    expectToMatchApi(house.test.app, versions, 'GET /values/{ledger}/rules/versions');
    const { items, nextCursor } = versions.body;
    expect(items[0].version).toBe(2);
    const next = await call('get', `/values/growth/rules/versions?limit=1&cursor=${nextCursor}`).expect(200);
    expect(next.body).toMatchObject({ items: [{ version: 1 }], nextCursor: null });
    const before = await house.order('V1', { placedAt: new Date('2026-11-22T11:59:59+08:00') });
    const after = await house.order('V2', { placedAt: new Date('2026-11-22T12:00:00+08:00') });
    expect([await house.balance(before), await house.balance(after)]).toEqual([120, 240]);
  });

  it('tell what a behaviour would give and why', async () => {
    const share = { key: 'share', name: '分享', on: { kind: 'event', type: 'share' }, value: 5, caps: { perDay: 3 } };
    const rest = { ...share, key: 'rest', isActive: false };
    const trial = { event: { type: 'share', source: 'mini' }, rules: [PER_YUAN, share, rest] };
    const answer = await call('post', '/values/growth/rules/try', trial).expect(200);
    expectToMatchApi(house.test.app, answer, 'POST /values/{ledger}/rules/try');
    expect(answer.body.amount).toBe(3);
    expect(answer.body.rules.map(({ reason }: { reason: string }) => reason)).toEqual(['other', 'capped', 'inactive']);
    const order = await call('post', '/values/growth/rules/try', { order: { netCents: 12_050 } }).expect(200);
    expect(order.body).toMatchObject({ amount: 241, rules: [{ ruleKey: 'purchase', version: 2, reason: 'counts' }] });
    expect((await call('post', '/values/growth/rules/try', {}).expect(400)).body.code).toBe(
      'tiers.value-trial-unclear',
    );
  });

  it('are corrected by hand once per key, and reversed whole or in part', async () => {
    const id = await house.customer();
    const path = `/customers/${id}/values/growth/entries`;
    const book = (key: string, body: object) => call('post', path, body).set('idempotency-key', key);
    const made = await book('k1', { amount: 100, reason: '线下活动' }).expect(201);
    expectToMatchApi(house.test.app, made, 'POST /customers/{customerId}/values/{ledger}/entries');
    const replay = await book('k1', { amount: 100, reason: '线下活动' }).expect(201);
    expect(replay.headers['idempotent-replay']).toBe('true');
    expect(replay.body).toEqual(made.body);
    expect((await book('k1', { amount: 90, reason: '线下活动' }).expect(409)).body.code).toBe('tiers.value-key-reused');
    expect((await book('k2', { amount: 0, reason: 'x' }).expect(400)).body.errors[0].pointer).toBe('/amount');
    const reverse = (body: object) => call('post', `${path}/${encodeURIComponent(made.body.key)}/reverse`, body);
    const part = await reverse({ amount: 30, reason: '录错' }).expect(201);
    expectToMatchApi(house.test.app, part, 'POST /customers/{customerId}/values/{ledger}/entries/{key}/reverse');
    expect(part.body).toMatchObject({ amount: -30, balanceAfter: 70, occurredAt: made.body.occurredAt });
    const beyond = await reverse({ amount: 71, reason: '录错' }).expect(422);
    expect(beyond.body).toMatchObject({ code: 'tiers.value-not-reversible', extra: { left: 70 } });
    await reverse({ reason: '录错' }).expect(201);
    await reverse({ reason: '录错' }).expect(422);
    expect((await call('post', `${path}/none/reverse`, { reason: 'x' }).expect(404)).body.code).toBe(
      'tiers.value-entry-unknown',
    );
    const page = await call('get', `${path}?limit=2`).expect(200);
    expectToMatchApi(house.test.app, page, 'GET /customers/{customerId}/values/{ledger}/entries');
    expect(page.body.items.map(({ amount }: { amount: number }) => amount)).toEqual([-70, -30]);
    const rest = await call('get', `${path}?limit=2&cursor=${page.body.nextCursor}`).expect(200);
    expect(rest.body.items.map(({ amount }: { amount: number }) => amount)).toEqual([100]);
  });

  it('show both balances and twelve months, and to a member her growth alone', async () => {
    const id = await house.order('S1', { placedAt: new Date('2026-10-31T23:59:00+08:00') });
    const answer = await call('get', `/customers/${id}/values`).expect(200);
    expectToMatchApi(house.test.app, answer, 'GET /customers/{customerId}/values');
    const { growth, valueScore } = answer.body;
    expect([growth.balance, valueScore.balance]).toEqual([120, 0]);
    expect(growth.months).toHaveLength(12);
    expect(growth.months.slice(-2)).toEqual([
      { month: '2026-10', amount: 120 },
      { month: '2026-11', amount: 0 },
    ]);
    const mine = await call('get', '/me/growth', undefined, asMember(id)).expect(200);
    expectToMatchApi(house.test.app, mine, 'GET /me/growth');
    expect(mine.body).toEqual(growth);
    await call('post', `/customers/${id}/values/growth/entries`, { amount: 1, reason: '内部备注' }).expect(201);
    const entries = await call('get', '/me/growth/entries', undefined, asMember(id)).expect(200);
    expectToMatchApi(house.test.app, entries, 'GET /me/growth/entries');
    expect(JSON.stringify(entries.body)).not.toContain('内部备注');
    await call('get', `/customers/${newId()}/values`).expect(404);
  });

  it('are columns of the list of customers and lines of the timeline', async () => {
    const id = await house.order('L1', { totalCents: 900_000 });
    const who = holding('customers.read', 'tiers.read');
    const query = 'facets=values&filter=values.growth:gte:9000&sort=-values.growth';
    const list = await call('get', `/customers?${query}`, undefined, who).expect(200);
    expect(list.body.items).toMatchObject([{ id, facets: { values: { growth: 9000, valueScore: 0 } } }]);
    const timeline = await call('get', `/customers/${id}/timeline?kinds=growth`, undefined, who).expect(200);
    expect(timeline.body.items[0]).toMatchObject({ kind: 'growth', data: { amount: 9000, ruleKey: 'purchase' } });
  });

  it('are proved part by part', async () => {
    const answer = await call('post', '/values/verify', { ledger: 'growth', customers: 2 }).expect(200);
    expectToMatchApi(house.test.app, answer, 'POST /values/verify');
    expect(answer.body).toMatchObject({ customers: 2, drift: [] });
    const rest = { ledger: 'growth', cursor: answer.body.nextCursor };
    expect((await call('post', '/values/verify', rest).expect(200)).body).toMatchObject({
      drift: [],
      nextCursor: null,
    });
    await house.test.asOwner(`update tiers_value_accounts set balance = balance + 1 where balance > 8000`);
    await house.test.asOwner(
      `update tiers_value_entries set amount = amount + 7, balance_after = balance_after + 7 where seq = 1 and amount = 120`,
    );
    const { body } = await call('post', '/values/verify', { ledger: 'growth' }).expect(200);
    const checks = new Set(body.drift.map(({ check }: { check: string }) => check));
    expect(checks).toEqual(new Set(['balance', 'overcounted', 'running-balance']));
  });

  it('ask for the permission that they need', async () => {
    const reader = holding('tiers.read');
    await call('put', '/values/growth/rules', { rules: [] }, reader).expect(403);
    await call('post', '/values/growth/settle', undefined, reader).expect(403);
    await call('post', `/customers/${newId()}/values/growth/entries`, { amount: 1, reason: 'x' }, reader).expect(403);
    await call('get', '/values/growth/rules', undefined, holding('points.read')).expect(403);
  });
});
