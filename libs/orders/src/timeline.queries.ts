import { Injectable } from '@nestjs/common';
import { timelineAt, type TimelineEntry, type TimelinePage } from '@siyu/customers';
import { Database, rows } from '@siyu/platform';

interface Part {
  /** Its row in the union: id, kind, at, data. */
  select: string;
  at: string;
  id: string;
}

/** How each kind of entry is read; each of them walks an index of its own, newest first, and stops at the limit. */
const PARTS: Record<string, Part> = {
  order: {
    select: `select o.order_id as id, 'order' as kind, o.placed_at as at, jsonb_build_object('orderId', o.order_id,
        'source', o.source, 'externalId', o.external_id, 'kind', o.kind, 'status', o.status, 'currency', o.currency,
        'totalCents', o.total_cents, 'refundedCents', o.refunded_cents, 'channel', o.channel) as data
      from orders o where o.customer_id = $1`,
    at: 'o.placed_at',
    id: 'o.order_id',
  },
  refund: {
    select: `select r.refund_id as id, 'refund' as kind, r.refunded_at as at, jsonb_build_object('orderId', r.order_id,
        'externalId', r.external_id, 'orderSource', o.source, 'orderExternalId', o.external_id,
        'currency', o.currency, 'amountCents', r.amount_cents) as data
      from orders_refunds r join orders o on o.customer_id = r.customer_id and o.order_id = r.order_id
      where r.customer_id = $1`,
    at: 'r.refunded_at',
    id: 'r.refund_id',
  },
  event: {
    select: `select e.event_id as id, 'event' as kind, e.occurred_at as at, jsonb_build_object('type', e.type,
        'source', e.source, 'properties', e.properties) as data
      from orders_events e where e.customer_id = $1`,
    at: 'e.occurred_at',
    id: 'e.event_id',
  },
};

/** What this lib tells the customer's timeline. */
@Injectable()
export class TimelineQueries {
  static readonly kinds = Object.keys(PARTS);

  constructor(private readonly database: Database) {}

  /** Entries of the kinds asked for, newest first. */
  async page(customerId: string, { before, limit, kinds }: TimelinePage): Promise<TimelineEntry[]> {
    const parts = kinds.map((kind) => PARTS[kind]).filter((part) => part !== undefined);
    if (parts.length === 0) return [];
    const union = parts.map(({ select, at, id }) => {
      const behind = before ? `and (${at}, ${id}) < ($3::timestamptz, $4::uuid)` : '';
      return `(${select} ${behind} order by ${at} desc, ${id} desc limit $2)`;
    });
    return rows<TimelineEntry>(
      this.database.em,
      `select id, kind, ${timelineAt('at')} as at, data from (${union.join(' union all ')}) as entries
       order by entries.at desc, id desc limit $2`,
      [customerId, limit, ...(before ? [before.at, before.id] : [])],
    );
  }
}
