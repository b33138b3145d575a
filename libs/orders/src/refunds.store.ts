import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { newId } from '@siyu/kernel';
import { affected, row, rows } from '@siyu/platform';
import { ordersErrors } from './domain/errors';
import type { OrderKind, OrderStatus } from './domain/order';
import type { Refund } from './domain/refund-rules';
import type { PointedKey, SourceKey } from './keys.store';
import type { OrderPlace } from './orders.store';

/** What an order is and what has been given back of it. */
export interface OrderWithRefunds {
  kind: OrderKind;
  status: OrderStatus;
  totalCents: number;
  refundsCents: number;
}

/** An order that changes its customer. */
export interface Move {
  orderId: string;
  from: string;
  to: string;
}

/** Sums stay within exact whole numbers whatever was sent; only up to the order's total do they count anyway. */
const SUM = `least(coalesce(sum(r.amount_cents), 0), ${Number.MAX_SAFE_INTEGER})::bigint`;
const REFUND = 'r.external_id as "externalId", r.refunded_at as "refundedAt", r.amount_cents as "amountCents", r.items';

/** Every write and locked read of refunds. The caller holds the keys of the orders. */
@Injectable()
export class RefundsStore {
  /** The order of a key that this transaction holds. @throws DomainError `orders.not-found` */
  async getOrder(em: EntityManager, { customerId, orderId }: OrderPlace): Promise<OrderWithRefunds> {
    const order = await row<OrderWithRefunds>(
      em,
      `select o.kind, o.status, o.total_cents as "totalCents", coalesce((
         select ${SUM} from orders_refunds r where r.customer_id = o.customer_id and r.order_id = o.order_id
       ), 0) as "refundsCents"
       from orders o where o.customer_id = $1 and o.order_id = $2`,
      [customerId, orderId],
    );
    if (!order) throw ordersErrors.notFound();
    return order;
  }

  find(em: EntityManager, { customerId, orderId }: OrderPlace, externalId: string): Promise<Refund | null> {
    return row<Refund>(
      em,
      `select ${REFUND} from orders_refunds r where r.customer_id = $1 and r.order_id = $2 and r.external_id = $3`,
      [customerId, orderId, externalId],
    );
  }

  async insert(em: EntityManager, { customerId, orderId }: OrderPlace, refund: Refund, now: Date): Promise<void> {
    await affected(
      em,
      `insert into orders_refunds (customer_id, order_id, external_id, refund_id, refunded_at, amount_cents, items, recorded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [customerId, orderId, ...columnsOf(refund), now],
    );
  }

  findEarly(em: EntityManager, order: SourceKey, externalId: string): Promise<Refund | null> {
    return row<Refund>(
      em,
      `select ${REFUND} from orders_early_refunds r
       where r.order_external_id = $1 and r.source = $2 and r.external_id = $3`,
      [order.externalId, order.source, externalId],
    );
  }

  async insertEarly(em: EntityManager, order: SourceKey, refund: Refund, now: Date): Promise<void> {
    await affected(
      em,
      `insert into orders_early_refunds (
         order_external_id, source, external_id, refund_id, refunded_at, amount_cents, items, recorded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [order.externalId, order.source, ...columnsOf(refund), now],
    );
  }

  /** Sums of the refunds of orders, by order id; orders without refunds are left out. */
  async sums(em: EntityManager, places: OrderPlace[]): Promise<Map<string, number>> {
    if (places.length === 0) return new Map();
    const found = await rows<{ orderId: string; cents: number }>(
      em,
      `select r.order_id as "orderId", ${SUM} as cents
       from unnest($1::uuid[], $2::uuid[]) as w (customer_id, order_id)
       join orders_refunds r on r.customer_id = w.customer_id and r.order_id = w.order_id
       group by r.order_id`,
      [places.map(({ customerId }) => customerId), places.map(({ orderId }) => orderId)],
    );
    return new Map(found.map(({ orderId, cents }) => [orderId, cents]));
  }

  /** Hands the early refunds of orders that have come over to them. */
  async applyEarly(em: EntityManager, orders: PointedKey[]): Promise<void> {
    if (orders.length === 0) return;
    await affected(
      em,
      `insert into orders_refunds (customer_id, order_id, external_id, refund_id, refunded_at, amount_cents, items, recorded_at)
       select w."customerId", w.id, r.external_id, r.refund_id, r.refunded_at, r.amount_cents, r.items, r.recorded_at
       from json_to_recordset($1::json) as w (source text, "externalId" text, "customerId" uuid, id uuid)
       join orders_early_refunds r on r.order_external_id = w."externalId" and r.source = w.source`,
      [JSON.stringify(orders)],
    );
    await affected(
      em,
      `delete from orders_early_refunds r
       using json_to_recordset($1::json) as w (source text, "externalId" text)
       where r.order_external_id = w."externalId" and r.source = w.source`,
      [JSON.stringify(orders)],
    );
  }

  /** Takes the refunds of orders along to their new customers. */
  async move(em: EntityManager, moves: Move[]): Promise<void> {
    if (moves.length === 0) return;
    const params = [moves.map(({ orderId }) => orderId), moves.map(({ from }) => from)];
    await affected(
      em,
      `insert into orders_refunds (customer_id, order_id, external_id, refund_id, refunded_at, amount_cents, items, recorded_at)
       select w.to_id, r.order_id, r.external_id, r.refund_id, r.refunded_at, r.amount_cents, r.items, r.recorded_at
       from unnest($1::uuid[], $2::uuid[], $3::uuid[]) as w (order_id, from_id, to_id)
       join orders_refunds r on r.customer_id = w.from_id and r.order_id = w.order_id`,
      [...params, moves.map(({ to }) => to)],
    );
    await affected(
      em,
      `delete from orders_refunds r using unnest($1::uuid[], $2::uuid[]) as w (order_id, from_id)
       where r.customer_id = w.from_id and r.order_id = w.order_id`,
      params,
    );
  }
}

function columnsOf({ externalId, refundedAt, amountCents, items }: Refund): unknown[] {
  return [externalId, newId(), refundedAt, amountCents, items === null ? null : JSON.stringify(items)];
}
