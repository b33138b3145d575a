import type { components } from '@siyu/api-client';
import { choiceParam, sortParam, textParam, wholeParam, type Values } from '../../shared/query/params';

export type ListedCustomer = components['schemas']['ListedCustomer'];
export type Customer = components['schemas']['Customer'];
export type CustomerIdentity = components['schemas']['CustomerIdentity'];
export type TimelineItem = components['schemas']['TimelineItem'];

export const customersPermissions = {
  read: 'customers.read',
  write: 'customers.write',
  reveal: 'customers.reveal',
  readOrders: 'orders.read',
  readRfm: 'rfm.read',
  readPoints: 'points.read',
} as const;

export const LAST_PURCHASES = ['within-30', 'within-90', 'within-365', 'over-90', 'over-365', 'never'] as const;
export type LastPurchase = (typeof LAST_PURCHASES)[number];

export const CUSTOMER_SORTS = [
  'orders.ordersCount',
  'orders.netCents',
  'orders.lastPaidAt',
  'points.balance',
  'createdAt',
] as const;

/** The list's filters as they stand in the address; `segment`, `r`, `f`, `m` are also what the RFM page links to. */
export const customerFilters = {
  q: textParam(),
  segment: textParam(),
  r: wholeParam(1, 10),
  f: wholeParam(1, 10),
  m: wholeParam(1, 10),
  minOrders: wholeParam(1, 100_000),
  minSpend: wholeParam(1, 1_000_000_000),
  lastPurchase: choiceParam(LAST_PURCHASES),
  sort: sortParam(CUSTOMER_SORTS),
};
export type CustomerFilters = Values<typeof customerFilters>;

const DAY_MS = 86_400_000;

/**
 * The filters as conditions of the API, all of which must hold. "Within 30 days" counts back from the start of the current
 * hour, so that the same question keeps the same address in the cache.
 *
 * Example: { segment: 'champions', minSpend: 100 } asks `rfm.segment:eq:champions` and `orders.netCents:gte:10000`.
 */
export function conditionsOf(filters: CustomerFilters, now: Date): string[] {
  const conditions: string[] = [];
  const add = (field: string, operator: string, value: string | number | null) => {
    if (value !== null && value !== '') conditions.push(`${field}:${operator}:${value}`);
  };
  add('rfm.segment', 'eq', filters.segment);
  add('rfm.r', 'eq', filters.r);
  add('rfm.f', 'eq', filters.f);
  add('rfm.m', 'eq', filters.m);
  add('orders.ordersCount', 'gte', filters.minOrders);
  add('orders.netCents', 'gte', filters.minSpend === null ? null : filters.minSpend * 100);
  if (filters.lastPurchase === 'never') add('orders.lastPaidAt', 'empty', 'true');
  else if (filters.lastPurchase) {
    const [side, days] = filters.lastPurchase.split('-');
    const hour = Math.floor(now.getTime() / 3_600_000) * 3_600_000;
    const since = new Date(hour - Number(days) * DAY_MS).toISOString();
    add('orders.lastPaidAt', side === 'within' ? 'gte' : 'lt', since);
  }
  return conditions;
}

/** Figures and scores of a listed customer, as far as their facets know her. */
export interface ListedFigures {
  ordersCount: number;
  netCents: number;
  /** Null as long as nothing was paid. */
  currency: string | null;
  lastPaidAt: string | null;
}

export function figuresOf({ facets }: ListedCustomer): ListedFigures | null {
  return (facets.orders as ListedFigures | null | undefined) ?? null;
}

export interface ListedScores {
  segment: string;
  r: number;
  f: number;
  m: number;
}

export function scoresOf({ facets }: ListedCustomer): ListedScores | null {
  return (facets.rfm as ListedScores | null | undefined) ?? null;
}

/** Points of a listed customer; null before the first entry. */
export function pointsOf({ facets }: ListedCustomer): number | null {
  return (facets.points as { balance: number } | null | undefined)?.balance ?? null;
}

/** Identities that say most to a person come first. */
const TOLD_FIRST = ['phone', 'member_no', 'email'];

/** What a customer is called on the screen: her name, else the identity that says most about her. */
export function callName(
  customer: Pick<ListedCustomer, 'displayName'> & { identities: { type: string; value: string }[] },
) {
  return customer.displayName || (tellingIdentity(customer.identities)?.value ?? null);
}

/** The identity that a list shows beside the name. */
export function tellingIdentity<I extends { type: string }>(identities: readonly I[]): I | null {
  for (const type of TOLD_FIRST) {
    const found = identities.find((identity) => identity.type === type);
    if (found) return found;
  }
  return identities[0] ?? null;
}

export interface SegmentNames {
  zh: string;
  en: string;
}

/** One line of the timeline, in the words' key and what they need. */
export interface TimelineLine {
  key: string;
  /** Money to show at the right; negative flows back to the customer. */
  cents?: number;
  currency?: string;
  /** Points to show at the right instead of money; signed. */
  points?: number;
  words: Record<string, string>;
  tone: 'neutral' | 'good' | 'warning' | 'accent';
}

/** Names of the segments that an RFM entry leads from and to; null for "not scored". */
export function movedSegments({ data }: Pick<TimelineItem, 'data'>): {
  from: SegmentNames | null;
  to: SegmentNames | null;
} {
  const namesOf = (side: unknown) => (side as { names: SegmentNames } | null)?.names ?? null;
  return { from: namesOf(data.from), to: namesOf(data.to) };
}

/** Reasons in the system's own words, which the kind of the entry tells already. */
const SYSTEM_REASONS = new Set(['captured', 'released', 'matured', 'expired', 'transfer', 'completed']);

/** What a timeline entry says; kinds that this screen does not know yet say their kind. */
export function lineOf({ kind, data }: Pick<TimelineItem, 'kind' | 'data'>): TimelineLine {
  const text = (name: string) => (typeof data[name] === 'string' ? data[name] : '');
  const number = (name: string) => (typeof data[name] === 'number' ? data[name] : 0);
  switch (kind) {
    case 'order': {
      const isReturn = data.kind === 'return';
      const cancelled = data.status === 'cancelled';
      return {
        key: isReturn ? 'return' : cancelled ? 'orderCancelled' : 'order',
        cents: isReturn ? -number('totalCents') : number('totalCents'),
        currency: text('currency'),
        words: { number: text('externalId'), source: text('source') },
        tone: isReturn || cancelled ? 'warning' : 'good',
      };
    }
    case 'refund':
      return {
        key: 'refund',
        cents: -number('amountCents'),
        currency: text('currency'),
        words: { number: text('orderExternalId') },
        tone: 'warning',
      };
    case 'event':
      return { key: 'event', words: { type: text('type'), source: text('source') }, tone: 'neutral' };
    case 'points': {
      const points = number('points') || number('pendingPoints') || number('heldPoints');
      const reason = SYSTEM_REASONS.has(text('reason')) ? '' : text('reason');
      return {
        key: 'points',
        points,
        words: { kind: text('kind'), reason },
        tone: number('points') > 0 ? 'good' : 'neutral',
      };
    }
    case 'redemption': {
      const cancelled = data.state === 'cancelled';
      return {
        key: cancelled ? 'redemptionCancelled' : 'redemption',
        words: { name: text('rewardName'), quantity: String(number('quantity')) },
        tone: cancelled ? 'warning' : 'accent',
      };
    }
    case 'rfm':
      return { key: 'rfm', words: {}, tone: 'accent' };
    default:
      return { key: kind.replaceAll('.', '_'), words: { type: text('type'), source: text('source') }, tone: 'neutral' };
  }
}

export type OrderSummary = components['schemas']['OrderSummary'];

/** Colour of an order's state; the word beside it says the same. */
export function toneOfOrder({ kind, status }: Pick<OrderSummary, 'kind' | 'status'>): 'good' | 'neutral' | 'warning' {
  if (kind === 'return' || status === 'refunded' || status === 'cancelled') return 'warning';
  return status === 'placed' ? 'neutral' : 'good';
}
