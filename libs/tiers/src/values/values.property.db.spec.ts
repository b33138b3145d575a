import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { newId } from '@siyu/kernel';
import { PurchasesQueries } from '@siyu/orders';
import { rows } from '@siyu/platform';
import type { SentValueRule } from './domain/read-rules';
import { rulesAt, type DatedRule } from './domain/rules';
import { orderWorth } from './domain/worth';
import { SettlementsService } from './settlements.service';
import { ValueHouse } from './testing/value-house';
import { ValueRulesService } from './value-rules.service';
import { ValuesService } from './values.service';
import { ValuesStore, type Draft } from './values.store';

const RULES: SentValueRule[] = [
  {
    ...{ key: 'purchase', name: '消费', on: { kind: 'order', perCents: 700 }, value: 3 },
    weights: [{ channel: '天猫', factor: '0.35' }],
  },
  { key: 'first', name: '每日', on: { kind: 'order', perCents: 100 }, value: 1, caps: { perDay: 40, perMonth: 90 } },
];

type Act =
  | {
      kind: 'order';
      order: number;
      member: number;
      cents: number;
      day: number;
      status: 'paid' | 'cancelled' | 'placed';
    }
  | { kind: 'refund'; order: number; cents: number }
  | { kind: 'hand'; member: number; amount: number }
  | { kind: 'reverse'; member: number; entry: number; part: number }
  | { kind: 'settle' };

const small = (max: number) => fc.integer({ min: 0, max });
const acts = fc.array(
  fc.oneof(
    {
      arbitrary: fc.record({
        ...{
          kind: fc.constant('order' as const),
          order: small(3),
          member: small(1),
          cents: small(9_999),
          day: small(2),
        },
        status: fc.constantFrom('paid', 'paid', 'paid', 'cancelled', 'placed'),
      }),
      weight: 5,
    },
    { arbitrary: fc.record({ kind: fc.constant('refund' as const), order: small(3), cents: small(3_000) }), weight: 3 },
    fc.record({ kind: fc.constant('hand' as const), member: small(1), amount: fc.integer({ min: -50, max: 50 }) }),
    fc.record({ kind: fc.constant('reverse' as const), member: small(1), entry: small(5), part: small(40) }),
    fc.record({ kind: fc.constant('settle' as const) }),
  ),
  { minLength: 4, maxLength: 12 },
);

/** Orders refuse what contradicts them, such as refunds of more than was paid; that is no matter of ours. */
function onlyOfOrders(error: Error): void {
  if (!error.message.includes('orders.')) throw error;
}

describe('value ledgers', () => {
  let house: ValueHouse;
  beforeAll(async () => {
    house = await ValueHouse.open();
    await house.rules(RULES);
  });
  afterAll(() => house.close());

  const settle = async () => {
    await house.test.database.transaction((em) => house.test.app.get(SettlementsService).request(em, 'growth', 'test'));
    await house.test.runJobs();
  };

  async function act(run: string, step: Act, index: number): Promise<void> {
    const identities = (member: number) => [{ type: 'member_no' as const, value: `${run}-${member}` }];
    const values = house.test.app.get(ValuesService);
    const common = { ledger: 'growth', key: `${run}-${index}`, reason: 'test', actor: 'test' } as const;
    if (step.kind === 'order') {
      const paidAt = new Date(Date.UTC(2026, 10, 18 + step.day, 15 + step.day, 59));
      const when = step.status === 'placed' ? {} : { paidAt };
      await house.order(`${run}-${step.order}`, {
        ...{
          identities: identities(step.member),
          totalCents: step.cents,
          status: step.status,
          placedAt: paidAt,
          ...when,
        },
        channel: step.order % 2 ? '天猫' : '门店',
      });
    } else if (step.kind === 'refund') {
      if (step.cents > 0) await house.refund(`${run}-${step.order}`, `${run}-${index}`, step.cents);
    } else if (step.kind === 'hand') {
      const customerId = await house.customerOf(`${run}-${step.member}`).catch(() => null);
      if (customerId && step.amount !== 0) await values.bookByHand({ ...common, customerId, amount: step.amount });
    } else if (step.kind === 'reverse') {
      await reverse(run, step.member, step.entry, step.part, common);
    } else {
      await settle();
    }
  }

  async function reverse(
    run: string,
    member: number,
    at: number,
    amount: number,
    common: { ledger: 'growth'; key: string; reason: string; actor: string },
  ) {
    const customerId = await house.customerOf(`${run}-${member}`).catch(() => null);
    if (!customerId || amount === 0) return;
    const entries = await rows<{ key: string }>(
      house.em,
      'select entry_key as key from tiers_value_entries where customer_id = $1 order by seq',
      [customerId],
    );
    const entry = entries[at];
    if (!entry) return;
    const reversal = { ...common, customerId, entryKey: entry.key, amount };
    await house.test.app
      .get(ValuesService)
      .reverse(reversal)
      .catch((error: { code?: string }) => expect(error.code).toBe('tiers.value-not-reversible'));
  }

  /** Reversals of an entry that took more than it was, or left an order with less than nothing. */
  const beyond = () =>
    rows(
      house.em,
      `select e.customer_id, e.entry_key from tiers_value_entries e where e.reverses_key is null and (
         select coalesce(sum(abs(r.amount)), 0) from tiers_value_entries r
         where r.customer_id = e.customer_id and r.ledger = e.ledger and r.reverses_key = e.entry_key
       ) > abs(e.amount)
       union all
       select customer_id, subject_id::text from tiers_value_entries where subject_id is not null
       group by customer_id, subject_id, rule_key having sum(amount) < 0`,
    );

  it('close after whatever happens to orders and by hand, and settling once more changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(acts, async (steps) => {
        const run = newId();
        for (const [index, step] of steps.entries()) await act(run, step, index).catch(onlyOfOrders);
        expect(await house.drift()).toEqual([]);
        expect(await beyond()).toEqual([]);
        const before = await house.entryCount();
        await settle();
        expect(await house.entryCount()).toBe(before);
      }),
      { numRuns: 10 },
    );
  }, 240_000);

  it('come to the same whether orders are followed one by one or all settled at the end, and to what one order is worth', async () => {
    const cents = fc.array(fc.integer({ min: 1, max: 2_000_000_000 }), { minLength: 1, maxLength: 6 });
    const { growth: dated } = await house.test.app.get(ValueRulesService).dated();
    await fc.assert(
      fc.asyncProperty(cents, fc.constantFrom('天猫', '门店'), async (totals, channel) => {
        const run = newId();
        const identities = [{ type: 'member_no' as const, value: run }];
        let customerId = '';
        for (const [index, totalCents] of totals.entries())
          customerId = await house.order(`${run}-${index}`, { identities, totalCents, channel }, index % 2 === 0);
        await settle();
        await house.test.runJobs();
        const booked = await sumsByOrder(customerId);
        expect(booked).toEqual(await worths(customerId, dated));
      }),
      { numRuns: 6 },
    );
  }, 240_000);

  const sumsByOrder = async (customerId: string) => {
    const found = await rows<{ id: string; amount: number }>(
      house.em,
      `select o.order_id as id, coalesce((select sum(amount) from tiers_value_entries e where e.customer_id = $1
         and e.subject_id = o.order_id and e.rule_key = 'purchase'), 0)::bigint as amount from orders o where customer_id = $1`,
      [customerId],
    );
    return new Map(found.map(({ id, amount }) => [id, amount]));
  };

  async function worths(customerId: string, dated: DatedRule[]): Promise<Map<string, number>> {
    const ids = await rows<{ customerId: string; orderId: string }>(
      house.em,
      'select customer_id as "customerId", order_id as "orderId" from orders where customer_id = $1',
      [customerId],
    );
    const purchases = await house.test.app.get(PurchasesQueries).of(ids);
    return new Map(
      purchases.map(({ orderId, currency, channel, totalCents, refundedCents, paidAt }) => {
        const order = { currency, channel, netCents: totalCents - refundedCents, paidAt: paidAt! };
        const rule = rulesAt(dated, paidAt!).find((each) => each.rule.key === 'purchase')!;
        return [orderId, orderWorth(rule.rule, order)];
      }),
    );
  }

  it('count every key once when twenty book at once for one customer', async () => {
    const customerId = await house.customer();
    const values = house.test.app.get(ValuesService);
    const hands = Array.from({ length: 20 }, (_, index) => ({
      ...{
        customerId,
        ledger: 'growth' as const,
        key: `k${index % 5}`,
        amount: (index % 5) + 1,
        reason: 'test',
        actor: 'test',
      },
    }));
    const answers = await Promise.all(hands.map((hand) => values.bookByHand(hand)));
    expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(5);
    expect(await house.balance(customerId)).toBe(15);
    expect(await house.drift()).toEqual([]);
  });

  it('never take more of an entry than it was, when twenty reverse it at once', async () => {
    const customerId = await house.customer();
    const values = house.test.app.get(ValuesService);
    const common = { customerId, ledger: 'growth', reason: 'test', actor: 'test' } as const;
    const { entry } = await values.bookByHand({ ...common, key: 'base', amount: 50 });
    const takes = Array.from({ length: 20 }, (_, index) =>
      values.reverse({ ...common, key: `r${index}`, entryKey: entry.entryKey, amount: 7 }),
    );
    const done = (await Promise.allSettled(takes)).filter(({ status }) => status === 'fulfilled');
    expect(done).toHaveLength(7);
    expect(await house.balance(customerId)).toBe(1);
    expect(await house.drift()).toEqual([]);
  });

  it('take hundreds of customers in one statement, a key that comes twice once', async () => {
    const customerIds = await Promise.all(Array.from({ length: 300 }, () => house.customer()));
    const drafts = customerIds.flatMap((customerId): Draft[] =>
      [1, 2, 2].map((number) => ({
        ...{ customerId, entryKey: `t:${number}`, amount: number, source: 'staff', reason: 'test', breakdown: null },
        ...{ subjectId: null, ruleKey: null, ruleVersion: null, reversesKey: null },
        occurredAt: '2026-11-20T10:00:00.000Z',
      })),
    );
    await house.test.database.transaction(async (em) => {
      await house.test.app.get(ValuesStore).lock(em, 'growth', customerIds, new Date());
      const changed = await house.test.app.get(ValuesService).book(em, 'growth', drafts);
      expect(changed).toHaveLength(300);
    });
    expect(await house.balance(customerIds[299]!)).toBe(3);
    expect(await house.drift()).toEqual([]);
  });
});
