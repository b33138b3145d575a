import { ordersErrors } from './errors';
import { limits } from './limits';
import {
  optionalText,
  requireChoice,
  requireFreeForm,
  requireList,
  requireText,
  requireTime,
  requireWhole,
} from './field-rules';
import { orderKinds, orderStatuses, type Order, type OrderInput, type OrderItem, type OrderItemInput } from './order';

/**
 * What an order must be before it is recorded, whoever sends it, and what is filled in where a source says nothing.
 *
 * - A status that means money came in (paid, shipped, completed, refunded) without a time of payment: it was paid when it
 *   was placed. Shops that take money at the counter report one time only.
 * - `placed` together with a time of payment is `paid`: the time is the harder fact.
 * - `cancelled` keeps its time of payment; it counts for nothing either way.
 *
 * Example: `{ status: 'completed', placedAt: 9:00 }` is recorded as paid at 9:00.
 */
const MONEY_CAME_IN: ReadonlySet<string> = new Set(['paid', 'shipped', 'completed', 'refunded']);
const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/**
 * Checks and completes an order. Identities are passed on as they are: their form is for the customers lib to judge.
 *
 * @param now for times that lie ahead
 * @throws DomainError `orders.field-invalid`, `orders.identity-missing`, `orders.time-implausible`,
 *   `orders.currency-unknown` (all invalid), each naming the field by pointer
 */
export function checkOrder(input: OrderInput, now: Date): Order {
  const placedAt = requireTime(input.placedAt, now, '/placedAt');
  const givenPaidAt = input.paidAt ? requireTime(input.paidAt, now, '/paidAt') : null;
  const status = requireChoice(input.status, orderStatuses, '/status');
  if (!Array.isArray(input.identities) || input.identities.length === 0) throw ordersErrors.identityMissing();
  return {
    source: requireText(input.source, limits.source, '/source'),
    externalId: requireText(input.externalId, limits.externalId, '/externalId'),
    identities: requireList(input.identities, limits.identities, '/identities'),
    customerName: optionalText(input.customerName, limits.customerName, '/customerName'),
    placedAt,
    paidAt: givenPaidAt ?? (MONEY_CAME_IN.has(status) ? placedAt : null),
    status: status === 'placed' && givenPaidAt ? 'paid' : status,
    currency: currencyOf(input.currency),
    totalCents: requireWhole(input.totalCents, 0, limits.cents, '/totalCents'),
    items: requireList(input.items, limits.itemsPerOrder, '/items').map(checkItem),
    channel: optionalText(input.channel, limits.channel, '/channel'),
    utm: input.utm ? requireFreeForm(input.utm, limits.utmCharacters, '/utm') : null,
    kind: requireChoice(input.kind ?? 'sale', orderKinds, '/kind'),
  };
}

function checkItem(item: OrderItemInput, index: number): OrderItem {
  const at = `/items/${index}`;
  return {
    sku: requireText(item.sku, limits.sku, `${at}/sku`),
    name: optionalText(item.name, limits.name, `${at}/name`),
    category: optionalText(item.category, limits.category, `${at}/category`),
    quantity: requireWhole(item.quantity, 0, limits.quantity, `${at}/quantity`),
    unitPriceCents: requireWhole(item.unitPriceCents, 0, limits.cents, `${at}/unitPriceCents`),
  };
}

function currencyOf(value: unknown): string {
  const code = typeof value === 'string' ? value.trim().toUpperCase() : '';
  if (!CURRENCIES.has(code)) throw ordersErrors.currencyUnknown(String(value));
  return code;
}
