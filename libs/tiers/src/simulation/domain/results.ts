import { parseDecimal } from '@siyu/kernel';
import { rankOf, translate, type Benefit, type LadderTerms } from '../../ladders/domain/ladder';

/*
 * What a draft would do, in numbers. Where each customer would stand once all validities have run out: the highest tier that is
 * earned, or that is not above her present one and whose keeping threshold is met.
 *
 * Costs are those of a year, estimated from the past: points that orders earned in the last 365 days, taken down to what they
 * would have been without a multiplier (divided by that of the customer's present tier), times what the multiplier adds;
 * benefits at what one costs, times how often the quota allows it, times the share of members who use it. Example: 1,200 points
 * earned in 银卡 (1.2) are 1,000; in 金卡 (1.5) they would be 1,500, so the multiplier costs 500 points.
 */

/** Customers who stand in one tier and would stand in another. */
export interface MatrixCell {
  /** Null where no ladder is in force. */
  from: string | null;
  to: string;
  customers: number;
  /** What their orders earned within the last 365 days. */
  points: number;
}

export interface YearlyCosts {
  /** Points that multipliers add. */
  multiplierPoints: number;
  /** Points given for birthdays. */
  giftPoints: number;
  /** Standing benefits and gifts that are not points, in the ladder's currency. */
  benefitCents: number;
}

export interface SimulationResult {
  customers: number;
  up: number;
  down: number;
  same: number;
  /** Who would fall on the very day on which the version comes into force; the others at the end of their validity. */
  downAtOnce: number;
  tiers: { key: string; name: string; before: number; after: number }[];
  /** Tiers that are in force and that the draft does not have. */
  gone: { key: string; name: string; before: number }[];
  before: YearlyCosts;
  after: YearlyCosts;
  /** Entry gifts for everybody who would rise, once. */
  entryGifts: { points: number; cents: number };
  /** What points are worth by the settings of points; null where these don't say. */
  pointValue: { points: number; cents: number; currency: string } | null;
  /** Of the benefits' costs. */
  currency: string;
}

const FACTOR_SCALE = 10_000;

export function resultOf(
  draft: LadderTerms,
  base: LadderTerms | null,
  matrix: readonly MatrixCell[],
  pointValue: SimulationResult['pointValue'],
): SimulationResult {
  const sum = (cells: readonly MatrixCell[]) => cells.reduce((all, { customers }) => all + customers, 0);
  const going = (way: number) => matrix.filter(({ from, to }) => Math.sign(wayOf(draft, from, to)) === way);
  const [up, down] = [sum(going(1)), sum(going(-1))];
  const fallsAtOnce = draft.atStart.kind === 're-evaluate' && draft.atStart.grandfatherUntil === null;
  const beforeIn = (key: string) => sum(matrix.filter(({ from }) => from === key));
  return {
    customers: sum(matrix),
    up,
    down,
    same: sum(matrix) - up - down,
    downAtOnce: fallsAtOnce ? down : 0,
    tiers: draft.tiers.map(({ key, name }) => ({
      key,
      name,
      before: beforeIn(key),
      after: sum(matrix.filter(({ to }) => to === key)),
    })),
    gone: (base?.tiers ?? [])
      .filter(({ key }) => rankOf(draft, key) < 0)
      .map(({ key, name }) => ({ key, name, before: beforeIn(key) })),
    before: base ? costsOf(base, base, matrix, ({ from }) => from) : NO_COSTS,
    after: costsOf(draft, base, matrix, ({ to }) => to),
    entryGifts: entryGiftsOf(draft, matrix),
    pointValue,
    currency: draft.currency,
  };
}

const NO_COSTS: YearlyCosts = { multiplierPoints: 0, giftPoints: 0, benefitCents: 0 };

/** How many ranks of the draft lie between where customers stand and where they would; above 0: up. */
export function wayOf(draft: LadderTerms, from: string | null, to: string): number {
  return rankOf(draft, to) - (from === null ? 0 : translate(draft, from));
}

function costsOf(
  terms: LadderTerms,
  base: LadderTerms | null,
  matrix: readonly MatrixCell[],
  standing: (cell: MatrixCell) => string | null,
): YearlyCosts {
  const costs = { ...NO_COSTS };
  for (const cell of matrix) {
    const tier = terms.tiers.find(({ key }) => key === standing(cell));
    if (!tier) continue;
    const plain =
      (cell.points * FACTOR_SCALE) / factorOf(base?.tiers.find(({ key }) => key === cell.from)?.benefits ?? []);
    costs.multiplierPoints += (plain * (factorOf(tier.benefits) - FACTOR_SCALE)) / FACTOR_SCALE;
    for (const benefit of tier.benefits.filter(({ when }) => when !== 'entry')) {
      const uses = (cell.customers * timesAYear(benefit) * benefit.usePercent) / 100;
      if (benefit.kind === 'points-gift') costs.giftPoints += uses * benefit.points!;
      else costs.benefitCents += uses * (benefit.costCents ?? 0);
    }
  }
  return rounded(costs);
}

/** Entry gifts for all who rise; of tiers that are skipped, too, where the ladder pays them. */
function entryGiftsOf(draft: LadderTerms, matrix: readonly MatrixCell[]): SimulationResult['entryGifts'] {
  const gifts = { points: 0, cents: 0 };
  for (const { from, to, customers } of matrix) {
    const [begin, end] = [from === null ? 0 : translate(draft, from), rankOf(draft, to)];
    if (from === null && !draft.gifts.placement) continue;
    const reached = draft.tiers.slice(draft.gifts.skipped ? begin + 1 : end, end + 1);
    if (end <= begin) continue;
    for (const { points, costCents } of reached.flatMap(({ benefits }) =>
      benefits.filter(({ when }) => when === 'entry'),
    )) {
      gifts.points += customers * (points ?? 0);
      gifts.cents += customers * (costCents ?? 0);
    }
  }
  return gifts;
}

/** In ten-thousandths. */
function factorOf(benefits: readonly Benefit[]): number {
  const factor = benefits.find(({ kind }) => kind === 'points-multiplier')?.factor;
  return factor ? parseDecimal(factor, 4)! : FACTOR_SCALE;
}

/** How often in a year a quota allows it; a benefit without one, and one that comes by itself, counts once. */
function timesAYear({ quota }: Benefit): number {
  return quota ? quota.times * (quota.per === 'month' ? 12 : 1) : 1;
}

function rounded(costs: YearlyCosts): YearlyCosts {
  return {
    multiplierPoints: Math.round(costs.multiplierPoints),
    giftPoints: Math.round(costs.giftPoints),
    benefitCents: Math.round(costs.benefitCents),
  };
}
