import type { SimulationResult } from './model';

export const COST_KINDS = ['multiplierPoints', 'giftPoints', 'benefitCents'] as const;
export type CostKind = (typeof COST_KINDS)[number];

export interface Change {
  before: number;
  after: number;
  difference: number;
}

export interface CostRow {
  kind: CostKind;
  unit: 'points' | 'cents';
  amounts: Change;
  /** In cents of the ladder's currency; null as long as points have no value in it. */
  worth: Change | null;
}

export interface YearCosts {
  rows: CostRow[];
  /** In cents; null when a part of it has no value. */
  total: Change | null;
  gifts: { points: number; cents: number; worth: number | null };
  /** Why points are not told in money: nobody said what they are worth, or in another currency. */
  lacks: 'value' | 'currency' | null;
}

/**
 * What a year costs before and after, and what it costs once to greet those who rise.
 *
 * Example: with 100 points worth 1.00, 62,769 points of multipliers are 627.69.
 */
export function yearCosts(result: SimulationResult): YearCosts {
  const { pointValue, currency, entryGifts } = result;
  const lacks = !pointValue ? 'value' : pointValue.currency === currency ? null : 'currency';
  const worthOf = (points: number) => (lacks ? null : Math.round((points * pointValue!.cents) / pointValue!.points));
  const rows = COST_KINDS.map((kind): CostRow => {
    const [before, after] = [result.before[kind], result.after[kind]];
    const unit = kind === 'benefitCents' ? 'cents' : 'points';
    const [was, will] = unit === 'cents' ? [before, after] : [worthOf(before), worthOf(after)];
    const worth = was === null || will === null ? null : changeOf(was, will);
    return { kind, unit, amounts: changeOf(before, after), worth };
  });
  const points = worthOf(entryGifts.points);
  return {
    rows,
    total: totalOf(rows),
    gifts: { ...entryGifts, worth: points === null ? null : points + entryGifts.cents },
    lacks,
  };
}

function totalOf(rows: CostRow[]): Change | null {
  const parts = rows.map(({ worth }) => worth);
  if (parts.includes(null)) return null;
  const sum = (side: 'before' | 'after') => parts.reduce((total, part) => total + part![side], 0);
  return changeOf(sum('before'), sum('after'));
}

function changeOf(before: number, after: number): Change {
  return { before, after, difference: after - before };
}
