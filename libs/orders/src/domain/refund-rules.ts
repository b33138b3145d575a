import { canonicalJson } from './canonical';
import { ordersErrors } from './errors';
import { optionalText, requireList, requireText, requireTime, requireWhole } from './field-rules';
import { limits } from './limits';
import type { OrderKind } from './order';

/** One line that was given back. */
export interface RefundItem {
  sku: string;
  name?: string | null;
  quantity: number;
  amountCents?: number | null;
}

/** Money given back on an order; `externalId` is its name within the order. */
export interface RefundInput {
  externalId: string;
  refundedAt: Date;
  amountCents: number;
  items?: RefundItem[] | null;
}

export type Refund = Required<RefundInput>;

/** What is known of the order that a refund belongs to. */
export interface RefundedOrder {
  kind: OrderKind;
  totalCents: number;
  /** Sum of the refunds recorded so far. */
  refundsCents: number;
}

/**
 * Checks and completes a refund.
 *
 * @throws DomainError `orders.field-invalid`, `orders.time-implausible` (invalid)
 */
export function checkRefund(input: RefundInput, now: Date): Refund {
  const items = requireList(input.items, limits.itemsPerOrder, '/items');
  return {
    externalId: requireText(input.externalId, limits.externalId, '/externalId'),
    refundedAt: requireTime(input.refundedAt, now, '/refundedAt'),
    amountCents: requireWhole(input.amountCents, 1, limits.cents, '/amountCents'),
    items: items.length === 0 ? null : items.map(checkItem),
  };
}

function checkItem(item: RefundItem, index: number): RefundItem {
  const at = `/items/${index}`;
  const name = optionalText(item.name, limits.name, `${at}/name`);
  return {
    sku: requireText(item.sku, limits.sku, `${at}/sku`),
    quantity: requireWhole(item.quantity, 0, limits.quantity, `${at}/quantity`),
    ...(name === null ? {} : { name }),
    ...(item.amountCents === undefined || item.amountCents === null
      ? {}
      : { amountCents: requireWhole(item.amountCents, 0, limits.cents, `${at}/amountCents`) }),
  };
}

/**
 * Whether the refund is one that is recorded already. A refund is a fact: it never changes, so the same name with another
 * amount, time or lines is somebody's mistake.
 *
 * @param recorded the refund of that name, or null
 * @throws DomainError `orders.refund-mismatch` (conflict)
 */
export function isRepeated(recorded: Refund | null, refund: Refund): boolean {
  if (recorded === null) return false;
  const same =
    recorded.amountCents === refund.amountCents &&
    recorded.refundedAt.getTime() === refund.refundedAt.getTime() &&
    canonicalJson(recorded.items) === canonicalJson(refund.items);
  if (!same) throw ordersErrors.refundMismatch();
  return true;
}

/**
 * Refuses a refund that its order cannot bear. An early refund is not asked, since its order's total is not known: once the
 * order comes, such refunds count up to the total (`settle`).
 *
 * Example: total 100.00, refunded so far 80.00: 20.00 may be given back, 20.01 may not.
 *
 * @throws DomainError `orders.return-not-refundable`, `orders.refund-exceeds-total` (refused)
 */
export function assertRefundable(order: RefundedOrder, amountCents: number): void {
  if (order.kind === 'return') throw ordersErrors.returnNotRefundable();
  const { totalCents, refundsCents } = order;
  if (refundsCents + amountCents > totalCents)
    throw ordersErrors.refundExceedsTotal({ totalCents, refundsCents, amountCents });
}
