import { finding, type Finding } from './findings';
import { implies, monthsOf, restarts } from './implication';
import { keepingOf, type Criterion, type LadderTerms, type Threshold, type Tier } from './ladder';
import { sharedFigures } from './sanity-thresholds';

/*
 * What becomes of a tier when its validity ends. Keeping should be easier than entering: who has not enough to keep her tier but
 * still has enough to enter it falls and rises again on the same day. Figures of a calendar or membership year begin at nothing
 * again, so they may ask for more.
 */
export function keepingFindings(terms: LadderTerms): Finding[] {
  const { tiers, validity } = terms;
  const mayFall = tiers.length > 1 && validity.kind !== 'unlimited' && terms.atEnd !== 'keep';
  if (!mayFall) return unusedFindings(terms);
  return [...tiers.flatMap((tier, rank) => (rank === 0 ? [] : tierFindings(tier, rank, terms))), ...endFindings(terms)];
}

function tierFindings(tier: Tier, rank: number, terms: LadderTerms): Finding[] {
  const [enter, keep] = [tier.enter!, keepingOf(tier)!];
  const path = `tiers/${rank}/${tier.keep ? 'keep' : 'enter'}`;
  const harder = sharedFigures(enter, keep).filter(({ low, high }) => high.atLeast > low.atLeast);
  const fallsAndRises = !canRestart(enter) && implies(keep, enter);
  const outlasts = !harder.length && !canRestart(enter) && !implies(enter, keep);
  const isForLife = isMetForLife(enter) && implies(enter, keep);
  const isSame = !tier.keep || (implies(enter, keep) && implies(keep, enter));
  return [
    ...harder.map(({ low, high, index }) =>
      finding(fallsAndRises ? 'error' : 'warning', 'keep-above-enter', `${path}/criteria/${index}/atLeast`, tier.key, {
        measure: high.measure,
        keep: high.atLeast,
        enter: low.atLeast,
      }),
    ),
    ...(outlasts ? [finding('warning', 'falls-in-vain', path, tier.key)] : []),
    ...(isForLife ? [finding('warning', 'never-falls', path, tier.key)] : []),
    ...(isSame && !isForLife ? [finding('hint', 'keep-equals-enter', path, tier.key)] : []),
    ...lowerFindings(tier, keep, path, terms.tiers.slice(1, rank)),
    ...keep.criteria.flatMap((criterion, index) =>
      windowFindings(criterion, `${path}/criteria/${index}/window`, tier, terms),
    ),
  ];
}

/** Whether figures of the threshold can be back at nothing after the end of a year. */
function canRestart({ match, criteria }: Threshold): boolean {
  return match === 'all'
    ? criteria.some(({ window }) => restarts(window))
    : criteria.every(({ window }) => restarts(window));
}

/** Whether who met it once always will: nothing leaves a lifetime but by refunds. */
function isMetForLife({ match, criteria }: Threshold): boolean {
  const isLifetime = ({ window }: Criterion) => window.kind === 'lifetime';
  return match === 'all' ? criteria.every(isLifetime) : criteria.some(isLifetime);
}

/** Keeping a tier for less than a newcomer pays for a lower one. */
function lowerFindings(tier: Tier, keep: Threshold, path: string, lower: readonly Tier[]): Finding[] {
  return lower.flatMap((other) =>
    sharedFigures(other.enter!, keep)
      .filter(({ low, high }) => high.atLeast < low.atLeast)
      .map(({ low, high, index }) =>
        finding('warning', 'keep-below-lower-enter', `${path}/criteria/${index}/atLeast`, tier.key, {
          measure: high.measure,
          keep: high.atLeast,
          lowerTier: other.key,
          lowerEnter: low.atLeast,
        }),
      ),
  );
}

/** Whether what counts for keeping is what happened while the tier was held. */
function windowFindings({ window }: Criterion, path: string, tier: Tier, { validity }: LadderTerms): Finding[] {
  const windowMonths = monthsOf(window);
  if (windowMonths === null || validity.kind === 'unlimited') return [];
  if (restarts(window) && window.kind !== validity.kind)
    return [finding('warning', 'keep-window-cut', path, tier.key, { window: window.kind, validity: validity.kind })];
  const validityMonths = validity.kind === 'months' ? validity.months : 12 * Math.max(1, validity.more);
  if (windowMonths === validityMonths) return [];
  const code = windowMonths > validityMonths ? 'keep-window-longer' : 'keep-window-shorter';
  return [finding('warning', code, path, tier.key, { windowMonths, validityMonths })];
}

/** Of the end of validity itself. */
function endFindings({ validity, atEnd, graceDays, warningDays }: LadderTerms): Finding[] {
  const findings: Finding[] = [];
  if ((validity.kind === 'calendar-year' || validity.kind === 'membership-year') && validity.more === 0)
    findings.push(finding('warning', 'validity-may-be-days', 'validity/more'));
  if (graceDays === 0) findings.push(finding(atEnd === 'one-down' ? 'warning' : 'hint', 'no-grace', 'graceDays'));
  if (warningDays.length === 0) findings.push(finding('warning', 'no-warnings', 'warningDays'));
  if (validity.kind === 'months') {
    // The shortest months there are: whoever just rose would be warned the same day.
    const validityDays = validity.months * 28;
    const early = warningDays.findIndex((days) => days >= validityDays);
    if (early >= 0)
      findings.push(
        finding('warning', 'warning-too-early', `warningDays/${early}`, null, {
          days: warningDays[early]!,
          validityMonths: validity.months,
        }),
      );
  }
  return findings;
}

/** What was asked for although nobody can fall. */
function unusedFindings({ tiers, graceDays }: LadderTerms): Finding[] {
  const keeps = tiers.flatMap((tier, rank) =>
    tier.keep ? [finding('hint', 'keep-unused', `tiers/${rank}/keep`, tier.key)] : [],
  );
  return graceDays > 0 ? [...keeps, finding('hint', 'grace-unused', 'graceDays', null, { graceDays })] : keeps;
}
