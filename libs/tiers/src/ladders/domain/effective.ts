import { addMonths, dayOf, isDay, parseInstant, startOfDay } from '@siyu/kernel';
import { ladderErrors } from './errors';

const ZONED = /T.*(Z|[+-]\d\d:?\d\d)$/;

/**
 * When a version begins to count. A day begins with its first moment in the house's time zone, except today, which has begun:
 * then it is now.
 *
 * The first version of all may begin in the past, later ones may not: somebody stands by an earlier one.
 *
 * Example, at 2026-11-22 10:00 in Shanghai: `2026-11-23` is that day's midnight, `2026-11-22` is now, `2026-11-21` is refused.
 *
 * @param notBefore the earliest beginning
 * @throws DomainError `tiers.effective-unclear`, `tiers.effective-in-past` (invalid)
 */
export function effectiveFrom(
  wanted: string | undefined,
  { now, timeZone, notBefore }: { now: Date; timeZone: string; notBefore: Date },
): Date {
  if (wanted === undefined) return now;
  if (wanted === dayOf(now, timeZone)) return now;
  const at = isDay(wanted) ? startOfDay(wanted, timeZone) : ZONED.test(wanted) ? parseInstant(wanted, timeZone) : null;
  if (!at) throw ladderErrors.effectiveUnclear();
  if (at < notBefore) throw ladderErrors.effectiveInPast();
  return at;
}

/** How long ago the first version may have begun. */
const MOST_MONTHS_BACK = 60;

/** The earliest beginning of a version: now, or years ago for the first one of all, by which nobody stands yet. */
export function earliestBeginning(isFirst: boolean, now: Date, timeZone: string): Date {
  return isFirst ? startOfDay(addMonths(dayOf(now, timeZone), -MOST_MONTHS_BACK), timeZone) : now;
}
