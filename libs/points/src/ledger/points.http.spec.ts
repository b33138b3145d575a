import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { newId } from '@siyu/kernel';
import { asMember, expectToMatchApi, holding } from '@siyu/platform/testing';
import { LedgerHouse } from '../testing/ledger-house';

const TILL = holding('points.read', 'points.write', 'points.adjust');

describe('points over HTTP', () => {
  let house: LedgerHouse;
  let customerId: string;

  beforeAll(async () => {
    house = await LedgerHouse.open();
  });
  afterAll(() => house.close());
  beforeEach(async () => {
    customerId = await house.customer();
  });

  const path = (rest = '') => `/api/v1/customers/${customerId}/points${rest}`;
  const post = (rest: string, body: object, headers: Record<string, string> = {}) =>
    request(house.test.server).post(path(rest)).set(TILL).set(headers).send(body);
  const get = (rest = '') => request(house.test.server).get(path(rest)).set(TILL);

  it('earns, spends and shows what is left and when it ends', async () => {
    const earned = await post('/earn', { points: 120, reason: 'Order 1001', reference: '1001' });
    expect(earned.status).toBe(201);
    expect(earned.body).toMatchObject({ seq: 1, kind: 'earn', points: 120, balanceAfter: 120, reference: '1001' });
    expectToMatchApi(house.test.app, earned, 'POST /customers/{customerId}/points/earn');
    expect((await post('/spend', { points: 20, reason: 'Mug' })).body).toMatchObject({
      points: -20,
      balanceAfter: 100,
    });
    const balance = await get();
    expectToMatchApi(house.test.app, balance, 'GET /customers/{customerId}/points');
    expect(balance.body).toMatchObject({
      balance: 100,
      spendable: 100,
      pending: 0,
      held: 0,
      debt: 0,
      expiring: [{ points: 100, expiresAt: '2027-12-31T16:00:00.000Z' }],
    });
  });

  it('refuses to spend more than there is', async () => {
    await post('/earn', { points: 10, reason: 'a' });
    const refused = await post('/spend', { points: 11, reason: 'b' });
    expect(refused.status).toBe(422);
    expect(refused.body).toMatchObject({ code: 'points.insufficient', extra: { asked: 11, spendable: 10 } });
    expect((await get('/entries')).body.items).toHaveLength(1);
  });

  it('gives the first answer again for the same key and body, and refuses another body', async () => {
    const key = { 'idempotency-key': newId() };
    const first = await post('/earn', { points: 10, reason: 'a' }, key);
    const again = await post('/earn', { points: 10, reason: 'a' }, key);
    expect([again.status, again.headers['idempotent-replay']]).toEqual([201, 'true']);
    expect(again.text).toBe(first.text);
    const other = await post('/earn', { points: 11, reason: 'a' }, key);
    expect(other.status).toBe(422);
    expect(other.body.code).toBe('idempotency.mismatch');
    expect((await get()).body.balance).toBe(10);
  });

  it('holds, captures a part and releases the rest', async () => {
    await post('/earn', { points: 100, reason: 'a' });
    const hold = await post('/holds', { points: 60, reason: 'Order 1002', reference: '1002' });
    expect(hold.status).toBe(201);
    const { holdId } = hold.body as { holdId: string };
    expect((await post(`/holds/${holdId}/capture`, { points: 50 })).body).toMatchObject({
      points: -50,
      reference: '1002',
    });
    expect((await post(`/holds/${holdId}/release`, {})).body).toMatchObject({ points: 0, heldPoints: -10 });
    expect((await post(`/holds/${holdId}/release`, {})).body).toMatchObject({ code: 'points.hold-over' });
    expect((await get('/holds')).body.items).toMatchObject([
      { holdId, status: 'captured', captured: 50, released: 10 },
    ]);
    expect((await post(`/holds/${newId()}/capture`, {})).status).toBe(404);
  });

  it('takes an entry back in parts, and shows it with its lots', async () => {
    await post('/earn', { points: 100, reason: 'a' });
    await post('/spend', { points: 40, reason: 'b' });
    expect((await post('/entries/2/reverse', { points: 15, reason: 'c' })).body).toMatchObject({
      points: 15,
      reversesSeq: 2,
    });
    const details = await get('/entries/2');
    expectToMatchApi(house.test.app, details, 'GET /customers/{customerId}/points/entries/{seq}');
    expect(details.body).toMatchObject({
      movements: [{ lotSeq: 1, points: -40 }],
      reversals: [{ seq: 3 }],
      reversible: 25,
      lot: null,
    });
    expect((await post('/entries/2/reverse', { points: 26, reason: 'c' })).body).toMatchObject({
      status: 422,
      code: 'points.reversed-already',
    });
    expect((await post('/entries/9/reverse', { reason: 'c' })).status).toBe(404);
    expect((await get('/entries/9')).status).toBe(404);
  });

  it('pages through the ledger, newest first', async () => {
    for (const points of [1, 2, 3, 4, 5]) await post('/earn', { points, reason: 'a' });
    const first = await get('/entries?limit=3');
    expectToMatchApi(house.test.app, first, 'GET /customers/{customerId}/points/entries');
    expect(first.body.items.map(({ seq }: { seq: number }) => seq)).toEqual([5, 4, 3]);
    const second = await get(`/entries?limit=3&cursor=${first.body.nextCursor}`);
    expect(second.body).toMatchObject({ items: [{ seq: 2 }, { seq: 1 }], nextCursor: null });
    expect((await get('/entries?kinds=spend')).body.items).toEqual([]);
    expect((await get('/entries?cursor=x')).status).toBe(400);
  });

  it.each([
    ['/earn', { points: 0, reason: 'a' }],
    ['/earn', { points: 1.5, reason: 'a' }],
    ['/earn', { points: '5', reason: 'a' }],
    ['/earn', { points: 5 }],
    ['/earn', { points: 5, reason: '' }],
    ['/earn', { points: 5, reason: 'a', expiresAt: 'tomorrow' }],
    ['/earn', { points: 5, reason: 'a', expiresAt: '2020-01-01T00:00:00Z' }],
    ['/earn', { points: 1e15, reason: 'a' }],
    ['/spend', { points: -5, reason: 'a' }],
    ['/adjust', { points: 0, reason: 'a' }],
    ['/holds', { points: 5, reason: 'a', expiresAt: '2020-01-01T00:00:00Z' }],
    ['/entries/0/reverse', { reason: 'a' }],
    ['/entries/x/reverse', { reason: 'a' }],
  ])('names what is wrong with %s %j', async (rest, body) => {
    const answer = await post(rest, body);
    expect(answer.status).toBe(400);
    expect(answer.body.errors.length).toBeGreaterThan(0);
  });

  it('knows no points of somebody who is no customer', async () => {
    customerId = newId();
    for (const answer of [await get(), await get('/entries'), await post('/earn', { points: 1, reason: 'a' })]) {
      expect([answer.status, answer.body.code]).toEqual([404, 'customers.not-found']);
    }
  });

  it('lets nobody in without the permission', async () => {
    const reader = request(house.test.server).post(path('/earn')).set(holding('points.read'));
    expect((await reader.send({ points: 1, reason: 'a' })).status).toBe(403);
  });

  it('books a batch, each operation with its own result', async () => {
    const [one, other] = await house.customers(2);
    const operation = (change: object) => ({
      kind: 'earn',
      customerId: one,
      points: 10,
      reason: 'a',
      key: newId(),
      ...change,
    });
    const repeated = operation({ customerId: other });
    const operations = [
      operation({}),
      operation({ kind: 'spend', points: 4 }),
      operation({ kind: 'spend', points: 7 }),
      operation({ kind: 'adjust', points: -1 }),
      operation({ customerId: newId() }),
      operation({ points: 0 }),
      'nonsense',
      repeated,
      repeated,
      { ...repeated, points: 11 },
      operation({ kind: 'adjust', points: 10_001 }),
    ];
    const answer = await request(house.test.server).post('/api/v1/points/batch').set(TILL).send({ operations });
    expectToMatchApi(house.test.app, answer, 'POST /points/batch');
    expect(answer.body).toMatchObject({
      booked: 4,
      replayed: 1,
      refused: 6,
      results: [
        { outcome: 'booked', seq: 1, balanceAfter: 10 },
        { outcome: 'booked', seq: 2, balanceAfter: 6 },
        { outcome: 'refused', code: 'points.insufficient' },
        { outcome: 'booked', seq: 3, balanceAfter: 5 },
        { outcome: 'refused', code: 'customers.not-found' },
        { outcome: 'refused', code: 'points.operation-invalid' },
        { outcome: 'refused', code: 'points.operation-invalid' },
        { outcome: 'booked', seq: 1, balanceAfter: 10 },
        { outcome: 'replayed', seq: 1, balanceAfter: 10 },
        { outcome: 'refused', code: 'idempotency.mismatch' },
        { outcome: 'refused', code: 'points.approval-needed' },
      ],
    });
    const again = await request(house.test.server).post('/api/v1/points/batch').set(TILL).send({ operations });
    expect(again.body).toMatchObject({ booked: 0, replayed: 5 });
    expect(await house.drift()).toEqual([]);
  });

  it('shows a member her own points, and nothing about who booked them', async () => {
    await post('/earn', { points: 100, reason: 'a' });
    await post('/spend', { points: 30, reason: 'b' });
    const me = (rest: string) => request(house.test.server).get(`/api/v1/me/points${rest}`).set(asMember(customerId));
    expect((await me('')).body).toMatchObject({ balance: 70 });
    const entries = await me('/entries');
    expectToMatchApi(house.test.app, entries, 'GET /me/points/entries');
    expect(entries.body.items).toHaveLength(2);
    expect(JSON.stringify(entries.body)).not.toMatch(/actor|staff|"key"/);
    expect((await me('/entries/2')).body).toMatchObject({ movements: [{ lotSeq: 1, points: -30 }] });
    expect((await me('/entries/3')).status).toBe(404);
    const stranger = request(house.test.server).get(path()).set(asMember(customerId));
    expect((await stranger).status).toBe(403);
  });
});
