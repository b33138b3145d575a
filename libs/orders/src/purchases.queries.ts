import { Injectable } from '@nestjs/common';
import { Database, rows } from '@siyu/platform';
import type { EntityManager } from 'typeorm';
import type { OrderItem, OrderKind, OrderStatus } from './domain/order';
import type { OrderPlace } from './orders.store';

/** An order as others judge it: what was paid, given back and bought. */
export interface Purchase extends OrderPlace {
  source: string;
  externalId: string;
  kind: OrderKind;
  status: OrderStatus;
  paidAt: Date | null;
  currency: string;
  totalCents: number;
  /** Never more than the total. */
  refundedCents: number;
  channel: string | null;
  /** The customer's earliest purchase (see `orders_purchases_v`). */
  isFirst: boolean;
  items: (Pick<OrderItem, 'sku' | 'category' | 'quantity' | 'unitPriceCents'> & { lineNo: number })[];
}

export type PurchaseGlance = OrderPlace & Pick<Purchase, 'kind' | 'status' | 'paidAt' | 'refundedCents'>;

const PLACES = 'unnest($1::uuid[], $2::uuid[]) as w (customer_id, order_id)';

/** Orders by name, for libs that react to `orders.changed`. */
@Injectable()
export class PurchasesQueries {
  constructor(private readonly database: Database) {}

  /**
   * The orders that are to be found with these customers, with their lines; those that moved away are left out.
   *
   * @param em of the caller's transaction
   */
  async of(places: readonly OrderPlace[], em: EntityManager = this.database.em): Promise<Purchase[]> {
    if (places.length === 0) return [];
    return rows<Purchase>(
      em,
      `select o.customer_id as "customerId", o.order_id as "orderId", o.source, o.external_id as "externalId", o.kind,
         o.status, o.paid_at as "paidAt", o.currency, o.total_cents as "totalCents", o.refunded_cents as "refundedCents",
         o.channel,
         o.paid_at is not null and not exists (
           select from orders_purchases_v p where p.customer_id = o.customer_id and p.is_purchase
             and (p.paid_at, p.order_id) < (o.paid_at, o.order_id)
         ) as "isFirst",
         coalesce((
           select json_agg(json_build_object('lineNo', i.line_no, 'sku', i.sku, 'category', i.category,
             'quantity', i.quantity, 'unitPriceCents', i.unit_price_cents) order by i.line_no)
           from orders_items i where i.customer_id = o.customer_id and i.order_id = o.order_id
         ), '[]') as items
       from ${PLACES}
       join orders o on o.customer_id = w.customer_id and o.order_id = w.order_id`,
      paramsOf(places),
    );
  }

  /** Where the orders are that go by these names; those that nobody reported are left out. */
  places(names: readonly { source: string; externalId: string }[]): Promise<OrderPlace[]> {
    return rows<OrderPlace>(
      this.database.em,
      `select k.customer_id as "customerId", k.order_id as "orderId"
       from unnest($1::text[], $2::text[]) as w (source, external_id)
       join orders_keys k on k.external_id = w.external_id and k.source = w.source
       where k.order_id is not null`,
      [names.map(({ source }) => source), names.map(({ externalId }) => externalId)],
    );
  }

  /** Like {@link of}, without what takes longer: whether there is anything to do about the orders at all. */
  async glance(places: readonly OrderPlace[], em: EntityManager = this.database.em): Promise<PurchaseGlance[]> {
    if (places.length === 0) return [];
    return rows<PurchaseGlance>(
      em,
      `select o.customer_id as "customerId", o.order_id as "orderId", o.kind, o.status, o.paid_at as "paidAt",
         o.refunded_cents as "refundedCents"
       from ${PLACES}
       join orders o on o.customer_id = w.customer_id and o.order_id = w.order_id`,
      paramsOf(places),
    );
  }
}

function paramsOf(places: readonly OrderPlace[]): [string[], string[]] {
  return [places.map(({ customerId }) => customerId), places.map(({ orderId }) => orderId)];
}
