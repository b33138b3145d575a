import type { OrderKind, OrderStatus } from './order';

/**
 * What a sale and its refunds come to. Three rules:
 *
 * 1. Refunds count up to the total and never beyond: an order whose total was lowered after its refunds, or whose early
 *    refunds were too large, is worth 0 and not less.
 * 2. A sale whose refunds reach its total is `refunded`, whatever status its source reports later; a cancelled one stays
 *    cancelled. When the source raises the total again, the status is what the source says.
 * 3. `refunded` reported by the source without any refund means the whole of it.
 *
 * A return is money given back already: no refund counts on it.
 *
 * Example: total 100.00 with refunds of 30.00 and 70.00 -> refunded 100.00, status `refunded`. Total lowered to 80.00:
 * refunded 80.00.
 */
export function settle(
  order: { kind: OrderKind; status: OrderStatus; totalCents: number },
  refundsCents: number,
): { status: OrderStatus; refundedCents: number } {
  if (order.kind === 'return') return { status: order.status, refundedCents: 0 };
  const refundedCents = order.status === 'refunded' ? order.totalCents : Math.min(order.totalCents, refundsCents);
  const whole = order.totalCents > 0 && refundedCents === order.totalCents && order.status !== 'cancelled';
  return { status: whole ? 'refunded' : order.status, refundedCents };
}
