import { addDays, dayOf, endOfMonth, startOfDay } from '@siyu/kernel';

/*
 * The very first version may begin in the past: nobody stands anywhere yet, so nobody loses anything. Then history is told as
 * it would have been: everybody is evaluated as of the day it begins on and the end of each month since, and at last as of now.
 *
 * Example: published on 2026-11-22 from 2026-09-10 on, everybody is evaluated as of the ends of 2026-09-10, 2026-09-30 and
 * 2026-10-31, and as of now.
 */

/**
 * The moment of the next evaluation of the past; null when now is next.
 *
 * @param last the moment of the latest one that is done
 */
export function nextReplay(
  { effectiveFrom, publishedAt }: { effectiveFrom: Date; publishedAt: Date },
  last: Date | null,
  now: Date,
  timeZone: string,
): Date | null {
  if (effectiveFrom >= publishedAt) return null;
  const dayAfter = last && addDays(dayOf(last, timeZone), 1);
  const day = dayAfter === null ? dayOf(effectiveFrom, timeZone) : endOfMonth(dayAfter);
  return day < dayOf(now, timeZone) ? new Date(startOfDay(addDays(day, 1), timeZone).getTime() - 1) : null;
}
