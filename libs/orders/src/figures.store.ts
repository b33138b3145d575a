import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { affected } from '@siyu/platform';

/** What exact whole numbers can hold; sums of absurd orders stop there instead of making a customer unreadable. */
const CEILING = Number.MAX_SAFE_INTEGER;

/**
 * The figures per customer. They are never added to: whoever changes orders of customers locks their figures first,
 * changes the rows, and has the figures computed from the rows anew. The lock makes simultaneous changes of one customer
 * take turns, so that the last one sees the rows of all.
 */
@Injectable()
export class FiguresStore {
  /** Locks the figures of the customers in the order of their ids; makes those that are missing. */
  async lock(em: EntityManager, customerIds: string[], now: Date): Promise<void> {
    await affected(
      em,
      `insert into orders_figures (customer_id, orders_count, gross_cents, refunded_cents, net_cents, computed_at)
       select w.customer_id, 0, 0, 0, 0, $2 from unnest($1::uuid[]) as w (customer_id) order by w.customer_id
       on conflict (customer_id) do update set computed_at = excluded.computed_at where false`,
      [customerIds, now],
    );
  }

  /** Computes the figures of customers whose figures this transaction has locked. */
  async recompute(em: EntityManager, customerIds: string[], now: Date): Promise<void> {
    await affected(em, RECOMPUTE, [customerIds, now]);
  }
}

/**
 * The interval is the mean of the gaps between purchases, which is (last - first) / (purchases - 1), in days of 24 hours.
 * The currency is that of the last purchase, or of the last return when there is no purchase.
 */
const RECOMPUTE = `
with by_currency as (
  select customer_id, currency, count(*) filter (where is_purchase) as purchases, sum(gross_cents) as gross_cents,
    sum(refunded_cents) as refunded_cents, sum(net_cents) as net_cents, max(paid_at) as last_at,
    min(paid_at) filter (where is_purchase) as first_purchase, max(paid_at) filter (where is_purchase) as last_purchase
  from orders_purchases_v
  where customer_id = any($1::uuid[])
  group by customer_id, currency
), counted as (
  select distinct on (customer_id) customer_id, currency, gross_cents, refunded_cents, net_cents,
    sum(purchases) over hers as purchases, min(first_purchase) over hers as first_paid_at,
    max(last_purchase) over hers as last_paid_at
  from by_currency
  window hers as (partition by customer_id)
  order by customer_id, last_purchase desc nulls last, last_at desc, currency
)
update orders_figures f
set orders_count = coalesce(c.purchases, 0), currency = c.currency, gross_cents = ${exact('c.gross_cents')},
  refunded_cents = ${exact('c.refunded_cents')}, net_cents = ${exact('c.net_cents')},
  first_paid_at = c.first_paid_at, last_paid_at = c.last_paid_at,
  average_interval_days = extract(epoch from c.last_paid_at - c.first_paid_at) / 86400 / nullif(c.purchases - 1, 0),
  computed_at = $2
from unnest($1::uuid[]) as w (customer_id)
left join counted c on c.customer_id = w.customer_id
where f.customer_id = w.customer_id`;

function exact(sum: string): string {
  return `least(greatest(coalesce(${sum}, 0), -${CEILING}), ${CEILING})`;
}
