import type { components } from '@siyu/api-client';
import type { MoveKind, TierCriterion, TierMove } from './model';

export type LadderTerms = components['schemas']['LadderTermsBody'];
type Threshold = components['schemas']['LadderThreshold'];

/** Whether a move was for the better; the words say it too. */
export const toneOfMove = {
  placed: 'accent',
  rose: 'good',
  kept: 'good',
  grace: 'warning',
  fell: 'warning',
  undone: 'warning',
  restated: 'neutral',
  imported: 'neutral',
  locked: 'accent',
  unlocked: 'neutral',
  'lock-ended': 'neutral',
  merged: 'neutral',
} as const satisfies Record<MoveKind, string>;

/** A figure as it was, beside what was wanted of it. */
export interface Demand {
  measure: TierCriterion['measure'];
  window: TierCriterion['window'];
  value: number;
  /** Null where the threshold did not ask for this figure. */
  atLeast: number | null;
  met: boolean | null;
}

/** The tier whose threshold a move was measured by, and which of its two thresholds it was. */
export function yardstickOf({
  kind,
  underneathFrom,
  underneathTo,
}: TierMove): { key: string; side: 'enter' | 'keep' } | null {
  switch (kind) {
    case 'placed':
    case 'rose':
      return { key: underneathTo.key, side: 'enter' };
    case 'kept':
    case 'grace':
      return { key: underneathTo.key, side: 'keep' };
    case 'fell':
      return underneathFrom && { key: underneathFrom.key, side: 'keep' };
    case 'undone':
      return underneathFrom && { key: underneathFrom.key, side: 'enter' };
    default:
      return null;
  }
}

/** The threshold that a move was measured by; null where none was, or the version does not know the tier. */
export function thresholdOf(move: TierMove, terms: LadderTerms): Threshold | null {
  const yardstick = yardstickOf(move);
  const tier = yardstick && terms.tiers.find(({ key }) => key === yardstick.key);
  if (!tier) return null;
  return yardstick.side === 'enter' ? tier.enter : (tier.keep ?? tier.enter);
}

/**
 * The figures of a move against the threshold that it was measured by: what was wanted first, then the other figures of the
 * ladder, which did not decide.
 *
 * Example: rose to 金卡 with 5,120.00 over 12 months where 5,000.00 were wanted, and 3 orders where 20 would have done as well.
 */
export function demandsOf(move: TierMove, terms: LadderTerms | undefined): Demand[] {
  const threshold = terms ? thresholdOf(move, terms) : null;
  const demands = (move.figures ?? []).map(({ measure, window, value }): Demand => {
    const criterion = threshold?.criteria.find(
      (each) =>
        each.measure === measure &&
        each.window.kind === window.kind &&
        (each.window.months ?? 0) === (window.months ?? 0),
    );
    const atLeast = criterion?.atLeast ?? null;
    return { measure, window, value, atLeast, met: atLeast === null ? null : value >= atLeast };
  });
  return [...demands.filter(({ atLeast }) => atLeast !== null), ...demands.filter(({ atLeast }) => atLeast === null)];
}

/** Whether a lock covered what the rules decided: the line then tells both. */
export function isCovered({ to, underneathTo }: TierMove): boolean {
  return to.key !== underneathTo.key;
}
