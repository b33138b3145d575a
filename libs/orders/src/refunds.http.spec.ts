import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { createTestApp, expectToMatchApi, holding, type TestApp } from '@siyu/platform/testing';
import { OrdersModule } from './orders.module';
import { sampleOrder as order } from './testing/samples';
import { tableCounts } from './testing/table-counts';

const ROUTE = 'POST /orders/{source}/{externalId}/refunds';

describe('refunds through HTTP', () => {
  let test: TestApp;
  const writer = holding('orders.write');
  const reader = holding('orders.read', 'customers.read');

  const send = (...orders: unknown[]) =>
    request(test.server).post('/api/v1/orders/batch').set(writer).send({ orders }).expect(200);
  const refund = (changes: Record<string, unknown> = {}) => ({
    externalId: 'R1',
    refundedAt: '2026-03-05T00:00:00Z',
    amountCents: 2000,
    ...changes,
  });
  const give = (externalId: string, body: object) =>
    request(test.server).post(`/api/v1/orders/shop/${externalId}/refunds`).set(writer).send(body);
  const get = (path: string) => request(test.server).get(`/api/v1${path}`).set(reader);
  const find = async (externalId: string) => (await get(`/orders/shop/${externalId}`).expect(200)).body;
  const figuresOf = async (externalId: string) =>
    (await get(`/customers/${(await find(externalId)).customerId}/figures`).expect(200)).body;

  beforeAll(async () => {
    test = await createTestApp({ imports: [OrdersModule] });
  });
  afterAll(() => test.close());

  it('lower what the customer spent as soon as they are recorded', async () => {
    await send(order('A1'));
    const answer = await give('A1', refund({ items: [{ sku: 'CUP-1', quantity: 1, amountCents: 2000 }] }));
    expectToMatchApi(test.app, answer, ROUTE);
    const { orderId } = await find('A1');
    expect([answer.status, answer.body]).toEqual([
      201,
      {
        externalId: 'R1',
        refundedAt: '2026-03-05T00:00:00.000Z',
        amountCents: 2000,
        items: [{ sku: 'CUP-1', quantity: 1, amountCents: 2000 }],
        orderId,
        applied: true,
      },
    ]);
    expect(await find('A1')).toMatchObject({ status: 'paid', refundedCents: 2000, refunds: [{ externalId: 'R1' }] });
    expect(await figuresOf('A1')).toMatchObject({
      ordersCount: 1,
      grossCents: 12_000,
      refundedCents: 2000,
      netCents: 10_000,
    });
  });

  it('of the whole amount leave a refunded order that is no purchase', async () => {
    await send(order('A2', { status: 'completed' }));
    await give('A2', refund({ amountCents: 5000 })).expect(201);
    await give('A2', refund({ externalId: 'R2', amountCents: 7000 })).expect(201);
    expect(await find('A2')).toMatchObject({ status: 'refunded', refundedCents: 12_000 });
    expect(await figuresOf('A2')).toMatchObject({
      ordersCount: 0,
      grossCents: 12_000,
      refundedCents: 12_000,
      netCents: 0,
      firstPaidAt: null,
      lastPaidAt: null,
    });
    // what the source says later of the shipment does not make it a purchase again
    await send(order('A2', { status: 'completed', channel: 'app' }));
    expect(await find('A2')).toMatchObject({ status: 'refunded', channel: 'app' });
    // a higher total does: some of the money stayed
    await send(order('A2', { status: 'completed', totalCents: 13_000 }));
    expect(await find('A2')).toMatchObject({ status: 'completed', refundedCents: 12_000 });
    expect(await figuresOf('A2')).toMatchObject({ ordersCount: 1, netCents: 1000 });
  });

  it('get the same answer again and change nothing', async () => {
    await send(order('A3'));
    const first = await give('A3', refund()).expect(201);
    const before = [await tableCounts(test), await find('A3')];
    const again = await give('A3', refund({ refundedAt: '2026-03-05T08:00:00+08:00' })).expect(201);
    expect(again.body).toEqual(first.body);
    expect([await tableCounts(test), await find('A3')]).toEqual(before);
  });

  it('cannot change afterwards', async () => {
    await send(order('A4'));
    await give('A4', refund()).expect(201);
    for (const changes of [
      { amountCents: 2001 },
      { refundedAt: '2026-03-06T00:00:00Z' },
      { items: [{ sku: 'A', quantity: 1 }] },
    ]) {
      expect((await give('A4', refund(changes))).body).toMatchObject({ status: 409, code: 'orders.refund-mismatch' });
    }
    expect(await find('A4')).toMatchObject({ refundedCents: 2000 });
  });

  it('cannot be more than the order was worth', async () => {
    await send(order('A5'));
    await give('A5', refund({ amountCents: 10_000 })).expect(201);
    const before = await tableCounts(test);
    const answer = await give('A5', refund({ externalId: 'R2', amountCents: 2001 }));
    expect(answer.body).toMatchObject({
      status: 422,
      code: 'orders.refund-exceeds-total',
      extra: { totalCents: 12_000, refundsCents: 10_000, amountCents: 2001 },
    });
    expect(await tableCounts(test)).toEqual(before);
    await give('A5', refund({ externalId: 'R2', amountCents: 2000 })).expect(201);
  });

  it('are none of a return', async () => {
    await send(order('A6', { kind: 'return' }));
    expect((await give('A6', refund())).body).toMatchObject({ status: 422, code: 'orders.return-not-refundable' });
  });

  it('that come before their order wait for it and are applied when it comes', async () => {
    const early = await give('B1', refund());
    expectToMatchApi(test.app, early, ROUTE);
    expect([early.status, early.body]).toMatchObject([202, { applied: false, orderId: null, amountCents: 2000 }]);
    expect((await give('B1', refund()).expect(202)).body).toEqual(early.body);
    expect((await give('B1', refund({ amountCents: 1 }))).body).toMatchObject({
      status: 409,
      code: 'orders.refund-mismatch',
    });
    expect((await get('/orders/shop/B1')).body).toMatchObject({ status: 404, code: 'orders.not-found' });

    await send(order('B1'));
    expect(await find('B1')).toMatchObject({ refundedCents: 2000, refunds: [{ externalId: 'R1', amountCents: 2000 }] });
    expect(await figuresOf('B1')).toMatchObject({ ordersCount: 1, netCents: 10_000 });
    expect((await give('B1', refund()).expect(201)).body).toMatchObject({ applied: true, amountCents: 2000 });
    expect(await tableCounts(test)).toMatchObject({ earlyRefunds: 0 });
  });

  it('that come early count up to the total of their order', async () => {
    await give('B2', refund({ amountCents: 9000 })).expect(202);
    await give('B2', refund({ externalId: 'R2', amountCents: 9000 })).expect(202);
    await send(order('B2'));
    expect(await find('B2')).toMatchObject({
      status: 'refunded',
      refundedCents: 12_000,
      refunds: [{ amountCents: 9000 }, { amountCents: 9000 }],
    });
    expect(await figuresOf('B2')).toMatchObject({ ordersCount: 0, netCents: 0 });
    expect((await give('B2', refund({ externalId: 'R3', amountCents: 1 }))).status).toBe(422);
  });

  it('count up to a total that is lowered after them', async () => {
    await send(order('B3'));
    await give('B3', refund({ amountCents: 9000 })).expect(201);
    await send(order('B3', { totalCents: 8000 }));
    expect(await find('B3')).toMatchObject({ status: 'refunded', totalCents: 8000, refundedCents: 8000 });
    expect(await figuresOf('B3')).toMatchObject({ netCents: 0, grossCents: 8000, refundedCents: 8000 });
  });

  it('are the whole when the source says refunded and nothing else', async () => {
    await send(order('B4', { status: 'refunded' }));
    expect(await find('B4')).toMatchObject({ status: 'refunded', refundedCents: 12_000, refunds: [] });
    expect(await figuresOf('B4')).toMatchObject({ ordersCount: 0, netCents: 0 });
    await give('B4', refund({ amountCents: 12_000 })).expect(201);
    expect(await figuresOf('B4')).toMatchObject({ ordersCount: 0, netCents: 0 });
  });

  it.each<[string, string, Record<string, unknown>]>([
    ['request.invalid', '/amountCents', { amountCents: -1 }],
    ['request.invalid', '/amountCents', { amountCents: 0 }],
    ['request.invalid', '/amountCents', { amountCents: '5' }],
    ['request.invalid', '/amountCents', { amountCents: 1e15 }],
    ['request.invalid', '/externalId', { externalId: 'x'.repeat(121) }],
    ['request.invalid', '/externalId', { externalId: '\0' }],
    ['request.invalid', '/refundedAt', { refundedAt: '2026-13-01T00:00:00Z' }],
    ['orders.time-implausible', '/refundedAt', { refundedAt: '1989-01-01T00:00:00Z' }],
    ['request.invalid', '/items/0/quantity', { items: [{ sku: 'A', quantity: -1 }] }],
    ['request.invalid', '/reason', { reason: 'broken' }],
  ])('are refused with %s at %s', async (code, pointer, changes) => {
    const before = await tableCounts(test);
    for (const externalId of ['A1', 'never-seen']) {
      const answer = await give(externalId, refund({ externalId: 'bad', ...changes }));
      expect(answer.body).toMatchObject({ status: 400, code, errors: [{ pointer }] });
    }
    expect(await tableCounts(test)).toEqual(before);
  });

  it('ask for the permission', async () => {
    const answer = await request(test.server).post('/api/v1/orders/shop/A1/refunds').set(reader).send(refund());
    expect(answer.body).toMatchObject({ status: 403, extra: { permission: 'orders.write' } });
  });
});
