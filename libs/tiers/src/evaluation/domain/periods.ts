import { addDays, addMonths, dayOf, startOfDay, type Day } from '@siyu/kernel';
import type { LadderTerms, Validity, Window } from '../../ladders/domain/ladder';

/*
 * Windows and ends, as decision 12 tells them. The same in SQL: figures.sql.ts and steps.sql.ts.
 *
 * Example: on 2026-03-15 a rolling window of 12 months begins on 2025-03-16, and a tier reached on that day for 12 months holds
 * until 2027-03-14.
 */

/** What figures are counted by: windows are laid around `asOf`; nothing counts from `until` on. */
export interface Reckoning {
  asOf: Day;
  until: Date;
}

/** How figures for rising are counted at a moment. */
export function enterReckoning(rises: LadderTerms['rises'], now: Date, timeZone: string): Reckoning {
  const today = dayOf(now, timeZone);
  if (rises.at === 'once') return { asOf: today, until: startOfDay(addDays(today, 1), timeZone) };
  const begin = beginOfPeriod(rises.period, today);
  return { asOf: addDays(begin, -1), until: startOfDay(begin, timeZone) };
}

/** The first day of the month, quarter or year of a day. */
export function beginOfPeriod(period: 'month' | 'quarter' | 'year', day: Day): Day {
  const month = Number(day.slice(5, 7));
  const first = period === 'year' ? 1 : period === 'quarter' ? month - ((month - 1) % 3) : month;
  return `${day.slice(0, 4)}-${String(first).padStart(2, '0')}-01`;
}

/**
 * The first day that counts; null: all do.
 *
 * @param memberSince the day on which the customer was first seen
 */
export function windowFrom(window: Window, asOf: Day, memberSince: Day): Day | null {
  switch (window.kind) {
    case 'lifetime':
      return null;
    case 'rolling':
      return addDays(addMonths(asOf, -window.months), 1);
    case 'calendar-year':
      return `${asOf.slice(0, 4)}-01-01`;
    case 'membership-year':
      return anniversary(memberSince, membershipYear(memberSince, asOf));
  }
}

/** The last day of a validity that begins on `from`; null: it does not end. */
export function validUntil(validity: Validity, from: Day, memberSince: Day): Day | null {
  switch (validity.kind) {
    case 'unlimited':
      return null;
    case 'months':
      return addDays(addMonths(from, validity.months), -1);
    case 'calendar-year':
      return `${String(Number(from.slice(0, 4)) + validity.more).padStart(4, '0')}-12-31`;
    case 'membership-year':
      return addDays(anniversary(memberSince, membershipYear(memberSince, from) + 1 + validity.more), -1);
  }
}

/** How many anniversaries have been, on or before the day. */
function membershipYear(memberSince: Day, day: Day): number {
  const years = Number(day.slice(0, 4)) - Number(memberSince.slice(0, 4));
  return anniversary(memberSince, years) > day ? years - 1 : years;
}

function anniversary(memberSince: Day, years: number): Day {
  return addMonths(memberSince, years * 12);
}
