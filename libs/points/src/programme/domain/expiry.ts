import { addDays, addMonths, dayOf, endOfMonth, startOfDay, type Day } from '@siyu/kernel';
import type { ExpiryRule, Programme } from './programme';

/** When points end: at an instant, or so many months after the customer was last active; both null: never. */
export interface Expiry {
  expiresAt: Date | null;
  idleMonths: number | null;
}

/**
 * When points that are earned now will expire, by the rule that holds on the day of earning. They can be spent through the
 * whole last day: the instant is the beginning of the day after it, in the programme's time zone.
 */
export function expiryOf(programme: Programme, earnedAt: Date): Expiry {
  const known = ofTheDay.get(programme);
  if (known && known.from <= earnedAt && earnedAt < known.to) return known.expiry;
  const day = dayOf(earnedAt, programme.timeZone);
  const [from, to] = [startOfDay(day, programme.timeZone), startOfDay(addDays(day, 1), programme.timeZone)];
  const expiry = computed(programme, day);
  ofTheDay.set(programme, { from, to, expiry });
  return expiry;
}

/** All points of one day end together, and asking a time zone for its day costs as much as booking them. */
const ofTheDay = new WeakMap<Programme, { from: Date; to: Date; expiry: Expiry }>();

function computed(programme: Programme, day: Day): Expiry {
  const rule = ruleOn(programme, day);
  if (rule.kind === 'inactivity') return { expiresAt: null, idleMonths: rule.months };
  const last = lastDay(rule, day);
  return { expiresAt: last === null ? null : startOfDay(addDays(last, 1), programme.timeZone), idleMonths: null };
}

/** The end of the day that lies `days` days after the one of `at`. */
export function endOfDayAfter(at: Date, days: number, timeZone: string): Date {
  return startOfDay(addDays(dayOf(at, timeZone), days + 1), timeZone);
}

/** The end of the last day of `months` months without activity. */
export function endOfIdleness(activeAt: Date, months: number, timeZone: string): Date {
  return startOfDay(addDays(addMonths(dayOf(activeAt, timeZone), months), 1), timeZone);
}

function ruleOn(programme: Programme, day: Day): ExpiryRule {
  const holding = programme.expiryRules.filter(({ from }) => from === null || from <= day);
  return holding.at(-1)?.rule ?? { kind: 'never' };
}

function lastDay(rule: Exclude<ExpiryRule, { kind: 'inactivity' }>, day: Day): Day | null {
  switch (rule.kind) {
    case 'never':
      return null;
    case 'end-of-next-year':
      return `${pad(yearOf(day) + 1, 4)}-12-31`;
    case 'after':
      return endOf(rule.endOf, rule.unit === 'days' ? addDays(day, rule.count) : addMonths(day, rule.count));
  }
}

function endOf(period: 'day' | 'month' | 'quarter' | 'year', day: Day): Day {
  const [year, month] = [yearOf(day), monthOf(day)];
  if (period === 'day') return day;
  if (period === 'year') return `${pad(year, 4)}-12-31`;
  const lastMonth = period === 'month' ? month : Math.ceil(month / 3) * 3;
  return endOfMonth(`${pad(year, 4)}-${pad(lastMonth, 2)}-01`);
}

const yearOf = (day: Day) => Number(day.slice(0, 4));
const monthOf = (day: Day) => Number(day.slice(5, 7));
const pad = (number: number, width: number) => String(number).padStart(width, '0');
