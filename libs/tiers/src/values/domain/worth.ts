import { parseDecimal } from '@siyu/kernel';
import { eventTypeOf, type DatedRule, type ValueRule } from './rules';

/*
 * What a behaviour is worth by one rule, whole numbers all the way, rounded towards zero: a credit note takes exactly what
 * an order of the same amount gives. The SQL that settles whole ledgers computes the same; a property test compares the two.
 *
 * Example: 1 per 100 cents, weight 0.8, 268.50 paid and 100.00 refunded: 16850 x 1 x 8000 / (100 x 10000) = 134.8, so 134.
 * A return of 10.50: -1050 x 8000 / 1000000 = -8.4, so -8.
 */

/** Weights have four decimals; this many units are the factor 1. */
export const WEIGHT_UNITS = 10_000;
/** More than any order is worth: keeps a slip of the pen in a rule from leaving the range of numbers. */
export const MOST = 1_000_000_000_000;

export interface OrderFacts {
  paidAt: Date;
  currency: string;
  channel: string | null;
  /** What stayed of the money; below 0 for a credit note. */
  netCents: number;
}

export interface EventFacts {
  type: string;
  occurredAt: Date;
  source: string;
  properties: Record<string, unknown>;
}

export function orderWorth({ on, value, weights }: ValueRule, { currency, channel, netCents }: OrderFacts): number {
  if (on.kind !== 'order' || on.currency !== currency) return 0;
  const units = BigInt(weightOf(weights, channel));
  return clamped((BigInt(netCents) * BigInt(value) * units) / (BigInt(on.perCents) * BigInt(WEIGHT_UNITS)));
}

export function eventWorth({ on, value, weights }: ValueRule, event: EventFacts): number {
  if (eventTypeOf(on) !== event.type) return 0;
  return clamped((BigInt(value) * BigInt(weightOf(weights, channelOf(event)))) / BigInt(WEIGHT_UNITS));
}

/** A sign-in, a completed profile. */
export function plainWorth({ value, weights }: ValueRule, channel: string | null): number {
  return clamped((BigInt(value) * BigInt(weightOf(weights, channel))) / BigInt(WEIGHT_UNITS));
}

/** What the event says itself, else where it came from. */
export function channelOf({ source, properties }: Pick<EventFacts, 'source' | 'properties'>): string {
  return typeof properties.channel === 'string' ? properties.channel : source;
}

export function weightOf(weights: ValueRule['weights'], channel: string | null): number {
  const found = weights.find((weight) => weight.channel === channel);
  return found ? parseDecimal(found.factor, 4)! : WEIGHT_UNITS;
}

function clamped(amount: bigint): number {
  const most = BigInt(MOST);
  return Number(amount > most ? most : amount < -most ? -most : amount);
}

/** A rule that asks for something, as SQL takes it. */
export interface FlatRule {
  rule_key: string;
  version: number;
  kind: 'order' | 'event';
  type: string | null;
  per_cents: number | null;
  currency: string | null;
  value: number;
  /** Units by channel. */
  weights: Record<string, number>;
  valid_from: string;
  valid_to: string | null;
}

/** The rules for orders and events; the others book by themselves. */
export function flatRules(rules: readonly DatedRule[]): FlatRule[] {
  return rules.flatMap(({ rule, version, from, to }): FlatRule[] => {
    const { key, on, value, weights } = rule;
    const type = eventTypeOf(on);
    if (on.kind !== 'order' && type === null) return [];
    return [
      {
        rule_key: key,
        version,
        kind: on.kind === 'order' ? 'order' : 'event',
        type,
        per_cents: on.kind === 'order' ? on.perCents : null,
        currency: on.kind === 'order' ? on.currency : null,
        value,
        weights: Object.fromEntries(weights.map(({ channel, factor }) => [channel, parseDecimal(factor, 4)!])),
        valid_from: from.toISOString(),
        valid_to: to?.toISOString() ?? null,
      },
    ];
  });
}
