import { addDays, dayOf, type Day } from '@siyu/kernel';
import type { Quota } from '../../ladders/domain/ladder';

/*
 * What a quota counts within. Uses are counted under the name of a period; another period begins at nothing. A benefit of the
 * same key in another tier is the same benefit: who rises in March has used in March what she used before.
 *
 * Example: 2 a month, used on 2026-03-05 and 2026-03-30: both are of `2026-03`, and it renews on 2026-04-01. Of `tier`, the
 * period is named by the moment since when she holds the tier; falling and coming back is another one.
 */

/** Benefits without a quota are counted for good, and never run out. */
const EVER = 'ever';

/**
 * @param since since when the customer holds her tier; null when she never left the lowest one
 */
export function periodOf(quota: Quota | null, at: Date, timeZone: string, since: Date | null): string {
  const day = dayOf(at, timeZone);
  switch (quota?.per) {
    case 'month':
      return day.slice(0, 7);
    case 'year':
      return day.slice(0, 4);
    case 'tier':
      return `tier:${since?.toISOString() ?? 'first'}`;
    default:
      return EVER;
  }
}

/** The first day on which the benefit can be used again in full; null when no day brings that. */
export function renewalOf(quota: Quota | null, at: Date, timeZone: string): Day | null {
  const day = dayOf(at, timeZone);
  if (quota?.per === 'year') return `${Number(day.slice(0, 4)) + 1}-01-01`;
  // 31 days after the first of a month is always in the next one.
  if (quota?.per === 'month') return `${addDays(`${day.slice(0, 7)}-01`, 31).slice(0, 7)}-01`;
  return null;
}

/** What is left of a quota; null without one. A ladder that grants less than was used leaves nothing. */
export function leftOf(quota: Quota | null, used: number): number | null {
  return quota && Math.max(0, quota.times - used);
}
