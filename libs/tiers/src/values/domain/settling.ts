import { dayOf, type Day } from '@siyu/kernel';
import type { ValueCaps, ValueRule } from './rules';

/*
 * What an order or event shall have in a ledger, and what is to be booked for it. Only the present state counts: whatever
 * happened before, and however often it is looked at, the entries of a subject come to sum up to what it asks for now.
 *
 * Example: asked for 100, booked 100; half of it refunded: asked for 50, a correction of -50 at the moment of payment. Had
 * staff taken 30 of it back: 50 less 30, so 20 stay, and the correction is -50 again.
 */

/** One subject under one rule at the moment it belongs to. */
export interface Standing {
  customerId: string;
  subjectId: string;
  source: 'orders' | 'events';
  ruleKey: string;
  ruleVersion: number | null;
  /** ISO 8601 with all decimals that the database knows. */
  at: string;
  /** What the rules ask for, before caps. */
  wanted: number;
  /** Sum of its entries at that moment. */
  booked: number;
  /** What staff took back of it; of the opposite sign. */
  taken: number;
  /** How many entries it has, at whatever moment. */
  entries: number;
  netCents: number | null;
}

/** What stays of an amount of which staff took something back: never more than nothing is taken. */
export function lessTaken(wanted: number, taken: number): number {
  if (wanted > 0) return Math.max(0, wanted + Math.min(taken, 0));
  return wanted < 0 ? Math.min(0, wanted + Math.max(taken, 0)) : 0;
}

/**
 * Cuts what a rule asks for down to its caps: first come, first served, in the order of the moments. So what is cut does not
 * depend on the order in which things were reported. What is of the other sign than the rule (a credit note) is not cut and
 * makes no room.
 *
 * Example: cap 500 a day; 300 at 10:00, 300 at 11:00 and 300 after midnight: 300, 200, 300.
 *
 * @param standings of one customer and one rule @returns what each asks for, in the order given
 */
export function capped(
  standings: readonly Standing[],
  ruleOf: (version: number | null) => Pick<ValueRule, 'value' | 'caps'> | null,
  timeZone: string,
): number[] {
  const used = new Map<string, number>();
  const answers = new Map<Standing, number>();
  for (const standing of [...standings].sort(byMoment)) {
    const rule = ruleOf(standing.ruleVersion);
    const isOpposite = rule !== null && Math.sign(standing.wanted) === -Math.sign(rule.value);
    if (!rule || isOpposite) {
      answers.set(standing, standing.wanted);
      continue;
    }
    const day = dayOf(new Date(standing.at), timeZone);
    const amount = within(standing.wanted, room(rule.caps, used, day));
    answers.set(standing, amount);
    for (const period of periodsOf(day)) used.set(period, (used.get(period) ?? 0) + Math.abs(amount));
  }
  return standings.map((standing) => answers.get(standing)!);
}

/** How much a rule may still give, of what it gave on the day, in the month, ever. */
export function room(
  { perDay, perMonth, perCustomer }: ValueCaps,
  used: ReadonlyMap<string, number>,
  day: Day,
): number {
  const [daily, monthly, ever] = periodsOf(day).map((period) => used.get(period) ?? 0);
  return Math.max(
    0,
    Math.min((perDay ?? Infinity) - daily!, (perMonth ?? Infinity) - monthly!, (perCustomer ?? Infinity) - ever!),
  );
}

/** The amount, or as much of it as there is room for. */
export function within(amount: number, left: number): number {
  return Math.sign(amount) * Math.min(Math.abs(amount), left) || 0;
}

/** Names of the periods of a day: the day, its month, always. */
export function periodsOf(day: Day): [string, string, string] {
  return [day, day.slice(0, 7), 'ever'];
}

function byMoment(one: Standing, other: Standing): number {
  if (one.at !== other.at) return one.at < other.at ? -1 : 1;
  return one.subjectId < other.subjectId ? -1 : 1;
}
