import type { LadderTerms, Tier } from '@siyu/tiers';

/*
 * What somebody who knows PostgreSQL writes for one shop and one ladder: the figures of a year per customer, straight from the
 * orders, and the tier by fixed thresholds. No history, no validity, no explanation.
 */

/** Of a year: so many cents spent, or so many orders. */
const RUNGS = {
  ladder: [
    { spend: 150_000, orders: 12 },
    { spend: 500_000, orders: 24 },
  ],
  draft: [
    { spend: 120_000, orders: 15 },
    { spend: 600_000, orders: 20 },
  ],
};
export type Rungs = keyof typeof RUNGS;

/** $1 first instant that counts, $2 first instant that no longer counts. */
export function byHand(which: Rungs): string {
  const [silver, gold] = RUNGS[which];
  const reached = (rung: { spend: number; orders: number }) => `spend >= ${rung.spend} or orders >= ${rung.orders}`;
  return `
  create table bench_tiers_by_hand as
  with counted as (
    select customer_id, sum(net_cents) filter (where currency = 'CNY') as spend, count(*) filter (where is_purchase) as orders
    from orders_purchases_v
    where paid_at >= $1::timestamptz and paid_at < $2::timestamptz
    group by customer_id
  )
  select customer_id, spend, orders,
    case when ${reached(gold!)} then 'gold' when ${reached(silver!)} then 'silver' else 'plain' end as tier_key
  from customers_v left join counted using (customer_id)`;
}

/** The same ladder in the house's words. */
export function termsOf(which: Rungs): LadderTerms {
  const window = { kind: 'rolling', months: 12 } as const;
  const tier = (key: string, rung: { spend: number; orders: number } | null): Tier => ({
    key,
    name: key,
    icon: 'star',
    colour: '#909399',
    enter: rung && {
      match: 'any',
      criteria: [
        { measure: 'spend', window, atLeast: rung.spend },
        { measure: 'orders', window, atLeast: rung.orders },
      ],
    },
    keep: null,
    benefits: [],
    replaces: [],
  });
  return {
    tiers: [tier('plain', null), tier('silver', RUNGS[which][0]!), tier('gold', RUNGS[which][1]!)],
    currency: 'CNY',
    rises: { at: 'once' },
    validity: { kind: 'months', months: 12 },
    atEnd: 'one-down',
    graceDays: 15,
    warningDays: [30, 7, 1],
    refunds: 'undo',
    gifts: { skipped: true, once: 'ever', placement: false },
    atStart: { kind: 'keep' },
  };
}

/** Customers who stand elsewhere than by hand. */
export const DIFFERENCE = `
  select count(*) as differing from bench_tiers_by_hand h left join tiers_members m using (customer_id)
  where h.tier_key <> coalesce(m.tier_key, 'plain')`;

/** The matrix that a simulation of the draft has to find; the one before was kept under another name. */
export const MATRIX = `
  select coalesce(m.tier_key, 'plain') as "from", h.tier_key as "to", count(*)::integer as customers
  from bench_tiers_by_hand h left join tiers_members m using (customer_id) group by 1, 2 order by 1, 2`;
