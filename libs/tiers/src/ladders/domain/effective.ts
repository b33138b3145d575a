import { dayOf, isDay, parseInstant, startOfDay } from '@siyu/kernel';
import { ladderErrors } from './errors';

const ZONED = /T.*(Z|[+-]\d\d:?\d\d)$/;

/**
 * When a version begins to count. A day begins with its first moment in the house's time zone, except today, which has begun:
 * then it is now.
 *
 * Example, at 2026-11-22 10:00 in Shanghai: `2026-11-23` is that day's midnight, `2026-11-22` is now, `2026-11-21` is refused.
 *
 * @throws DomainError `tiers.effective-unclear`, `tiers.effective-in-past` (invalid)
 */
export function effectiveFrom(wanted: string | undefined, now: Date, timeZone: string): Date {
  if (wanted === undefined) return now;
  if (wanted === dayOf(now, timeZone)) return now;
  const at = isDay(wanted) ? startOfDay(wanted, timeZone) : ZONED.test(wanted) ? parseInstant(wanted, timeZone) : null;
  if (!at) throw ladderErrors.effectiveUnclear();
  if (at < now) throw ladderErrors.effectiveInPast();
  return at;
}
