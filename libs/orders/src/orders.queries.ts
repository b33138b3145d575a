import { Injectable } from '@nestjs/common';
import { CustomersQueries } from '@siyu/customers';
import { badCursor, decodeCursor, isId, pageOf, parseInstant } from '@siyu/kernel';
import { Database, row, rows, type PageQuery } from '@siyu/platform';
import { ordersErrors } from './domain/errors';
import type { OrderKind, OrderStatus } from './domain/order';
import type { RefundItem } from './domain/refund-rules';
import type { SourceKey } from './keys.store';
import type { OrderDetails, OrderLine, OrderPage, OrderSummary } from './orders.dto';
import type { OrderPlace } from './orders.store';
import type { OrderRefund } from './refunds.dto';

interface SummaryRow {
  orderId: string;
  customerId: string;
  source: string;
  externalId: string;
  kind: OrderKind;
  status: OrderStatus;
  placedAt: Date;
  paidAt: Date | null;
  currency: string;
  totalCents: number;
  refundedCents: number;
  channel: string | null;
  itemsCount: number;
}

interface FullRow extends SummaryRow {
  utm: Record<string, unknown> | null;
  createdAt: Date;
  updatedAt: Date;
}

const SUMMARY = `o.order_id as "orderId", o.customer_id as "customerId", o.source, o.external_id as "externalId", o.kind,
  o.status, o.placed_at as "placedAt", o.paid_at as "paidAt", o.currency, o.total_cents as "totalCents",
  o.refunded_cents as "refundedCents", o.channel, (
    select count(*)::int from orders_items i where i.customer_id = o.customer_id and i.order_id = o.order_id
  ) as "itemsCount"`;

/** Orders for screens and integrators. */
@Injectable()
export class OrdersQueries {
  constructor(
    private readonly database: Database,
    private readonly customers: CustomersQueries,
  ) {}

  /**
   * Orders of a customer, the newest first, with their refunds.
   *
   * @throws DomainError `page.bad-cursor` (invalid), `customers.not-found`
   */
  async ofCustomer(customerId: string, { limit, cursor }: PageQuery): Promise<OrderPage> {
    const [placedAt, orderId] = cursor ? readCursor(cursor) : [null, null];
    await this.customers.mustExist(customerId);
    const found = await rows<SummaryRow>(
      this.database.em,
      `select ${SUMMARY} from orders o
       where o.customer_id = $1 ${cursor ? 'and (o.placed_at, o.order_id) < ($3::timestamptz, $4::uuid)' : ''}
       order by o.placed_at desc, o.order_id desc
       limit $2`,
      [customerId, limit + 1, ...(cursor ? [placedAt, orderId] : [])],
    );
    const page = pageOf(found, limit, (order) => [order.placedAt.toISOString(), order.orderId]);
    const refunds = await this.refundsOf(
      customerId,
      page.items.map((order) => order.orderId),
    );
    return {
      items: page.items.map((order) => summaryOf(order, refunds.get(order.orderId))),
      nextCursor: page.nextCursor,
    };
  }

  /** One order with its lines and refunds. @throws DomainError `orders.not-found` */
  async get({ customerId, orderId }: OrderPlace): Promise<OrderDetails> {
    const order = await row<FullRow>(
      this.database.em,
      `select ${SUMMARY}, o.utm, o.created_at as "createdAt", o.updated_at as "updatedAt"
       from orders o where o.customer_id = $1 and o.order_id = $2`,
      [customerId, orderId],
    );
    if (!order) throw ordersErrors.notFound();
    const [items, refunds] = await Promise.all([
      this.itemsOf({ customerId, orderId }),
      this.refundsOf(customerId, [orderId]),
    ]);
    return {
      ...summaryOf(order, refunds.get(orderId)),
      items,
      utm: order.utm,
      createdAt: order.createdAt.toISOString(),
      updatedAt: order.updatedAt.toISOString(),
    };
  }

  /** The order of that number at the source. @throws DomainError `orders.not-found` */
  async getBySource({ source, externalId }: SourceKey): Promise<OrderDetails> {
    const place = await row<OrderPlace>(
      this.database.em,
      `select customer_id as "customerId", order_id as "orderId" from orders_keys
       where external_id = $1 and source = $2 and order_id is not null`,
      [externalId, source],
    );
    if (!place) throw ordersErrors.notFound();
    return this.get(place);
  }

  private itemsOf({ customerId, orderId }: OrderPlace): Promise<OrderLine[]> {
    return rows<OrderLine>(
      this.database.em,
      `select sku, name, category, quantity, unit_price_cents as "unitPriceCents"
       from orders_items where customer_id = $1 and order_id = $2 order by line_no`,
      [customerId, orderId],
    );
  }

  private async refundsOf(customerId: string, orderIds: string[]): Promise<Map<string, OrderRefund[]>> {
    if (orderIds.length === 0) return new Map();
    const found = await rows<{
      orderId: string;
      externalId: string;
      refundedAt: Date;
      amountCents: number;
      items: RefundItem[] | null;
    }>(
      this.database.em,
      `select order_id as "orderId", external_id as "externalId", refunded_at as "refundedAt",
         amount_cents as "amountCents", items
       from orders_refunds where customer_id = $1 and order_id = any($2::uuid[])
       order by refunded_at, external_id`,
      [customerId, orderIds],
    );
    const refunds = found.map(({ orderId, refundedAt, ...rest }) => {
      return { orderId, refund: { ...rest, refundedAt: refundedAt.toISOString() } };
    });
    const byOrder = Map.groupBy(refunds, ({ orderId }) => orderId);
    return new Map([...byOrder].map(([orderId, entries]) => [orderId, entries.map(({ refund }) => refund)]));
  }
}

function summaryOf(order: SummaryRow, refunds: OrderRefund[] = []): OrderSummary {
  const { orderId, customerId, source, externalId, kind, status, currency, totalCents, refundedCents, channel } = order;
  return {
    ...{ orderId, customerId, source, externalId, kind, status, currency, totalCents, refundedCents, channel },
    placedAt: order.placedAt.toISOString(),
    paidAt: order.paidAt?.toISOString() ?? null,
    itemsCount: order.itemsCount,
    refunds,
  };
}

function readCursor(cursor: string): [placedAt: string, orderId: string] {
  const [placedAt, orderId] = decodeCursor(cursor, 2);
  if (typeof placedAt !== 'string' || parseInstant(placedAt, 'UTC') === null || !isId(orderId)) {
    throw badCursor();
  }
  return [placedAt, orderId];
}
