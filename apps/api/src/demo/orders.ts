import type { Calendar } from './calendar';
import { basketOf } from './catalogue';
import { channels, identitiesFor, nextChannel, utmOf, type Channel } from './channels';
import type { DemoIdentity, DemoItem, DemoOrder, DemoRefund } from './demo.types';
import { wishCents, type Habit } from './purchases';
import type { Random } from './random';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** What is known of a customer when her orders are made. */
export interface Buyer {
  /** Number that her orders' numbers begin with. */
  index: number;
  home: Channel;
  identities: DemoIdentity[];
  habit: Habit;
  taste: number[];
}

/** The orders of one customer, at these times (oldest first), with what became of each until the end day. */
export function ordersOf(buyer: Buyer, times: Date[], calendar: Calendar, random: Random): DemoOrder[] {
  return times.flatMap((placedAt, nth) => {
    const channel = nth === 0 ? buyer.home : nextChannel(buyer.home, buyer.identities, random);
    const order = saleOf(buyer, channel, nth, placedAt, calendar, random);
    const credit = channel.code === 'store' && random.chance(0.015) ? returnOf(order, calendar, random) : null;
    return credit ? [order, credit] : [order];
  });
}

function saleOf(
  buyer: Buyer,
  channel: Channel,
  nth: number,
  placedAt: Date,
  calendar: Calendar,
  random: Random,
): DemoOrder {
  const items = basketOf(wishCents(buyer.habit, random), buyer.taste, placedAt.getUTCMonth() + 1, random);
  const externalId = `D${String(buyer.index + 1).padStart(7, '0')}-${nth + 1}`;
  const totalCents = discounted(sumOf(items), random);
  const { paidAt, status } = courseOf(channel, placedAt, calendar, random);
  const refund =
    status === 'completed' ? refundOf(externalId, items, totalCents, paidAt!, channel, calendar, random) : null;
  return {
    source: channel.code,
    externalId,
    kind: 'sale',
    identities: identitiesFor(channel, buyer.identities),
    placedAt,
    paidAt,
    status,
    currency: 'CNY',
    totalCents,
    items,
    channel: channel.name,
    utm: utmOf(channel, random),
    refund,
  };
}

function sumOf(items: DemoItem[]): number {
  return items.reduce((sum, { quantity, unitPriceCents }) => sum + quantity * unitPriceCents, 0);
}

/** Twenty yuan off from 199 on, or a member's five per cent, for some. */
function discounted(cents: number, random: Random): number {
  if (cents >= 19_900 && random.chance(0.35)) return cents - 2_000;
  return random.chance(0.2) ? Math.round(cents * 0.95) : cents;
}

/** In a shop money and goods change hands at once; online some never pay, and a parcel takes days. */
function courseOf(
  channel: Channel,
  placedAt: Date,
  calendar: Calendar,
  random: Random,
): Pick<DemoOrder, 'paidAt' | 'status'> {
  if (channel === channels.at(-1)) return { paidAt: placedAt, status: 'completed' };
  const age = calendar.end.getTime() - placedAt.getTime();
  const delay = Math.round(random.exponential() * 4 * MINUTE) + 8_000;
  if (random.chance(0.035) || delay >= age) return { paidAt: null, status: age < DAY ? 'placed' : 'cancelled' };
  const paidAt = new Date(placedAt.getTime() + delay);
  if (random.chance(0.01)) return { paidAt, status: 'cancelled' };
  if (age < 1.5 * DAY) return { paidAt, status: 'paid' };
  return { paidAt, status: age < 6 * DAY ? 'shipped' : 'completed' };
}

/** Whole orders, or one product of them, within about a fortnight; live rooms see more of it. */
function refundOf(
  externalId: string,
  items: DemoItem[],
  totalCents: number,
  paidAt: Date,
  channel: Channel,
  calendar: Calendar,
  random: Random,
): DemoRefund | null {
  if (!random.chance(channel.code === 'douyin' ? 0.11 : 0.05)) return null;
  const refundedAt = new Date(paidAt.getTime() + Math.round((0.5 + random.gamma(2) * 2.5) * DAY));
  if (refundedAt >= calendar.end) return null;
  const part = items.length > 1 && random.chance(0.6) ? [random.pick(items)] : items;
  return {
    externalId: `${externalId}-R`,
    refundedAt,
    amountCents: part === items ? totalCents : Math.floor((sumOf(part) * totalCents) / sumOf(items)),
    items: part.map(({ sku, quantity }) => ({ sku, quantity })),
  };
}

/** A credit note of the shop: one piece comes back some days later, without a word about the order it was bought with. */
function returnOf(order: DemoOrder, calendar: Calendar, random: Random): DemoOrder | null {
  const at = new Date(order.placedAt.getTime() + Math.round((1 + random.next() * 20) * DAY));
  if (at >= calendar.end) return null;
  const item = { ...random.pick(order.items), quantity: 1 };
  return {
    ...order,
    externalId: `${order.externalId}-C`,
    kind: 'return',
    placedAt: at,
    paidAt: at,
    status: 'completed',
    totalCents: item.unitPriceCents,
    items: [item],
    utm: null,
    refund: null,
  };
}
