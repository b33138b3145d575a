import type { Criterion, Threshold, Window } from './ladder';

/*
 * Whether who meets one threshold always meets another as well. Figures only have lower bounds, so this is told from measures,
 * windows and amounts: what was reached in a narrower window was reached in a wider one, and a month with a purchase has an
 * order. A yes is certain; a no only says that it cannot be told.
 *
 * Example: 1,000.00 spent in 6 rolling months implies 800.00 in 12, and in a life. 3 different months in a calendar year imply 3
 * orders in it. 1,000.00 in 12 months implies nothing about 6.
 */
export function implies(one: Threshold, other: Threshold): boolean {
  return waysTo(one).every((way) => waysTo(other).some((wanted) => impliesAll(way, wanted)));
}

export function impliesCriterion(one: Criterion, other: Criterion): boolean {
  const sameMeasure = one.measure === other.measure || (one.measure === 'months' && other.measure === 'orders');
  return sameMeasure && one.atLeast >= other.atLeast && isWithin(one.window, other.window);
}

/** Whether everything that counts in one window counts in the other. */
export function isWithin(inner: Window, outer: Window): boolean {
  if (outer.kind === 'lifetime') return true;
  if (outer.kind === 'rolling') return (monthsOf(inner) ?? Infinity) <= outer.months;
  return inner.kind === outer.kind;
}

/** How many months a window spans at most; null: no end to it. */
export function monthsOf(window: Window): number | null {
  if (window.kind === 'lifetime') return null;
  return window.kind === 'rolling' ? window.months : 12;
}

/** Whether figures of the window fall back to nothing when its year begins. */
export function restarts({ kind }: Window): boolean {
  return kind === 'calendar-year' || kind === 'membership-year';
}

/** Sets of criteria of which each alone is enough. */
function waysTo({ match, criteria }: Threshold): Criterion[][] {
  return match === 'all' ? [criteria] : criteria.map((each) => [each]);
}

function impliesAll(way: readonly Criterion[], wanted: readonly Criterion[]): boolean {
  return wanted.every((other) => way.some((one) => impliesCriterion(one, other)));
}
