import { canonicalJson } from './canonical';
import type { Order } from './order';

/**
 * What of an order makes it another order version when it differs: everything that a source says of it, its identities
 * included. A report with the same content as the stored one changes nothing.
 *
 * Not part of it: the order of identities and of UTM keys, and the name for a new customer. The order of lines is.
 *
 * Example: the same order sent again with `paid` become `shipped` has another content; with `phone` and `email` listed the
 * other way round it has the same.
 */
export function orderContent(order: Order): string {
  return JSON.stringify([
    order.kind,
    order.status,
    order.placedAt.getTime(),
    order.paidAt?.getTime() ?? null,
    order.currency,
    order.totalCents,
    order.channel,
    order.utm === null ? null : canonicalJson(order.utm),
    order.identities.map(({ type, value }) => `${type} ${value}`).sort(),
    order.items.map((item) => [item.sku, item.name, item.category, item.quantity, item.unitPriceCents]),
  ]);
}
