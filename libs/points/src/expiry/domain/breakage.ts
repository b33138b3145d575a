import type { PointValue } from '../../programme/domain/programme';

/**
 * Breakage: the share of points that is never spent. It is taken from history, points that expired of those that came due
 * within the past twelve complete months, and is what to expect of the months to come.
 *
 * Example: 10,000 points came due, 2,500 of them expired: 25 %. Of 1,001 points that come due in March, 250 will expire.
 */
export interface Breakage {
  /** Of 10,000; null when history can't tell. */
  basisPoints: number | null;
  /** Why it can't. */
  reason: 'history-too-short' | 'nothing-came-due' | null;
  cameDue: number;
  expired: number;
}

/**
 * @param since when the first points were there; null: never
 * @param from the beginning of the twelve months
 */
export function breakageOf(history: { cameDue: number; expired: number; since: Date | null; from: Date }): Breakage {
  const { cameDue, expired, since, from } = history;
  if (!since || since > from) return { basisPoints: null, reason: 'history-too-short', cameDue, expired };
  if (cameDue === 0) return { basisPoints: null, reason: 'nothing-came-due', cameDue, expired };
  const basisPoints = Math.min(10_000, shareOf(10_000, expired, cameDue));
  return { basisPoints, reason: null, cameDue, expired };
}

/** How many of these points will never be spent. */
export function expectedBreakage(points: number, { basisPoints }: Breakage): number | null {
  return basisPoints === null ? null : shareOf(points, basisPoints, 10_000);
}

/** What points cost when they are spent, rounded down; null while the programme doesn't say. */
export function valueOf(points: number, value: PointValue | null): number | null {
  return value && shareOf(points, value.cents, value.points);
}

/** Exact also where the product is beyond what numbers can count. */
function shareOf(points: number, part: number, whole: number): number {
  return Number((BigInt(points) * BigInt(part)) / BigInt(whole));
}
