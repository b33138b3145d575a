import { addDays, addMonths, type Day } from '@siyu/kernel';
import { beginOfPeriod, validUntil } from '../../evaluation/domain/periods';
import type { Window } from '../../ladders/domain/ladder';

/*
 * Ends of windows (decision 12): until when a period is counted, and from when on a day no longer counts.
 *
 * Example: over 12 rolling months, 2024-02-29 counts up to and with 2025-02-28; on 2025-03-01 it no longer does.
 */

/** The last day of the period that a window counts; null for windows that go along with the day. */
export function lastDayOf({ kind }: Window, day: Day, memberSince: Day): Day | null {
  return kind === 'calendar-year' || kind === 'membership-year'
    ? validUntil({ kind, more: 0 }, day, memberSince)
    : null;
}

/** The first day on which what belongs to `day` no longer counts; null when it always will. */
export function leavesOn(window: Window, day: Day, memberSince: Day): Day | null {
  if (window.kind === 'lifetime') return null;
  if (window.kind !== 'rolling') return addDays(lastDayOf(window, day, memberSince)!, 1);
  const later = addMonths(day, window.months);
  // Where the month is too short for the day, its last day less the months is still before that day.
  return later.slice(8) === day.slice(8) ? later : addDays(later, 1);
}

/** The last day of the month, quarter or year that a day lies in. */
export function endOfPeriod(period: 'month' | 'quarter' | 'year', day: Day): Day {
  const months = { month: 1, quarter: 3, year: 12 }[period];
  return addDays(addMonths(beginOfPeriod(period, day), months), -1);
}
