import { addDays, daysBetween, startOfDay, type Day } from '@siyu/kernel';
import type { RfmSettings } from './settings';

/*
 * Which purchases a run looks at: those of whole calendar days in the programme's zone, the reference day being the last.
 *
 * Example: a window of 7 days and the reference day 2026-11-22 in Asia/Shanghai: from 2026-11-16 00:00 to 2026-11-23
 * 00:00 (not included), Shanghai time. A purchase on the reference day has a recency of 0 days, on the 16th of 6.
 */
export interface RunWindow {
  referenceDay: Day;
  /** First day that counts; null for all history. */
  fromDay: Day | null;
  /** First instant that counts. */
  from: Date | null;
  /** First instant that no longer counts. */
  until: Date;
}

export function windowOf(settings: RfmSettings, today: Day, timeZone: string): RunWindow {
  const referenceDay = settings.referenceDay ?? today;
  const fromDay = settings.windowDays === null ? null : addDays(referenceDay, 1 - settings.windowDays);
  return {
    referenceDay,
    fromDay,
    from: fromDay === null ? null : startOfDay(fromDay, timeZone),
    until: startOfDay(addDays(referenceDay, 1), timeZone),
  };
}

/** Below these, quantiles say more about chance than about customers. */
export const FEW_BUYERS = 500;
export const SHORT_HISTORY_DAYS = 180;

export type Warning =
  | { code: 'few-buyers'; found: number; wanted: number }
  | { code: 'short-history'; found: number; wanted: number }
  | { code: 'mixed-currencies'; currencies: string[] };

/** How many calendar days of orders there are up to and with the reference day. */
export function historyDays(firstDay: Day | null, referenceDay: Day): number {
  return firstDay === null ? 0 : Math.max(0, daysBetween(firstDay, referenceDay) + 1);
}

/** What a reader should know before trusting a run's numbers. */
export function warningsOf(run: { scored: number; historyDays: number; currencies: string[] }): Warning[] {
  const warnings: Warning[] = [];
  if (run.scored < FEW_BUYERS) warnings.push({ code: 'few-buyers', found: run.scored, wanted: FEW_BUYERS });
  if (run.historyDays < SHORT_HISTORY_DAYS) {
    warnings.push({ code: 'short-history', found: run.historyDays, wanted: SHORT_HISTORY_DAYS });
  }
  if (run.currencies.length > 1) warnings.push({ code: 'mixed-currencies', currencies: run.currencies });
  return warnings;
}
