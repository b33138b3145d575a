/*
 * What happened to a customer, as tests tell it, and what the house could know of it at a moment. A fact that is written
 * down later than it happened has a `recordedAt` of its own.
 *
 * Example: an order paid on 3 March, sent by the shop on 9 March and refunded on 20 March is unknown on the 5th, counts in
 * full on the 10th and not at all on the 21st.
 */

export interface PastRefund {
  at: Date;
  cents: number;
}

export interface PastOrder {
  kind: 'sale' | 'return';
  paidAt: Date;
  recordedAt: Date;
  currency: string;
  totalCents: number;
  refunds: PastRefund[];
  cancelledAt: Date | null;
}

export interface PastGrowth {
  /** The moment it belongs to; of a reversal that of what it reverses. */
  at: Date;
  recordedAt: Date;
  amount: number;
}

export interface History {
  memberSince: Date;
  orders: PastOrder[];
  growth: PastGrowth[];
}

/** A paid order as `orders_purchases_v` tells it. */
export interface Purchase {
  paidAt: Date;
  currency: string;
  isPurchase: boolean;
  netCents: number;
}

/** What is known at a moment. */
export interface Facts {
  memberSince: Date;
  purchases: Purchase[];
  growth: { at: Date; amount: number }[];
}

/** What of a history is known at a moment. */
export function knownBy({ memberSince, orders, growth }: History, moment: Date): Facts {
  const isKnown = ({ recordedAt }: { recordedAt: Date }) => recordedAt <= moment;
  const isStanding = ({ cancelledAt }: PastOrder) => !cancelledAt || cancelledAt > moment;
  return {
    memberSince,
    purchases: orders
      .filter(isKnown)
      .filter(isStanding)
      .map((order) => purchase(order, moment)),
    growth: growth.filter(isKnown),
  };
}

/** How much of an order was given back by a moment; never more than was paid. */
export function refundedBy({ refunds, totalCents }: PastOrder, moment: Date): number {
  const given = refunds.filter(({ at }) => at <= moment).reduce((sum, { cents }) => sum + cents, 0);
  return Math.min(given, totalCents);
}

function purchase(order: PastOrder, moment: Date): Purchase {
  const { kind, paidAt, currency, totalCents } = order;
  const stayed = totalCents - refundedBy(order, moment);
  // a return names no order of ours: all of it is given back
  if (kind === 'return') return { paidAt, currency, isPurchase: false, netCents: -totalCents };
  return { paidAt, currency, isPurchase: stayed > 0, netCents: stayed };
}

/** Something happened, or was booked, as tests write it: what they don't mention is usual. */
export function order(paidAt: string, totalCents: number, change: Partial<PastOrder> = {}): PastOrder {
  const at = new Date(paidAt);
  return {
    kind: 'sale',
    paidAt: at,
    recordedAt: at,
    currency: 'CNY',
    totalCents,
    refunds: [],
    cancelledAt: null,
    ...change,
  };
}
