import { dayOf, startOfDay } from '@siyu/kernel';
import type { LimitPeriod } from './rewards';

/**
 * Limits count calendar days and months of the programme's time zone. Example: at 2026-03-31T17:00Z it is already 1 April in
 * Shanghai, so a monthly limit counts from 2026-03-31T16:00Z on.
 *
 * @returns the first instant of the day or month in which `at` lies
 */
export function startOfPeriod(at: Date, period: LimitPeriod, timeZone: string): Date {
  const day = dayOf(at, timeZone);
  return startOfDay(period === 'day' ? day : `${day.slice(0, 7)}-01`, timeZone);
}
