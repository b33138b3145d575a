import type { components } from '@siyu/api-client';
import { choiceParam, sortParam, textParam, wholeParam, type Values } from '../../shared/query/params';

export type ListedCustomer = components['schemas']['ListedCustomer'];
export type Customer = components['schemas']['Customer'];
export type CustomerIdentity = components['schemas']['CustomerIdentity'];

export const customersPermissions = {
  read: 'customers.read',
  write: 'customers.write',
  reveal: 'customers.reveal',
  readOrders: 'orders.read',
  readRfm: 'rfm.read',
  readPoints: 'points.read',
  readTiers: 'tiers.read',
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

/**
 * The list's filters as they stand in the address; `segment`, `r`, `f`, `m` are also what the RFM page links to, `tier` what the
 * pages of tiers do.
 */
export const customerFilters = {
  q: textParam(),
  segment: textParam(),
  tier: textParam(),
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
  add('tier.key', 'eq', filters.tier);
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

/** Key of the tier in which a listed customer stands; null while no ladder is in force. */
export function tierKeyOf({ facets }: ListedCustomer): string | null {
  return (facets.tier as { key: string | null } | null | undefined)?.key ?? null;
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

export type OrderSummary = components['schemas']['OrderSummary'];

/** Colour of an order's state; the word beside it says the same. */
export function toneOfOrder({ kind, status }: Pick<OrderSummary, 'kind' | 'status'>): 'good' | 'neutral' | 'warning' {
  if (kind === 'return' || status === 'refunded' || status === 'cancelled') return 'warning';
  return status === 'placed' ? 'neutral' : 'good';
}
