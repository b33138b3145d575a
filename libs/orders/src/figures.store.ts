import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { affected, rows } from '@siyu/platform';

/** What exact whole numbers can hold; sums of absurd orders stop there instead of making a customer unreadable. */
const CEILING = Number.MAX_SAFE_INTEGER;

/**
 * The figures per customer. They are never added to: whoever has changed orders of customers locks their figures and has
 * them computed anew from the rows, in a statement of its own. The lock makes simultaneous changes of one customer take
 * turns, and a statement that begins under the lock sees the rows of all who had it before, so the last one is right.
 */
@Injectable()
export class FiguresStore {
  /**
   * Locks the figures of the customers in the order of their ids, and makes those that are missing.
   *
   * @returns the customers whose figures were made: nobody else knew them, so these figures are right already
   */
  async lock(em: EntityManager, customerIds: string[], now: Date): Promise<string[]> {
    const made = await rows<{ id: string }>(em, LOCK, [customerIds, now]);
    return made.map(({ id }) => id);
  }

  /** Computes the figures of customers whose figures this transaction has locked. */
  async recompute(em: EntityManager, customerIds: string[], now: Date): Promise<void> {
    await affected(em, RECOMPUTE, [customerIds, now]);
  }
}

const FIGURES = `orders_count, currency, gross_cents, refunded_cents, net_cents, first_paid_at, last_paid_at,
  average_interval_days, computed_at`;

const LOCK = `
with ${countedAmong('where not exists (select from orders_figures f where f.customer_id = w.customer_id)')}
insert into orders_figures (customer_id, ${FIGURES})
select w.customer_id, ${figuresOf('c')}
from unnest($1::uuid[]) as w (customer_id)
left join counted c on c.customer_id = w.customer_id
order by w.customer_id
on conflict (customer_id) do update set computed_at = excluded.computed_at where false
returning customer_id as id`;

const RECOMPUTE = `
with ${countedAmong('')}
update orders_figures f set (${FIGURES}) = row(${figuresOf('c')})
from unnest($1::uuid[]) as w (customer_id)
left join counted c on c.customer_id = w.customer_id
where f.customer_id = w.customer_id`;

/**
 * What the paid orders of the customers $1 come to. The currency is that of the last purchase, or of the last return when
 * there is no purchase; only amounts of that currency are summed up.
 */
function countedAmong(where: string): string {
  return `by_currency as (
  select p.customer_id, p.currency, count(*) filter (where p.is_purchase) as purchases, max(p.paid_at) as last_at,
    sum(p.gross_cents) as gross_cents, sum(p.refunded_cents) as refunded_cents, sum(p.net_cents) as net_cents,
    min(p.paid_at) filter (where p.is_purchase) as first_purchase,
    max(p.paid_at) filter (where p.is_purchase) as last_purchase
  from unnest($1::uuid[]) as w (customer_id)
  join orders_purchases_v p on p.customer_id = w.customer_id
  ${where}
  group by p.customer_id, p.currency
), counted as (
  select distinct on (customer_id) customer_id, currency, gross_cents, refunded_cents, net_cents,
    sum(purchases) over hers as purchases, min(first_purchase) over hers as first_paid_at,
    max(last_purchase) over hers as last_paid_at
  from by_currency
  window hers as (partition by customer_id)
  order by customer_id, last_purchase desc nulls last, last_at desc, currency
)`;
}

/** The interval is the mean of the gaps between purchases, (last - first) / (purchases - 1), in days of 24 hours. */
function figuresOf(c: string): string {
  return `coalesce(${c}.purchases, 0), ${c}.currency, ${exact(`${c}.gross_cents`)}, ${exact(`${c}.refunded_cents`)},
  ${exact(`${c}.net_cents`)}, ${c}.first_paid_at, ${c}.last_paid_at,
  extract(epoch from ${c}.last_paid_at - ${c}.first_paid_at) / 86400 / nullif(${c}.purchases - 1, 0), $2::timestamptz`;
}

function exact(sum: string): string {
  return `least(greatest(coalesce(${sum}, 0), -${CEILING}), ${CEILING})`;
}
