import type { components } from '@siyu/api-client';
import { shareOf } from './model';

type Schemas = components['schemas'];
export type Distribution = Schemas['TierDistribution'];
export type TierSeries = Schemas['TierSeries'];
export type Run = Schemas['TierRun'];

export const RANGES = ['30', '90', '365'] as const;
export const USUAL_RANGE = '90';

/** 2026-03-01 and -1: 2026-02-28. */
export function addDays(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

/** The days that can be drawn: from the first that anything is known of to the end of the range. */
export function drawnDays({ from, to, tiers }: Pick<Distribution, 'from' | 'to' | 'tiers'>): string[] {
  const known = tiers.flatMap(({ days }) => days.map(({ day }) => day)).sort();
  const first = known[0] ?? to;
  const days: string[] = [];
  for (let day = first > from ? first : from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

/**
 * Customers of a tier on each of the days. A day without an evaluation shows what the one before it told; the last one, today,
 * shows what is counted now.
 */
export function countsOn(days: readonly string[], { days: known, customers }: TierSeries): number[] {
  const counts = new Map(known.map(({ day, customers: count }) => [day, count]));
  let latest = 0;
  return days.map((day, index) => {
    latest = counts.get(day) ?? latest;
    return index === days.length - 1 ? (customers ?? 0) : latest;
  });
}

export interface Present {
  tier: TierSeries;
  customers: number;
  share: number;
  /** Since the first day of the picture; null when there is none but today. */
  change: number | null;
}

/** Tiers in force today, the highest first, and how they grew within the range. */
export function presentTiers(distribution: Distribution): { rows: Present[]; total: number } {
  const days = drawnDays(distribution);
  const tiers = distribution.tiers.filter(({ customers }) => customers !== null);
  const total = tiers.reduce((sum, { customers }) => sum + customers!, 0);
  const rows = tiers.map((tier) => ({
    tier,
    customers: tier.customers!,
    share: shareOf(tier.customers!, total),
    change: days.length > 1 ? tier.customers! - countsOn(days, tier)[0]! : null,
  }));
  return { rows: rows.reverse(), total };
}

/** In the order in which they matter to whoever looks at an evaluation. */
const KINDS = ['placed', 'rose', 'fell', 'kept', 'grace', 'undone', 'restated', 'lock-ended'] as const;

/** What an evaluation did, by kind; kinds that this screen does not know come last. */
export function movesOf({ moves }: Pick<Run, 'moves'>): { kind: string; count: number }[] {
  const counts = moves as Record<string, number>;
  const others = Object.keys(counts).filter((kind) => !KINDS.some((known) => known === kind));
  return [...KINDS, ...others].map((kind) => ({ kind, count: counts[kind] ?? 0 })).filter(({ count }) => count > 0);
}

export function activeRun(runs: readonly Run[]): Run | undefined {
  return runs.find(({ status }) => status === 'queued' || status === 'running');
}

/** What ended between two looks at the runs, also when it began after the first. */
export function endedSince(before: readonly Run[], now: readonly Run[]): Run | undefined {
  return now.find(
    ({ id, finishedAt }) => finishedAt !== null && before.find((run) => run.id === id)?.finishedAt == null,
  );
}

export function tookMs({ startedAt, finishedAt }: Pick<Run, 'startedAt' | 'finishedAt'>): number | null {
  return startedAt && finishedAt ? new Date(finishedAt).getTime() - new Date(startedAt).getTime() : null;
}
