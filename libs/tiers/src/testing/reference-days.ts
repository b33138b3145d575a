import { addDays, dayOf, type Day } from '@siyu/kernel';
import type { LadderTerms, Validity, Window } from '../ladders/domain/ladder';

/*
 * Days of decision 12 ("Days", the table of windows, "Validity"), one rule after the other.
 *
 * Example: a member since 2024-02-29 has her anniversaries on 2025-02-28, 2026-02-28, 2027-02-28 and 2028-02-29.
 */

function parts(day: Day): { year: number; month: number; date: number } {
  const [year, month, date] = day.split('-').map(Number);
  return { year: year!, month: month!, date: date! };
}

/** The day of a month, or its last day where that day is missing. */
function dayIn(year: number, month: number, date: number): Day {
  const lastDate = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const two = (number: number) => String(number).padStart(2, '0');
  return `${year}-${two(month)}-${two(Math.min(date, lastDate))}`;
}

/** So many months later, or earlier when negative. */
export function addMonths(day: Day, count: number): Day {
  const { year, month, date } = parts(day);
  const months = year * 12 + (month - 1) + count;
  return dayIn(Math.floor(months / 12), (months % 12) + 1, date);
}

/** Her anniversary in a year. */
function anniversaryIn(year: number, firstSeen: Day): Day {
  const { month, date } = parts(firstSeen);
  return dayIn(year, month, date);
}

/** The latest anniversary on or before a day. */
export function anniversaryBefore(day: Day, firstSeen: Day): Day {
  const { year } = parts(day);
  const thisYears = anniversaryIn(year, firstSeen);
  return thisYears <= day ? thisYears : anniversaryIn(year - 1, firstSeen);
}

/** The first day that counts in a window that is laid around `asOf`; null: every day before counts. */
export function firstDayOf(window: Window, asOf: Day, firstSeen: Day): Day | null {
  switch (window.kind) {
    case 'lifetime':
      return null;
    case 'rolling':
      return addDays(addMonths(asOf, -window.months), 1);
    case 'calendar-year':
      return dayIn(parts(asOf).year, 1, 1);
    case 'membership-year':
      return anniversaryBefore(asOf, firstSeen);
  }
}

/** The last day of a validity that begins on a day; null: it has no end. */
export function lastDayOf(validity: Validity, begins: Day, firstSeen: Day): Day | null {
  switch (validity.kind) {
    case 'unlimited':
      return null;
    case 'months':
      return addDays(addMonths(begins, validity.months), -1);
    case 'calendar-year':
      return dayIn(parts(begins).year + validity.more, 12, 31);
    case 'membership-year': {
      const { year } = parts(anniversaryBefore(begins, firstSeen));
      return addDays(anniversaryIn(year + 1 + validity.more, firstSeen), -1);
    }
  }
}

/** The day around which windows are laid for entering: today, or the last day of the last period that is over. */
export function entryDay({ rises }: Pick<LadderTerms, 'rises'>, today: Day): Day {
  if (rises.at === 'once') return today;
  const { year, month } = parts(today);
  const monthsOf = { month: 1, quarter: 3, year: 12 }[rises.period];
  const begins = dayIn(year, month - ((month - 1) % monthsOf), 1);
  return addDays(begins, -1);
}

/** The calendar month in which something happened. */
export function monthOf(at: Date, timeZone: string): string {
  return dayOf(at, timeZone).slice(0, 7);
}
