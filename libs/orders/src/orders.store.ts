import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { affected, copyRows, type CopyValue } from '@siyu/platform';
import type { Order, OrderStatus } from './domain/order';

/** An order on its way into the table. */
export interface SettledOrder {
  customerId: string;
  orderId: string;
  order: Order;
  /** After its refunds. */
  status: OrderStatus;
  refundedCents: number;
}

/** Where an order lives. */
export interface OrderPlace {
  customerId: string;
  orderId: string;
}

/** Every write of orders and their lines. The caller holds the keys of the orders. */
@Injectable()
export class OrdersStore {
  /** Adds orders that are not there yet, with their lines. */
  async insert(em: EntityManager, orders: SettledOrder[], now: Date): Promise<void> {
    if (orders.length === 0) return;
    await copyRows(
      em,
      `copy orders (customer_id, order_id, source, external_id, kind, status, placed_at, paid_at, currency, total_cents,
         refunded_cents, channel, utm, created_at, updated_at) from stdin`,
      orders.map((order) => [...Object.values(columnsOf(order)), now, now]),
    );
    await this.addItems(em, orders);
  }

  /** Replaces the content of orders that are there, and their lines. */
  async replace(em: EntityManager, orders: SettledOrder[], now: Date): Promise<void> {
    if (orders.length === 0) return;
    await affected(
      em,
      `update orders o set kind = w.kind, status = w.status, placed_at = w.placed_at, paid_at = w.paid_at,
         currency = w.currency, total_cents = w.total_cents, refunded_cents = w.refunded_cents, channel = w.channel,
         utm = w.utm::jsonb, updated_at = $2
       from json_to_recordset($1::json) as w (customer_id uuid, order_id uuid, kind text, status text,
         placed_at timestamptz, paid_at timestamptz, currency text, total_cents bigint, refunded_cents bigint,
         channel text, utm text)
       where o.customer_id = w.customer_id and o.order_id = w.order_id`,
      [JSON.stringify(orders.map(columnsOf)), now],
    );
    await this.remove(em, 'orders_items', orders);
    await this.addItems(em, orders);
  }

  /** Takes orders and their lines away. */
  async removeAll(em: EntityManager, places: OrderPlace[]): Promise<void> {
    if (places.length === 0) return;
    await this.remove(em, 'orders_items', places);
    await this.remove(em, 'orders', places);
  }

  private async addItems(em: EntityManager, orders: SettledOrder[]): Promise<void> {
    const lines = orders.flatMap(({ customerId, orderId, order }) =>
      order.items.map(({ sku, name, category, quantity, unitPriceCents }, index): CopyValue[] => {
        return [customerId, orderId, index + 1, sku, name, category, quantity, unitPriceCents];
      }),
    );
    if (lines.length === 0) return;
    await copyRows(
      em,
      `copy orders_items (customer_id, order_id, line_no, sku, name, category, quantity, unit_price_cents) from stdin`,
      lines,
    );
  }

  private async remove(em: EntityManager, table: 'orders' | 'orders_items', places: OrderPlace[]): Promise<void> {
    await affected(
      em,
      `delete from ${table} t using unnest($1::uuid[], $2::uuid[]) as w (customer_id, order_id)
       where t.customer_id = w.customer_id and t.order_id = w.order_id`,
      [places.map(({ customerId }) => customerId), places.map(({ orderId }) => orderId)],
    );
  }

  /** Writes what an order's refunds have made of it. */
  async setSettlement(
    em: EntityManager,
    place: OrderPlace,
    settlement: { status: OrderStatus; refundedCents: number },
    now: Date,
  ): Promise<void> {
    await affected(
      em,
      'update orders set status = $3, refunded_cents = $4, updated_at = $5 where customer_id = $1 and order_id = $2',
      [place.customerId, place.orderId, settlement.status, settlement.refundedCents, now],
    );
  }
}

/** The columns that a source speaks of, in the order of `insert`. */
function columnsOf({ customerId, orderId, order, status, refundedCents }: SettledOrder): Record<string, CopyValue> {
  return {
    customer_id: customerId,
    order_id: orderId,
    source: order.source,
    external_id: order.externalId,
    kind: order.kind,
    status,
    placed_at: order.placedAt,
    paid_at: order.paidAt,
    currency: order.currency,
    total_cents: order.totalCents,
    refunded_cents: refundedCents,
    channel: order.channel,
    utm: order.utm === null ? null : JSON.stringify(order.utm),
  };
}
