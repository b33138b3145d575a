import type { Threshold } from '../ladders/domain/ladder';
import { figureSql } from './figures.sql';

/* Thresholds as conditions over the figures that a reckoning's CTEs hold (`enter`, `keep`, `rise`). */

/** The highest rank that meets something, among all or below a rank; 0 when none does. */
export function highestSql(tiers: number, met: (rank: number) => string, below?: string): string {
  const falling = Array.from({ length: tiers - 1 }, (_, index) => tiers - 1 - index);
  const cases = falling.map((rank) => `when ${below ? `${rank} < ${below} and ` : ''}${met(rank)} then ${rank}`);
  return cases.length === 0 ? '0' : `case ${cases.join(' ')} else 0 end`;
}

/** Whether the customer's own rank meets something. */
export function atRankSql(tiers: number, met: (rank: number) => string): string {
  const cases = Array.from({ length: tiers - 1 }, (_, index) => `when ${index + 1} then ${met(index + 1)}`);
  return cases.length === 0 ? 'true' : `(case s.own_rank ${cases.join(' ')} else true end)`;
}

export function thresholdSql(threshold: Threshold | null, name: string): string {
  if (!threshold) return 'true';
  const reached = threshold.criteria.map(
    (criterion) => `${figureSql(name, criterion)} >= ${Math.trunc(criterion.atLeast)}`,
  );
  return `(${reached.join(threshold.match === 'all' ? ' and ' : ' or ')})`;
}
