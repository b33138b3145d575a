import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CustomerResolver } from '@siyu/customers';
import { DomainError } from '@siyu/kernel';
import { row } from '@siyu/platform';
import { createTestApp, type TestApp } from '@siyu/platform/testing';
import { orderKinds, orderStatuses, type OrderInput } from './domain/order';
import { OrdersModule } from './orders.module';
import { OrdersService } from './orders.service';
import { RefundsService } from './refunds.service';
import { OrderBook, type ModelFigures, type ModelOrder, type ModelRefund } from './testing/order-book';

const CUSTOMERS = ['anna', 'bert', 'cleo'];
const KEYS = ['1', '2', '3', '4', '5'];
const dayOf = (day: number) => new Date(Date.UTC(2026, 0, day));
const numberOf = (at: Date | null) =>
  at === null ? null : Math.round((at.getTime() - dayOf(0).getTime()) / 86_400_000);

type Act = { orders: ModelOrder[] } | { refund: ModelRefund };

const order: fc.Arbitrary<ModelOrder> = fc.record({
  key: fc.constantFrom(...KEYS),
  customer: fc.constantFrom(...CUSTOMERS),
  kind: fc.constantFrom('sale', 'sale', 'sale', ...orderKinds),
  status: fc.constantFrom('paid', 'completed', ...orderStatuses),
  currency: fc.constantFrom('CNY', 'CNY', 'USD'),
  totalCents: fc.nat(20),
  placedDay: fc.integer({ min: 1, max: 20 }),
  paidDay: fc.option(fc.integer({ min: 1, max: 20 })),
});
const refund: fc.Arbitrary<ModelRefund> = fc.record({
  key: fc.constantFrom(...KEYS),
  id: fc.constantFrom('R1', 'R2', 'R3'),
  amountCents: fc.integer({ min: 1, max: 12 }),
});
const acts: fc.Arbitrary<Act[]> = fc.array(
  fc.oneof(fc.record({ orders: fc.array(order, { minLength: 1, maxLength: 4 }) }), fc.record({ refund })),
  { minLength: 1, maxLength: 14 },
);

describe('the figures of customers', () => {
  let test: TestApp;
  let runs = 0;
  const ids = new Map<string, string>();

  beforeAll(async () => {
    test = await createTestApp({ imports: [OrdersModule], clock: { now: () => dayOf(300) } });
  });
  afterAll(() => test.close());

  const identityOf = (run: number, customer: string) => ({ type: 'card_no', value: `${run}-${customer}` });

  async function idOf(run: number, customer: string): Promise<string> {
    const identity = identityOf(run, customer);
    if (!ids.has(identity.value)) {
      const requests = [{ identities: [identity], source: 'shop' }];
      ids.set(identity.value, (await test.app.get(CustomerResolver).resolve(requests))[0]!.customerId);
    }
    return ids.get(identity.value)!;
  }

  async function figuresOf(run: number, customer: string): Promise<ModelFigures> {
    const found = await row<ModelFigures & { first: Date | null; last: Date | null }>(
      test.database.em,
      `select orders_count as "ordersCount", currency, gross_cents as "grossCents", refunded_cents as "refundedCents",
         net_cents as "netCents", first_paid_at as first, last_paid_at as last,
         average_interval_days as "averageIntervalDays"
       from orders_figures where customer_id = $1`,
      [await idOf(run, customer)],
    );
    if (!found) return new OrderBook().figures(customer);
    const { first, last, ...figures } = found;
    return { ...figures, firstDay: numberOf(first), lastDay: numberOf(last) };
  }

  function inputOf(run: number, { key, customer, placedDay, paidDay, ...rest }: ModelOrder): OrderInput {
    return {
      ...rest,
      source: `run-${run}`,
      externalId: key,
      identities: [identityOf(run, customer)],
      placedAt: dayOf(placedDay),
      paidAt: paidDay === null ? null : dayOf(paidDay),
    };
  }

  /** @returns the code of the refusal, or null */
  async function giveBack(run: number, { key, id, amountCents }: ModelRefund): Promise<string | null> {
    try {
      const refunded = { externalId: id, amountCents, refundedAt: dayOf(25) };
      await test.app.get(RefundsService).record({ source: `run-${run}`, externalId: key }, refunded);
      return null;
    } catch (error) {
      if (error instanceof DomainError) return error.code;
      throw error;
    }
  }

  it('are what a slow and obvious book says after any orders, changes, moves, cancellations, returns and refunds', async () => {
    await fc.assert(
      fc.asyncProperty(acts, async (sequence) => {
        const run = (runs += 1);
        const book = new OrderBook();
        for (const act of sequence) {
          if ('orders' in act) {
            act.orders.forEach((one) => book.tell(one));
            const recorded = await test.app.get(OrdersService).recordBatch(act.orders.map((one) => inputOf(run, one)));
            expect(recorded.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
          } else {
            expect(await giveBack(run, act.refund)).toBe(book.giveBack(act.refund));
          }
          for (const customer of CUSTOMERS) {
            const { averageIntervalDays, ...figures } = await figuresOf(run, customer);
            const { averageIntervalDays: expectedInterval, ...expected } = book.figures(customer);
            expect(figures).toEqual(expected);
            if (expectedInterval === null) expect(averageIntervalDays).toBeNull();
            else expect(averageIntervalDays).toBeCloseTo(expectedInterval, 9);
          }
        }
      }),
      { numRuns: 40 },
    );
    // long enough for fast-check to shrink a failure
  }, 180_000);

  it('stay readable when absurd orders of one customer add up beyond exact whole numbers', async () => {
    const huge = Array.from({ length: 1000 }, (_, n): ModelOrder => {
      return {
        key: `${n}`,
        customer: 'croesus',
        kind: 'sale',
        status: 'paid',
        currency: 'CNY',
        totalCents: 1e13,
        placedDay: 1,
        paidDay: 1,
      };
    });
    const run = (runs += 1);
    await test.app.get(OrdersService).recordBatch(huge.map((one) => inputOf(run, one)));
    expect(await figuresOf(run, 'croesus')).toMatchObject({ ordersCount: 1000, netCents: Number.MAX_SAFE_INTEGER });
  });
});
