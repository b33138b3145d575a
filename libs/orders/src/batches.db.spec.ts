import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { defineJob, Events, JobHandlers } from '@siyu/platform';
import { createTestApp, type TestApp } from '@siyu/platform/testing';
import type { OrderInput } from './domain/order';
import { ordersChanged, type OrdersChanged } from './orders.events';
import { OrdersModule } from './orders.module';
import { PurchasesQueries } from './purchases.queries';
import { OrdersService } from './orders.service';
import { RefundsService } from './refunds.service';
import { tableCounts } from './testing/table-counts';

const listener = defineJob<OrdersChanged>('orders.heard-in-a-test');

describe('a batch of orders', () => {
  let test: TestApp;
  const heard: string[][] = [];
  const named: OrdersChanged['orders'] = [];

  const order = (externalId: string, customer: string, changes: Partial<OrderInput> = {}): OrderInput => ({
    source: 'shop',
    externalId,
    identities: [{ type: 'card_no', value: customer }],
    placedAt: new Date('2026-03-01T00:00:00Z'),
    status: 'paid',
    currency: 'CNY',
    totalCents: 1000,
    items: [{ sku: 'A', quantity: 1, unitPriceCents: 1000 }],
    ...changes,
  });
  const record = (orders: OrderInput[], options?: { dryRun: boolean }) =>
    test.app.get(OrdersService).recordBatch(orders, options);
  const outcomes = async (orders: OrderInput[], options?: { dryRun: boolean }) =>
    (await record(orders, options)).map(({ outcome }) => outcome);
  const many = (count: number, make: (n: number) => OrderInput) => Array.from({ length: count }, (_, n) => make(n));

  beforeAll(async () => {
    test = await createTestApp({ imports: [OrdersModule] });
    test.app.get(Events).subscribe(ordersChanged, listener);
    test.app.get(JobHandlers).register(listener, async ({ customerIds, orders }) => {
      heard.push(customerIds);
      named.push(...orders);
    });
  });
  afterAll(() => test.close());
  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('says in a dry run what it would do, and does none of it', async () => {
    await record([order('D1', 'dry'), order('D2', 'dry')]);
    const before = await tableCounts(test);
    const batch = [
      order('D1', 'dry'),
      order('D2', 'dry', { totalCents: 5 }),
      order('D3', 'somebody new'),
      order('D3', 'somebody new', { channel: 'app' }),
      order('D4', 'dry', { totalCents: -1 }),
    ];
    const foreseen = await outcomes(batch, { dryRun: true });
    expect(foreseen).toEqual(['unchanged', 'updated', 'created', 'updated', 'failed']);
    expect(await tableCounts(test)).toEqual(before);
    expect(await outcomes(batch)).toEqual(foreseen);
  });

  it('does nothing when there is nothing good in it', async () => {
    expect(await record([])).toEqual([]);
    expect(await outcomes([order('N', 'nobody', { identities: [] })])).toEqual(['failed']);
  });

  it('tells once per five hundred customers that their orders changed, and tells nothing when nothing did', async () => {
    const orders = many(700, (n) => order(`E${n}`, `event-${n}`));
    await test.runJobs();
    heard.length = 0;
    await record(orders);
    await test.runJobs();
    expect(heard.map(({ length }) => length).sort()).toEqual([200, 500]);
    expect(new Set(heard.flat()).size).toBe(700);
    await record(orders);
    await test.runJobs();
    expect(heard).toHaveLength(2);
  });

  it('tells both customers when an order moves', async () => {
    await record([order('M1', 'from'), order('M2', 'to')]);
    await test.runJobs();
    heard.length = 0;
    named.length = 0;
    await record([order('M1', 'to')]);
    await test.runJobs();
    expect(heard.map(({ length }) => length)).toEqual([2]);
    expect(new Set(named.map(({ orderId }) => orderId)).size).toBe(1);
    expect(named.map(({ customerId }) => customerId).sort()).toEqual(heard[0]!.sort());
    const [found] = await test.app.get(PurchasesQueries).of(named);
    expect(found).toMatchObject({
      externalId: 'M1',
      totalCents: 1000,
      isFirst: true,
      items: [{ lineNo: 1, sku: 'A' }],
    });
  });

  it('takes as many statements for sixteen hundred orders of every sort as for twenty', async () => {
    const statements = async (name: string, count: number) => {
      const refunds = test.app.get(RefundsService);
      await record(many(count * 3, (n) => order(`${name}-${n}`, `${name}-${n % 7}`)));
      const early = { externalId: 'R', refundedAt: new Date('2026-03-02T00:00:00Z'), amountCents: 1 };
      await refunds.record({ source: 'shop', externalId: `${name}-early` }, early);
      await refunds.record({ source: 'shop', externalId: `${name}-0` }, early);
      const batch = [
        ...many(count, (n) => order(`${name}-${n}`, `${name}-moved-${n % 5}`)),
        ...many(count, (n) => order(`${name}-${count + n}`, `${name}-${n % 7}`, { totalCents: 7 })),
        ...many(count, (n) => order(`${name}-${count * 2 + n}`, `${name}-${(count * 2 + n) % 7}`)),
        ...many(count, (n) => order(`${name}-new-${n}`, `${name}-new-${n}`)),
        order(`${name}-early`, `${name}-0`),
      ];
      const spy = jest.spyOn(pg.Client.prototype, 'query');
      const told = await outcomes(batch);
      const sent = spy.mock.calls.length;
      spy.mockRestore();
      expect(new Set(told)).toEqual(new Set(['created', 'updated', 'unchanged']));
      return sent;
    };
    const few = await statements('few', 5);
    expect(few).toBeGreaterThan(10);
    expect(await statements('many', 400)).toBe(few);
  });
});
