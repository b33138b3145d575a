import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CustomersModule } from '@siyu/customers';
import { OrdersModule, OrdersService } from '@siyu/orders';
import { rows } from '@siyu/platform';
import { createTestApp, type TestApp } from '@siyu/platform/testing';
import { PointsModule } from '@siyu/points';
import { TiersModule } from '@siyu/tiers';
import { demoCustomers } from './demo-data';
import { seedDemo, wantsDemo } from './seeding';

const options = { customers: 300, seed: 7, endDay: '2026-11-21', timeZone: 'Asia/Shanghai' };
const now = new Date('2026-11-22T04:00:00Z');
const shop = [...demoCustomers(options)];
const orders = shop.flatMap((customer) => customer.orders);
const refunds = orders.flatMap(({ refund }) => refund ?? []);

describe('seeding the demo shop', () => {
  let test: TestApp;

  const open = async () => {
    const imports = [CustomersModule, OrdersModule, PointsModule, TiersModule];
    test = await createTestApp({ imports, clock: { now: () => now } });
  };
  const seed = () => seedDemo(test.app, options, () => undefined);
  const wanted = () => wantsDemo(test.app, options);
  /** Everything that is in the books, without the times at which it was written. */
  const books = async () => ({
    customers: await rows(
      test.database.em,
      'select customer_id, display_name, gender, birthday, attributes, source from customers order by 1',
    ),
    identities: await rows(
      test.database.em,
      'select customer_id, type, value from customers_identities order by 1, 2, 3',
    ),
    orders: await rows(
      test.database.em,
      'select customer_id, order_id, external_id, status, total_cents, refunded_cents, updated_at from orders order by 1, 2',
    ),
    items: await rows(test.database.em, 'select * from orders_items order by 1, 2, 3'),
    refunds: await rows(
      test.database.em,
      'select customer_id, external_id, amount_cents, refunded_at from orders_refunds order by 1, 2',
    ),
    events: await rows(
      test.database.em,
      'select customer_id, event_id, external_id, type, occurred_at from orders_events order by 1, 2',
    ),
    figures: await rows(
      test.database.em,
      'select customer_id, orders_count, net_cents, first_paid_at, last_paid_at from orders_figures order by 1',
    ),
  });

  describe('into an empty database', () => {
    let report: Awaited<ReturnType<typeof seed>>;
    let before: Awaited<ReturnType<typeof books>>;
    let wantedBefore: boolean;

    beforeAll(async () => {
      await open();
      wantedBefore = await wanted();
      report = await seed();
      before = await books();
    });
    afterAll(() => test.close());

    it('brings in every customer, order, refund and event, and says how many', () => {
      expect(report).toEqual({
        customers: before.customers.length,
        orders: before.orders.length,
        refunds: before.refunds.length,
        events: before.events.length,
      });
      expect(report.customers).toBe(options.customers);
      expect(report.orders).toBe(orders.length);
      expect(report.refunds).toBe(refunds.length);
      expect(report.refunds).toBeGreaterThan(0);
      expect(report.events).toBeGreaterThan(0);
    });

    it('knows each customer as the shop does: name, gender, birthday, attributes and when she was first seen', async () => {
      const [{ person, seenAt, source }] = shop.filter(({ person: { birthday } }) => birthday !== null) as [
        (typeof shop)[0],
      ];
      const [found] = await rows(
        test.database.em,
        `select c.display_name, c.gender, c.birthday::text, c.attributes, c.source, c.created_at
         from customers c join customers_identity_keys k using (customer_id) where k.type = $1 and k.value = $2`,
        [person.identities[0]!.type, person.identities[0]!.value],
      );
      const { displayName, gender, birthday, attributes } = person;
      expect(found).toEqual({ display_name: displayName, gender, birthday, attributes, source, created_at: seenAt });
    });

    it('leaves the figures that follow from the orders', async () => {
      const paid = orders.filter(({ paidAt, status }) => paidAt && status !== 'cancelled');
      const net = paid.reduce(
        (sum, { kind, totalCents, refund }) =>
          sum + (kind === 'sale' ? totalCents - (refund?.amountCents ?? 0) : -totalCents),
        0,
      );
      const [sum] = await rows<{ net: number }>(
        test.database.em,
        'select sum(net_cents)::bigint as net from orders_figures',
      );
      expect(sum!.net).toBe(net);
    });

    it('changes nothing when repeated', async () => {
      await seed();
      expect(await books()).toEqual(before);
    });

    it('comes unasked before and not after', async () => {
      expect(wantedBefore).toBe(true);
      expect(await wanted()).toBe(false);
    });
  });

  describe('beside what is there', () => {
    beforeEach(open);
    afterEach(() => test.close());

    it('completes a shop that was stopped half-way, without asking', async () => {
      const stopped = seedDemo(test.app, options, () => {
        throw new Error('stopped after the first group');
      });
      await expect(stopped).rejects.toThrow('stopped');
      const [half] = await rows<{ count: number }>(test.database.em, 'select count(*) from customers');
      expect(half!.count).toBeLessThan(options.customers);
      expect(await wanted()).toBe(true);
      await seed();
      const [counts] = await rows(
        test.database.em,
        'select (select count(*) from customers) as customers, (select count(*) from orders) as orders',
      );
      expect(counts).toEqual({ customers: options.customers, orders: orders.length });
    });

    it('does not come unasked where somebody has customers of their own', async () => {
      const [own] = orders;
      const { refund: _, ...order } = {
        ...own!,
        source: 'my-shop',
        identities: [{ type: 'phone', value: '13800138000' }],
      };
      await test.app.get(OrdersService).recordBatch([order]);
      expect(await wanted()).toBe(false);
    });
  });
});
