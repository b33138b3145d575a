import { dayOf } from '@siyu/kernel';
import type { Occasion, OccasionLine, OccasionOrder } from './occasions';
import type { Condition } from './rules';

/*
 * Whether an occasion meets a condition, and if not, why. What can't be known is not met, and says so: a rule for the tier
 * "gold" gives nothing as long as nobody tells tiers.
 *
 * Example: `{ kind: 'hours', from: '22:00', to: '02:00' }` is met at 23:30 and at 01:59, not at 02:00.
 */
export interface Reason {
  /** A word for programs: `channel`, `fact-unknown`, `cap-day`. */
  code: string;
  detail: Record<string, unknown>;
}

/** What a rule looks at: the occasion and the part of it that counts. */
export interface Scope {
  occasion: Occasion;
  timeZone: string;
  /** Lines that count, null where there is no order. */
  lines: OccasionLine[] | null;
}

type Test<Kind extends Condition['kind']> = (
  condition: Extract<Condition, { kind: Kind }>,
  scope: Scope,
) => Reason | null;

/** @returns null when the condition is met, else why it is not */
export function unmet(condition: Condition, scope: Scope): Reason | null {
  return (TESTS[condition.kind] as Test<Condition['kind']>)(condition, scope);
}

/** The first condition that is not met. */
export function firstUnmet(conditions: readonly Condition[], scope: Scope): Reason | null {
  for (const condition of conditions) {
    const reason = unmet(condition, scope);
    if (reason) return reason;
  }
  return null;
}

/** The lines of an order that a rule counts: not excluded, and matching every condition on lines. */
export function countedLines(
  order: OccasionOrder,
  conditions: readonly Condition[],
  excluded: { categories: string[]; skus: string[] },
): OccasionLine[] {
  return order.lines.filter(
    (line) =>
      !excluded.skus.includes(line.sku) &&
      !(line.category !== null && excluded.categories.includes(line.category)) &&
      conditions.every((condition) => matchesLine(condition, line)),
  );
}

function matchesLine(condition: Condition, line: OccasionLine): boolean {
  if (condition.kind === 'category') return line.category !== null && condition.in.includes(line.category);
  if (condition.kind === 'sku') return condition.in.includes(line.sku);
  return true;
}

/** What the lines that count are worth: their prices, or their share of what was paid. */
export function countedCents(order: OccasionOrder, lines: readonly OccasionLine[], of: 'total' | 'lines'): bigint {
  const counted = lines.reduce((sum, { amountCents }) => sum + BigInt(amountCents), 0n);
  if (of === 'lines') return counted;
  if (lines.length === order.lines.length) return BigInt(order.totalCents);
  const all = order.lines.reduce((sum, { amountCents }) => sum + BigInt(amountCents), 0n);
  return all === 0n ? 0n : (BigInt(order.totalCents) * counted) / all;
}

const TESTS: { [Kind in Condition['kind']]: Test<Kind> } = {
  channel: ({ in: wanted }, { occasion: { order } }) =>
    order?.channel != null && wanted.includes(order.channel)
      ? null
      : { code: 'channel', detail: { is: order?.channel ?? null, wanted } },
  category: ({ in: wanted }, { lines }) => anyLine(lines, ({ category }) => category, wanted, 'category'),
  sku: ({ in: wanted }, { lines }) => anyLine(lines, ({ sku }) => sku, wanted, 'sku'),
  'min-amount': ({ cents }, { occasion: { order }, lines }) => {
    const is = order ? Number(countedCents(order, lines ?? [], 'total')) : 0;
    return is >= cents ? null : { code: 'min-amount', detail: { is, wanted: cents } };
  },
  weekdays: ({ in: wanted }, { occasion: { at }, timeZone }) => {
    const is = weekdayOf(dayOf(at, timeZone));
    return wanted.includes(is) ? null : { code: 'weekdays', detail: { is, wanted } };
  },
  hours: ({ from, to }, { occasion: { at }, timeZone }) => {
    const is = timeOf(at, timeZone);
    const within = from <= to ? from <= is && is < to : is >= from || is < to;
    return within ? null : { code: 'hours', detail: { is, from, to } };
  },
  dates: ({ from, to }, { occasion: { at }, timeZone }) => {
    const is = dayOf(at, timeZone);
    return (from === null || from <= is) && (to === null || is <= to)
      ? null
      : { code: 'dates', detail: { is, from, to } };
  },
  'birthday-month': (_, { occasion: { at, earner }, timeZone }) => {
    const month = earner?.birthday?.slice(5, 7) ?? null;
    return month === dayOf(at, timeZone).slice(5, 7)
      ? null
      : { code: 'birthday-month', detail: { known: month !== null } };
  },
  attribute: ({ name, in: wanted }, { occasion: { earner } }) =>
    within(name === 'gender' ? earner?.gender : own(earner?.attributes, name), wanted)
      ? null
      : { code: 'attribute', detail: { name, wanted } },
  property: ({ name, in: wanted }, { occasion: { event } }) =>
    within(own(event?.properties, name), wanted) ? null : { code: 'property', detail: { name, wanted } },
  fact: ({ name, in: wanted }, { occasion: { facts } }) => {
    const known = facts.get(name);
    if (!known) return { code: 'fact-unknown', detail: { name } };
    return known.some((value) => wanted.includes(value)) ? null : { code: 'fact', detail: { name, is: known, wanted } };
  },
};

function anyLine(
  lines: OccasionLine[] | null,
  valueOf: (line: OccasionLine) => string | null,
  wanted: string[],
  code: string,
): Reason | null {
  const met = (lines ?? []).some((line) => wanted.includes(valueOf(line) ?? ''));
  return met ? null : { code, detail: { wanted } };
}

/** Values of custom data are compared as text; of a list, any. */
function within(value: unknown, wanted: readonly string[]): boolean {
  if (value === null || value === undefined) return false;
  if (Array.isArray(value)) return value.some((each) => within(each, wanted));
  return typeof value !== 'object' && wanted.includes(String(value));
}

function own(values: Record<string, unknown> | undefined, name: string): unknown {
  return values && Object.hasOwn(values, name) ? values[name] : undefined;
}

/** 1 Monday to 7 Sunday. */
function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** The wall-clock time `HH:MM` of an instant. */
function timeOf(at: Date, timeZone: string): string {
  let clock = clocks.get(timeZone);
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-GB', { timeZone, hourCycle: 'h23', hour: '2-digit', minute: '2-digit' });
    clocks.set(timeZone, clock);
  }
  return clock.format(at);
}
