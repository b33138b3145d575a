import { keepingOf, type Criterion, type LadderTerms, type Threshold } from '../../ladders/domain/ladder';

/*
 * Figures by name. Two criteria that ask for the same measure over the same window ask for one figure.
 *
 * Example: spend over 12 rolling months is `spend_rolling_12`, growth value of a life is `growth_lifetime`.
 */

/** A measure over a window. */
export type Figure = Pick<Criterion, 'measure' | 'window'>;

/** Plain enough for a column of SQL. */
export function figureName({ measure, window }: Figure): string {
  const span = window.kind === 'rolling' ? `rolling_${window.months}` : window.kind.replace('-', '_');
  return `${measure}_${span}`;
}

/** Every figure that a ladder asks for, once, in the order of its tiers. */
export function figuresOf({ tiers }: Pick<LadderTerms, 'tiers'>): Figure[] {
  const criteria = tiers
    .flatMap((tier) => [tier.enter, keepingOf(tier)])
    .flatMap((threshold) => threshold?.criteria ?? []);
  return [
    ...new Map(criteria.map(({ measure, window }) => [figureName({ measure, window }), { measure, window }])).values(),
  ];
}

/** Whether a threshold is met by figures; one that asks for nothing always is. */
export function meets(threshold: Threshold | null, values: Readonly<Record<string, number>>): boolean {
  if (!threshold) return true;
  const reached = (criterion: Criterion) => (values[figureName(criterion)] ?? 0) >= criterion.atLeast;
  return threshold.match === 'all' ? threshold.criteria.every(reached) : threshold.criteria.some(reached);
}
