import type { Day } from '@siyu/kernel';
import { figureName, meets } from '../../evaluation/domain/figures';
import { translate, type Criterion, type LadderTerms, type Threshold, type Tier } from '../../ladders/domain/ladder';
import { figureAt, figuresAt, type History } from './contributions';
import type { Standing } from './explanation';
import { lastDayOf } from './leaving-days';

/*
 * How far a customer is from a threshold, criterion by criterion.
 *
 * Example: wanted 1,000.00 over the calendar year, has 250.00: 750.00 are missing, a quarter is done, and it counts until 31 December.
 */

export interface CriterionStanding extends Criterion {
  figure: string;
  has: number;
  missing: number;
  /** How much of it is done, 0 to 1. */
  share: number;
  met: boolean;
  /** Last day of the period that is counted; null for windows that go along with the day. */
  until: Day | null;
}

/** A tier and what it takes. */
export interface Aim {
  tier: Tier;
  match: Threshold['match'];
  met: boolean;
  criteria: CriterionStanding[];
  /** The day on which it will be decided; null: as soon as it is reached. */
  decidedOn: Day | null;
}

/** The pair that figures are told by: the day that windows are laid around, and the last day that counts. */
interface Moment {
  asOf: Day;
  until: Day;
}

export function aimAt(tier: Tier, threshold: Threshold | null, history: History, moment: Moment): Aim {
  const { match, criteria } = threshold ?? { match: 'all' as const, criteria: [] };
  return {
    tier,
    match,
    met: meets(threshold, figuresAt(criteria, moment.asOf, moment.until, history)),
    criteria: criteria.map((criterion) => standingOf(criterion, history, moment)),
    decidedOn: null,
  };
}

function standingOf(criterion: Criterion, history: History, { asOf, until }: Moment): CriterionStanding {
  const has = figureAt(criterion, asOf, until, history);
  const { window, atLeast } = criterion;
  return {
    ...criterion,
    figure: figureName(criterion),
    has,
    missing: Math.max(0, atLeast - has),
    share: Math.min(1, Math.max(0, has / atLeast)),
    met: has >= atLeast,
    until: lastDayOf(window, asOf, history.memberSince),
  };
}

/** A rise that refunds may still take back. */
export interface UndoRisk {
  /** The last day on which they may. */
  until: Day | null;
  /** The tier she rose from. */
  to: Tier;
  match: Threshold['match'];
  /** The figures by which she rose, as they are by now. */
  criteria: CriterionStanding[];
  /** Refunds of more than that undo the rise, as far as money decides; null where it doesn't decide alone. */
  spareCents: number | null;
}

/** @returns null when no refund can undo anything */
export function undoRiskOf(
  terms: LadderTerms,
  ownRank: number,
  { roseOn, roseFrom, validUntil }: Pick<Standing, 'roseOn' | 'roseFrom' | 'validUntil'>,
  history: History,
  today: Day,
): UndoRisk | null {
  const { enter } = terms.tiers[ownRank]!;
  if (terms.refunds !== 'undo' || roseOn === null || roseFrom === null || enter === null) return null;
  if (validUntil !== null && validUntil < today) return null;
  const from = terms.tiers[translate(terms, roseFrom)]!;
  const { match, criteria } = aimAt(terms.tiers[ownRank]!, enter, history, { asOf: roseOn, until: today });
  return { until: validUntil, to: from, match, criteria, spareCents: spareOf(match, criteria) };
}

/** With `all`, the tightest sum of money decides; with `any`, the loosest, unless something else holds the tier as well. */
function spareOf(match: Threshold['match'], criteria: readonly CriterionStanding[]): number | null {
  const spares = criteria.filter(({ measure }) => measure === 'spend').map(({ has, atLeast }) => has - atLeast);
  if (spares.length === 0) return null;
  if (match === 'all') return Math.max(0, Math.min(...spares));
  const holdsOtherwise = criteria.some(({ measure, met }) => measure !== 'spend' && met);
  return holdsOtherwise ? null : Math.max(0, ...spares);
}
