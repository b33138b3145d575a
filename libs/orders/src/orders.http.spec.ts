import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { row } from '@siyu/platform';
import { createTestApp, holding, type TestApp } from '@siyu/platform/testing';
import { OrdersModule } from './orders.module';

describe('orders through HTTP', () => {
  let test: TestApp;
  const writer = holding('orders.write');
  const reader = holding('orders.read', 'customers.read');

  const send = (orders: unknown, headers: Record<string, string> = {}) =>
    request(test.server).post('/api/v1/orders/batch').set(writer).set(headers).send({ orders });
  const get = (path: string) => request(test.server).get(`/api/v1${path}`).set(reader);
  const count = async (table: string) =>
    (await row<{ n: number }>(test.database.em, `select count(*)::int as n from ${table}`))!.n;
  const everything = async () => ({
    orders: await count('orders'),
    keys: await count('orders_keys'),
    items: await count('orders_items'),
    figures: await count('orders_figures'),
    customers: await count('customers'),
  });

  const order = (externalId: string, changes: Record<string, unknown> = {}) => ({
    source: 'shop',
    externalId,
    identities: [{ type: 'member_no', value: `M-${externalId}` }],
    placedAt: '2026-03-01T10:00:00+08:00',
    paidAt: '2026-03-01T10:05:00+08:00',
    status: 'paid',
    currency: 'CNY',
    totalCents: 12_000,
    items: [
      { sku: 'TEA-1', name: '龙井', category: '茶', quantity: 2, unitPriceCents: 5000 },
      { sku: 'CUP-1', quantity: 1, unitPriceCents: 2000 },
    ],
    channel: 'mini-program',
    utm: { source: 'wechat' },
    ...changes,
  });

  beforeAll(async () => {
    test = await createTestApp({ imports: [OrdersModule] });
  });
  afterAll(() => test.close());

  it('records an order, makes its customer and shows it to integrators', async () => {
    await send([order('A1')]).expect(200, { created: 1, updated: 0, unchanged: 0, failed: [] });
    const shown = await get('/orders/shop/A1').expect(200);
    expect(shown.body).toMatchObject({
      source: 'shop',
      externalId: 'A1',
      kind: 'sale',
      status: 'paid',
      placedAt: '2026-03-01T02:00:00.000Z',
      paidAt: '2026-03-01T02:05:00.000Z',
      totalCents: 12_000,
      refundedCents: 0,
      channel: 'mini-program',
      utm: { source: 'wechat' },
      itemsCount: 2,
      refunds: [],
      items: [
        { sku: 'TEA-1', name: '龙井', category: '茶', quantity: 2, unitPriceCents: 5000 },
        { sku: 'CUP-1', name: null, category: null, quantity: 1, unitPriceCents: 2000 },
      ],
    });
    const figures = await get(`/customers/${shown.body.customerId}/figures`).expect(200);
    expect(figures.body).toMatchObject({
      ordersCount: 1,
      currency: 'CNY',
      grossCents: 12_000,
      refundedCents: 0,
      netCents: 12_000,
      firstPaidAt: '2026-03-01T02:05:00.000Z',
      lastPaidAt: '2026-03-01T02:05:00.000Z',
      averageIntervalDays: null,
    });
  });

  it('changes nothing when the same order comes again', async () => {
    await send([order('A2')]);
    const before = await everything();
    const again = order('A2', { placedAt: '2026-03-01T02:00:00Z', utm: { source: 'wechat' } });
    await send([again]).expect(200, { created: 0, updated: 0, unchanged: 1, failed: [] });
    expect(await everything()).toEqual(before);
  });

  it('updates a changed order and replaces its lines', async () => {
    await send([order('A3')]);
    const changed = order('A3', {
      status: 'shipped',
      totalCents: 9000,
      items: [{ sku: 'X', quantity: 1, unitPriceCents: 9000 }],
    });
    await send([changed]).expect(200, { created: 0, updated: 1, unchanged: 0, failed: [] });
    const shown = (await get('/orders/shop/A3').expect(200)).body;
    expect(shown).toMatchObject({ status: 'shipped', totalCents: 9000, itemsCount: 1 });
    expect((await get(`/customers/${shown.customerId}/figures`)).body).toMatchObject({
      ordersCount: 1,
      netCents: 9000,
    });
  });
});
