import { row } from '@siyu/platform';
import type { TestApp } from '@siyu/platform/testing';

/** How many rows there are of everything that a request to this lib could write. */
export async function tableCounts({ database }: TestApp): Promise<Record<string, number>> {
  const counts = await row<Record<string, number>>(
    database.em,
    `select (select count(*)::int from orders) as orders, (select count(*)::int from orders_keys) as keys,
       (select count(*)::int from orders_items) as items, (select count(*)::int from orders_refunds) as refunds,
       (select count(*)::int from orders_early_refunds) as "earlyRefunds",
       (select count(*)::int from orders_events) as events, (select count(*)::int from orders_event_keys) as "eventKeys",
       (select count(*)::int from orders_figures) as figures,
       (select count(*)::int from orders_figures where computed_at > '2000-01-01') as computed`,
  );
  return counts!;
}
