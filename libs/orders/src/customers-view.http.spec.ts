import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { createTestApp, expectToMatchApi, holding, type TestApp } from '@siyu/platform/testing';
import { OrdersModule } from './orders.module';
import { sampleOrder as order } from './testing/samples';

describe('what customers show of orders', () => {
  let test: TestApp;
  let id: string;
  const writer = holding('orders.write');
  const get = (path: string) =>
    request(test.server).get(`/api/v1${path}`).set(holding('customers.read', 'orders.read')).expect(200);
  const post = (path: string, body: object) => request(test.server).post(`/api/v1${path}`).set(writer).send(body);

  beforeAll(async () => {
    test = await createTestApp({ imports: [OrdersModule] });
    const identities = [{ type: 'card_no', value: 'anna' }];
    await post('/orders/batch', {
      orders: [
        order('A', { identities, placedAt: '2026-03-01T00:00:00Z', paidAt: null }),
        order('B', { identities, placedAt: '2026-03-03T00:00:00Z', paidAt: null, customerName: '王小明' }),
        order('C', { totalCents: 100 }),
      ],
    }).expect(200);
    await post('/orders/shop/A/refunds', {
      externalId: 'R',
      refundedAt: '2026-03-04T00:00:00Z',
      amountCents: 500,
    }).expect(201);
    const occurredAt = '2026-03-02T00:00:00Z';
    await post('/events/batch', {
      events: [{ source: 'web', externalId: 'E', identities, type: 'visit', occurredAt, properties: { page: '/' } }],
    }).expect(200);
    id = (await get('/orders/shop/A')).body.customerId;
  });
  afterAll(() => test.close());

  it('tells the timeline of orders, refunds and events, newest first', async () => {
    const answer = await get(`/customers/${id}/timeline?kinds=order,refund,event`);
    expectToMatchApi(test.app, answer, 'GET /customers/{id}/timeline');
    expect(answer.body.items).toMatchObject([
      {
        kind: 'refund',
        at: '2026-03-04T00:00:00.000000Z',
        data: { externalId: 'R', orderExternalId: 'A', amountCents: 500, currency: 'CNY' },
      },
      {
        kind: 'order',
        at: '2026-03-03T00:00:00.000000Z',
        data: { externalId: 'B', status: 'paid', totalCents: 12_000 },
      },
      {
        kind: 'event',
        at: '2026-03-02T00:00:00.000000Z',
        data: { type: 'visit', source: 'web', properties: { page: '/' } },
      },
      { kind: 'order', at: '2026-03-01T00:00:00.000000Z', data: { externalId: 'A', refundedCents: 500 } },
    ]);
  });

  it('turns the pages of the timeline without losing or repeating an entry', async () => {
    const seen: string[] = [];
    let cursor = '';
    do {
      const { body } = await get(`/customers/${id}/timeline?kinds=order,refund,event&limit=1${cursor}`);
      seen.push(...body.items.map(({ kind }: { kind: string }) => kind));
      cursor = body.nextCursor === null ? '' : `&cursor=${body.nextCursor}`;
    } while (cursor !== '');
    expect(seen).toEqual(['refund', 'order', 'event', 'order']);
  });

  it('has the figures as columns, filters and sort of the list', async () => {
    const { body } = await get('/customers?facets=orders&sort=-orders.netCents');
    expect(
      body.items.map(({ facets }: { facets: { orders: { netCents: number } } }) => facets.orders.netCents),
    ).toEqual([23_500, 100]);
    const rich = await get(
      '/customers?facets=orders&filter=orders.netCents:gte:10000&filter=orders.lastPaidAt:gte:2026-03-02T00:00:00Z',
    );
    expect(rich.body.items).toMatchObject([
      {
        id,
        displayName: '王小明',
        facets: { orders: { ordersCount: 2, grossCents: 24_000, refundedCents: 500, averageIntervalDays: 2 } },
      },
    ]);
  });
});
