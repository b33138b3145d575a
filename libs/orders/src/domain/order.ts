import type { Identity } from '@siyu/customers';

export const orderStatuses = ['placed', 'paid', 'shipped', 'completed', 'cancelled', 'refunded'] as const;
export type OrderStatus = (typeof orderStatuses)[number];

/** A sale, or a return: a credit note that names no order of ours. The total of both is written without a sign. */
export const orderKinds = ['sale', 'return'] as const;
export type OrderKind = (typeof orderKinds)[number];

/** One line of an order. */
export interface OrderItemInput {
  sku: string;
  name?: string | null;
  category?: string | null;
  /** Whole pieces, not negative. */
  quantity: number;
  /** Price of one piece before order-wide discounts. */
  unitPriceCents: number;
}

/** An order as a source reports it. `(source, externalId)` is its name; the newest report is the truth. */
export interface OrderInput {
  source: string;
  externalId: string;
  /** Whose order it is; at least one. */
  identities: Identity[];
  /** Name for a customer who is not known yet; no part of the order. */
  customerName?: string | null;
  placedAt: Date;
  /** Missing on a paid order: it was paid when it was placed. */
  paidAt?: Date | null;
  status: OrderStatus;
  /** ISO 4217. */
  currency: string;
  /** What the customer paid in all, after discounts and with shipping: the lines need not add up to it. */
  totalCents: number;
  items?: OrderItemInput[];
  channel?: string | null;
  utm?: Record<string, unknown> | null;
  kind?: OrderKind;
}

export type OrderItem = Required<OrderItemInput>;

/** An order that keeps every rule, with nothing left open. */
export interface Order extends Required<OrderInput> {
  paidAt: Date | null;
  items: OrderItem[];
}
