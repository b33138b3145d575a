import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { newId } from '@siyu/kernel';
import { createTestApp, expectToMatchApi, holding, type TestApp } from '@siyu/platform/testing';
import { OrdersModule } from './orders.module';
import { sampleOrder as order } from './testing/samples';
import { tableCounts } from './testing/table-counts';

describe('orders through HTTP', () => {
  let test: TestApp;
  const writer = holding('orders.write');
  const reader = holding('orders.read', 'customers.read');

  const send = (orders: unknown, headers: Record<string, string> = {}) =>
    request(test.server).post('/api/v1/orders/batch').set(writer).set(headers).send({ orders });
  const get = (path: string) => request(test.server).get(`/api/v1${path}`).set(reader);
  const find = async (externalId: string) => (await get(`/orders/shop/${externalId}`).expect(200)).body;
  const figuresOf = async (customerId: string) => (await get(`/customers/${customerId}/figures`).expect(200)).body;

  beforeAll(async () => {
    test = await createTestApp({ imports: [OrdersModule] });
  });
  afterAll(() => test.close());

  it('records an order, makes its customer and shows it to integrators', async () => {
    const answer = await send([order('A1')]).expect(200, { created: 1, updated: 0, unchanged: 0, failed: [] });
    expectToMatchApi(test.app, answer, 'POST /orders/batch');
    const shown = await get('/orders/shop/A1').expect(200);
    expectToMatchApi(test.app, shown, 'GET /orders/{source}/{externalId}');
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
    expectToMatchApi(test.app, figures, 'GET /customers/{id}/figures');
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

  it('keeps every letter of texts, whatever they hold', async () => {
    const name = 'a\tb\\n "c", {d} \r\n 龙\u{1F375} \\N';
    const sent = order('A1b', {
      items: [{ sku: '\\N', name, quantity: 1, unitPriceCents: 1 }],
      utm: { 'k\\"': '\t\\N' },
    });
    await send([sent]).expect(200);
    expect(await find('A1b')).toMatchObject({ items: [{ sku: '\\N', name: name.trim() }], utm: { 'k\\"': '\t\\N' } });
  });

  it('changes nothing when the same order comes again', async () => {
    await send([order('A2')]);
    const before = [await tableCounts(test), await find('A2')];
    const again = order('A2', { placedAt: '2026-03-01T02:00:00Z', utm: { source: 'wechat' } });
    await send([again]).expect(200, { created: 0, updated: 0, unchanged: 1, failed: [] });
    expect([await tableCounts(test), await find('A2')]).toEqual(before);
  });

  it('updates a changed order and replaces its lines', async () => {
    await send([order('A3')]);
    const items = [{ sku: 'X', quantity: 1, unitPriceCents: 9000 }];
    const changed = order('A3', { status: 'shipped', totalCents: 9000, items, utm: { campaign: 'May\\' } });
    await send([changed]).expect(200, { created: 0, updated: 1, unchanged: 0, failed: [] });
    const shown = await find('A3');
    expect(shown).toMatchObject({ status: 'shipped', totalCents: 9000, itemsCount: 1, utm: { campaign: 'May\\' } });
    expect(await figuresOf(shown.customerId)).toMatchObject({ ordersCount: 1, netCents: 9000 });
  });

  it('takes the reports of one batch one after the other', async () => {
    const batch = [
      order('A4'),
      order('A4', { totalCents: 5 }),
      order('A4', { totalCents: 5 }),
      order('A4', { totalCents: 7 }),
    ];
    await send(batch).expect(200, { created: 1, updated: 2, unchanged: 1, failed: [] });
    expect(await find('A4')).toMatchObject({ totalCents: 7 });
  });

  it('tells orders of two sources with the same number apart', async () => {
    await send([order('A5'), order('A5', { source: 'pos', totalCents: 5 })]).expect(200);
    expect((await get('/orders/pos/A5').expect(200)).body).toMatchObject({ totalCents: 5 });
    expect(await find('A5')).toMatchObject({ totalCents: 12_000 });
  });

  it('finds an order whose number has slashes and letters of any script', async () => {
    await send([order('2026/03/单 1')]).expect(200);
    await get(`/orders/shop/${encodeURIComponent('2026/03/单 1')}`).expect(200);
  });

  it('leaves the money of a cancelled order out of the figures', async () => {
    await send([order('A6'), order('A7', { identities: order('A6').identities, totalCents: 500 })]);
    await send([order('A6', { status: 'cancelled' })]).expect(200);
    const { customerId } = await find('A6');
    expect(await figuresOf(customerId)).toMatchObject({ ordersCount: 1, grossCents: 500, netCents: 500 });
  });

  it('counts a return against what the customer spent, and not as a purchase', async () => {
    const identities = order('A8').identities;
    await send([
      order('A8'),
      order('A9', { kind: 'return', identities, totalCents: 2000, placedAt: '2026-04-01T00:00:00Z' }),
    ]);
    expect(await figuresOf((await find('A8')).customerId)).toMatchObject({
      ordersCount: 1,
      grossCents: 12_000,
      refundedCents: 2000,
      netCents: 10_000,
      lastPaidAt: '2026-03-01T02:05:00.000Z',
    });
  });

  it('takes the currency of the programme when a source names none', async () => {
    await send([order('A10', { currency: undefined })]).expect(200);
    expect(await find('A10')).toMatchObject({ currency: 'CNY' });
  });

  it('moves an order with its lines and refunds when its identities lead to another customer', async () => {
    const [anna, bert] = [[{ type: 'card_no', value: 'anna' }], [{ type: 'card_no', value: 'bert' }]];
    await send([order('B1', { identities: anna }), order('B2', { identities: bert, totalCents: 700 })]);
    const refund = { externalId: 'R', refundedAt: '2026-03-05T00:00:00Z', amountCents: 2000 };
    await request(test.server).post('/api/v1/orders/shop/B1/refunds').set(writer).send(refund).expect(201);
    const before = await find('B1');

    await send([order('B1', { identities: bert })]).expect(200, { created: 0, updated: 1, unchanged: 0, failed: [] });
    const after = await find('B1');
    expect(after).toMatchObject({
      orderId: before.orderId,
      itemsCount: 2,
      refundedCents: 2000,
      refunds: [{ amountCents: 2000 }],
    });
    expect(after.customerId).toBe((await find('B2')).customerId);
    expect(await figuresOf(before.customerId)).toMatchObject({ ordersCount: 0, netCents: 0, lastPaidAt: null });
    expect(await figuresOf(after.customerId)).toMatchObject({ ordersCount: 2, grossCents: 12_700, netCents: 10_700 });
    expect((await get(`/customers/${before.customerId}/orders`)).body.items).toEqual([]);
  });

  it('gives the first answer again for a repeated key, and refuses the key for another batch', async () => {
    const key = { 'idempotency-key': newId() };
    const first = await send([order('C1')], key).expect(200);
    expect((await send([order('C1')], key).expect(200)).body).toEqual(first.body);
    expect((await send([order('C2')], key)).body).toMatchObject({ status: 422, code: 'idempotency.mismatch' });
  });

  it('asks for the permissions', async () => {
    const foreign = holding('customers.write');
    const body = { orders: [order('C3')] };
    expect((await request(test.server).post('/api/v1/orders/batch').set(foreign).send(body)).status).toBe(403);
    for (const path of ['/orders/shop/A1', `/customers/${newId()}/orders`, `/customers/${newId()}/orders/${newId()}`]) {
      expect((await request(test.server).get(`/api/v1${path}`).set(foreign)).body).toMatchObject({
        status: 403,
        extra: { permission: 'orders.read' },
      });
    }
  });

  describe('of one customer', () => {
    const identities = [{ type: 'card_no', value: 'list' }];
    let customerId: string;

    beforeAll(async () => {
      const days = ['03', '01', '05', '02', '04'];
      await send(
        days.map((day) => order(`L${day}`, { identities, placedAt: `2026-05-${day}T00:00:00Z`, paidAt: null })),
      );
      // two at the very same time
      await send([order('L05b', { identities, placedAt: '2026-05-05T00:00:00Z', paidAt: null })]);
      const refund = {
        externalId: 'R',
        refundedAt: '2026-05-09T00:00:00Z',
        amountCents: 1,
        items: [{ sku: 'TEA-1', quantity: 1 }],
      };
      await request(test.server).post('/api/v1/orders/shop/L04/refunds').set(writer).send(refund).expect(201);
      customerId = (await find('L01')).customerId;
    });

    it('are listed newest first, page by page, each once, with their refunds', async () => {
      const seen: string[] = [];
      let cursor = '';
      do {
        const page = await get(`/customers/${customerId}/orders?limit=2${cursor}`).expect(200);
        expectToMatchApi(test.app, page, 'GET /customers/{id}/orders');
        seen.push(...page.body.items.map((one: { externalId: string }) => one.externalId));
        cursor = page.body.nextCursor === null ? '' : `&cursor=${page.body.nextCursor}`;
      } while (cursor !== '');
      expect(seen).toEqual(['L05b', 'L05', 'L04', 'L03', 'L02', 'L01']);
      const { items } = (await get(`/customers/${customerId}/orders`)).body;
      expect(items[2].refunds).toEqual([
        {
          externalId: 'R',
          refundedAt: '2026-05-09T00:00:00.000Z',
          amountCents: 1,
          items: [{ sku: 'TEA-1', quantity: 1 }],
        },
      ]);
    });

    it('are shown one by one with lines and refunds', async () => {
      const { orderId } = await find('L04');
      const shown = await get(`/customers/${customerId}/orders/${orderId}`).expect(200);
      expectToMatchApi(test.app, shown, 'GET /customers/{id}/orders/{orderId}');
      expect(shown.body).toMatchObject({
        externalId: 'L04',
        items: [{ sku: 'TEA-1' }, { sku: 'CUP-1' }],
        refunds: [{ externalId: 'R' }],
      });
    });

    it('have a mean interval between purchases', async () => {
      const { averageIntervalDays } = await figuresOf(customerId);
      expect(averageIntervalDays).toBeCloseTo(4 / 5);
    });

    it('answer 404 for what is not there and 400 for what cannot be', async () => {
      const code = async (path: string) => {
        const { status, body } = await get(path);
        return [status, body.code];
      };
      expect(await code(`/customers/${newId()}/orders`)).toEqual([404, 'customers.not-found']);
      expect(await code(`/customers/${newId()}/figures`)).toEqual([404, 'customers.not-found']);
      expect(await code(`/customers/${customerId}/orders/${newId()}`)).toEqual([404, 'orders.not-found']);
      expect(await code('/orders/shop/none')).toEqual([404, 'orders.not-found']);
      expect(await code('/orders/shop/%00')).toEqual([400, 'request.invalid']);
      expect(await code('/customers/7/orders')).toEqual([400, 'request.invalid']);
      expect(await code(`/customers/${customerId}/orders?limit=0`)).toEqual([400, 'request.invalid']);
      for (const parts of [['2026-05-05T00:00:00Z', 'x'], ['never', newId()], ['2026-05-05T00:00:00Z']]) {
        const cursor = Buffer.from(JSON.stringify(parts)).toString('base64url');
        expect(await code(`/customers/${customerId}/orders?cursor=${cursor}`)).toEqual([400, 'page.bad-cursor']);
      }
    });
  });
});
