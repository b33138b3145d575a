import type { Day } from '@siyu/kernel';
import { figureName, type Figure } from '../../evaluation/domain/figures';
import { windowFrom } from '../../evaluation/domain/periods';
import type { Measure } from '../../ladders/domain/ladder';

/*
 * Figures told from what a customer did on each day. The same figures as the set-based SQL has, small enough to be asked for
 * any day: what they are today, at the end of her validity, and what is left of them on each day to come.
 *
 * Example: bought for 300.00 on 2025-04-02 and for 100.00 on 2026-03-01; spend over 12 rolling months is 400.00 on
 * 2026-04-01 and 100.00 on 2026-04-02.
 */

/** What counts of one day of a customer: net spend in the ladder's currency, purchases, growth value. */
export interface Contribution {
  day: Day;
  /** In cents; returns and refunds are taken off. */
  spend: number;
  orders: number;
  growth: number;
}

/** A customer's days, in their order, and the day she was first seen. */
export interface History {
  memberSince: Day;
  contributions: readonly Contribution[];
}

export type Values = { [figure: string]: number };

/**
 * A figure with its window laid around `asOf`.
 *
 * @param until the last day that counts, whatever the window
 */
export function figureAt({ measure, window }: Figure, asOf: Day, until: Day, history: History): number {
  const first = windowFrom(window, asOf, history.memberSince);
  const counted = history.contributions.filter(({ day }) => (first === null || day >= first) && day <= until);
  if (measure !== 'months') return counted.reduce((sum, of) => sum + of[measure], 0);
  return new Set(counted.filter(({ orders }) => orders > 0).map(({ day }) => day.slice(0, 7))).size;
}

export function figuresAt(figures: readonly Figure[], asOf: Day, until: Day, history: History): Values {
  return Object.fromEntries(figures.map((figure) => [figureName(figure), figureAt(figure, asOf, until, history)]));
}

/** Whether a day says anything about a measure. */
export function countsFor(measure: Measure, of: Contribution): boolean {
  return measure === 'months' ? of.orders > 0 : of[measure] !== 0;
}

/** The earliest day that windows laid around any of these days reach back to; null when one of them is a life. */
export function earliestOf(figures: readonly Figure[], days: readonly Day[], memberSince: Day): Day | null {
  const first = figures.flatMap(({ window }) => days.map((day) => windowFrom(window, day, memberSince)));
  return first.includes(null) ? null : ((first as Day[]).sort()[0] ?? null);
}
