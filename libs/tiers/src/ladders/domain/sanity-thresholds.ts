import { figureName } from '../../evaluation/domain/figures';
import { finding, type Finding, type Surroundings } from './findings';
import { implies, impliesCriterion, monthsOf } from './implication';
import type { Criterion, LadderTerms, Threshold, Tier } from './ladder';

/*
 * Thresholds that do not do what they seem to: tiers that everybody skips or nobody reaches, criteria that never decide.
 * A tier is skipped when whoever meets it meets a higher one as well, because she then stands in the higher.
 */

/** An amount below this was probably meant in the unit of the currency, not in cents. */
const TINY_CENTS = 100;
const PERIOD_MONTHS = { month: 1, quarter: 3, year: 12 };

interface Place {
  tier: Tier;
  threshold: Threshold;
  /** Of the threshold. */
  path: string;
}

export function thresholdFindings(terms: LadderTerms, { hasGrowthRules }: Surroundings): Finding[] {
  const places = placesOf(terms);
  const entering = places.filter(({ tier, threshold }) => tier.enter === threshold);
  return [
    ...entering.flatMap((place, index) => orderFindings(place, entering.slice(0, index))),
    ...places.flatMap(criterionFindings),
    ...entering.flatMap((place) => periodFindings(place, terms)),
    ...(hasGrowthRules ? [] : growthFindings(places)),
  ];
}

function placesOf({ tiers }: LadderTerms): Place[] {
  return tiers.flatMap((tier, rank) =>
    (['enter', 'keep'] as const).flatMap((which) => {
      const threshold = tier[which];
      return threshold ? [{ tier, threshold, path: `tiers/${rank}/${which}` }] : [];
    }),
  );
}

/** How a threshold stands above those of the tiers below it. */
function orderFindings({ tier, threshold, path }: Place, below: readonly Place[]): Finding[] {
  return below.flatMap((lower) => {
    const isSkipped = implies(lower.threshold, threshold);
    const flat = sharedFigures(lower.threshold, threshold).filter(({ low, high }) => high.atLeast <= low.atLeast);
    if (flat.length > 0)
      return flat.map(({ low, high, index }) =>
        finding(
          isSkipped ? 'error' : 'warning',
          'threshold-not-rising',
          `${path}/criteria/${index}/atLeast`,
          tier.key,
          {
            measure: high.measure,
            atLeast: high.atLeast,
            lowerTier: lower.tier.key,
            lowerAtLeast: low.atLeast,
          },
        ),
      );
    return isSkipped ? [finding('error', 'tier-skipped', lower.path, lower.tier.key, { higherTier: tier.key })] : [];
  });
}

/** Criteria of two thresholds that ask for the same figure. */
export function sharedFigures(
  lower: Threshold,
  higher: Threshold,
): { low: Criterion; high: Criterion; index: number }[] {
  const lows = new Map(lower.criteria.map((each) => [figureName(each), each]));
  return higher.criteria.flatMap((high, index) => {
    const low = lows.get(figureName(high));
    return low ? [{ low, high, index }] : [];
  });
}

function criterionFindings({ tier, threshold, path }: Place): Finding[] {
  return threshold.criteria.flatMap((criterion, index) => {
    const place = `${path}/criteria/${index}`;
    return [
      ...monthsFindings(criterion, place, tier),
      ...(criterion.measure === 'spend' && criterion.atLeast < TINY_CENTS
        ? [finding('hint', 'spend-tiny', `${place}/atLeast`, tier.key, { atLeast: criterion.atLeast })]
        : []),
      ...(isIdle(threshold, index)
        ? [finding('warning', 'criterion-idle', place, tier.key, { place: index + 1 })]
        : []),
    ];
  });
}

/**
 * Twelve rolling months touch thirteen calendar months, except around the last day of a month; so does a membership year unless
 * it begins on the first. A calendar year has twelve.
 */
function monthsFindings({ measure, window, atLeast }: Criterion, place: string, { key }: Tier): Finding[] {
  const months = monthsOf(window);
  if (measure !== 'months' || months === null || atLeast <= months) return [];
  const canBe = window.kind === 'calendar-year' ? months : months + 1;
  const severity = atLeast > canBe ? 'error' : 'warning';
  return [finding(severity, 'months-beyond-window', `${place}/atLeast`, key, { atLeast, months })];
}

/**
 * Whether a criterion never decides: of several that must all be met, one that another implies; of several of which any is
 * enough, one that implies another. Of two that are the same, the second.
 */
function isIdle({ match, criteria }: Threshold, index: number): boolean {
  const own = criteria[index]!;
  return criteria.some((other, at) => {
    if (at === index) return false;
    const [strong, weak] = match === 'all' ? [other, own] : [own, other];
    return impliesCriterion(strong, weak) && (at < index || !impliesCriterion(weak, strong));
  });
}

/** Rising at the end of a quarter by the figures of the last month forgets the two before. */
function periodFindings({ tier, threshold, path }: Place, { rises }: LadderTerms): Finding[] {
  if (rises.at === 'once') return [];
  const periodMonths = PERIOD_MONTHS[rises.period];
  return threshold.criteria.flatMap(({ window }, index) => {
    const months = monthsOf(window);
    return months !== null && months < periodMonths
      ? [
          finding('warning', 'window-shorter-than-period', `${path}/criteria/${index}/window`, tier.key, {
            months,
            periodMonths,
          }),
        ]
      : [];
  });
}

function growthFindings(places: readonly Place[]): Finding[] {
  return places.flatMap(({ tier, threshold, path }) => {
    const index = threshold.criteria.findIndex(({ measure }) => measure === 'growth');
    return index < 0 ? [] : [finding('warning', 'growth-without-rules', `${path}/criteria/${index}`, tier.key)];
  });
}
