import { addDays, daysBetween, type Day } from '@siyu/kernel';

/**
 * Days in a row. A day's streak counts the days up to it without a gap; a gap that is made up joins what was before it to what
 * came after.
 *
 * Example: signed in on the 1st, 2nd and 4th: streaks 1, 2, 1. The 3rd is made up: its streak is 3, and the 4th has 4.
 */
export function streakOn(streakOfDayBefore: number | null): number {
  return (streakOfDayBefore ?? 0) + 1;
}

/**
 * Why a day can't be made up, or null when it can.
 *
 * @param today the current day of the programme
 * @param makeUpDays how old the day may be
 */
export function makeUpFault(day: Day, today: Day, makeUpDays: number): string | null {
  if (day >= today) return 'must be before today';
  return daysBetween(day, today) > makeUpDays ? `must not be more than ${makeUpDays} days ago` : null;
}

/** The streak that a customer has today: that of today, or of yesterday while today is still open. */
export function currentStreak(days: readonly { day: Day; streak: number }[], today: Day): number {
  const on = (wanted: Day) => days.find(({ day }) => day === wanted)?.streak;
  return on(today) ?? on(addDays(today, -1)) ?? 0;
}
