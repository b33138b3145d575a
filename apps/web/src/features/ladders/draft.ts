import { decimalsOf } from './amounts';
import type { Criterion, Terms, Threshold, Tier } from './model';

/*
 * What an editor does to the terms of a ladder. Each answers with new terms and leaves the old ones as they are. Tiers stand
 * lowest first; the lowest has no threshold.
 */

/** Told apart with any colour vision, from quiet to bright. */
export const TIER_COLOURS = [
  '#8c8c8c',
  '#7d93ad',
  '#d4a017',
  '#4c8bf5',
  '#8a5cc7',
  '#c0562f',
  '#2f8f7a',
  '#b5528b',
  '#6b9132',
  '#3d4a5c',
];
const ICONS = ['user', 'medal', 'trophy', 'crown', 'diamond', 'star'];

const FIRST_THRESHOLD: Threshold = {
  match: 'all',
  criteria: [{ measure: 'spend', window: { kind: 'rolling', months: 12 }, atLeast: 100_000 }],
};

/** A ladder of one tier, with rules that most houses want. */
export function blankTerms(name: string): Terms {
  return {
    tiers: [tierOf('tier-1', name, 0)],
    currency: 'CNY',
    rises: { at: 'once' },
    validity: { kind: 'months', months: 12 },
    atEnd: 'one-down',
    graceDays: 15,
    warningDays: [30, 7, 1],
    refunds: 'undo',
    gifts: { skipped: true, once: 'ever', placement: false },
    atStart: { kind: 're-evaluate', grandfatherUntil: null },
  };
}

function tierOf(key: string, name: string, rank: number): Tier {
  const icon = ICONS[rank % ICONS.length]!;
  const colour = TIER_COLOURS[rank % TIER_COLOURS.length]!;
  return { key, name, icon, colour, enter: null, keep: null, benefits: [], replaces: [] };
}

/**
 * A tier on top, asking for twice as much as the one below it.
 *
 * @param taken keys of the version in force: whoever takes one of them takes its members too
 */
export function addTier(terms: Terms, name: string, taken: readonly string[]): Terms {
  const known = [...terms.tiers.flatMap(({ key, replaces }) => [key, ...replaces]), ...taken];
  let number = terms.tiers.length + 1;
  while (known.includes(`tier-${number}`)) number += 1;
  const tier = tierOf(`tier-${number}`, name, terms.tiers.length);
  const colour = TIER_COLOURS.find((each) => !terms.tiers.some((other) => other.colour === each)) ?? tier.colour;
  const icon = ICONS.find((each) => !terms.tiers.some((other) => other.icon === each)) ?? tier.icon;
  const below = terms.tiers.at(-1)?.enter;
  return {
    ...terms,
    tiers: [...terms.tiers, { ...tier, colour, icon, enter: below ? higher(below) : FIRST_THRESHOLD }],
  };
}

function higher({ match, criteria }: Threshold): Threshold {
  return { match, criteria: criteria.map(doubled) };
}

/** A year has twelve months, so one more of them is enough. */
function doubled(criterion: Criterion): Criterion {
  const { measure, atLeast } = criterion;
  return { ...criterion, atLeast: measure === 'months' ? atLeast + 1 : atLeast * 2 };
}

/**
 * Takes a tier out. Its members go to the next lower tier, those of the lowest to the one that becomes the lowest.
 *
 * @param inForce keys of the version in force: only their members have to go anywhere
 */
export function removeTier(terms: Terms, rank: number, inForce: readonly string[]): Terms {
  const gone = terms.tiers[rank];
  if (!gone || terms.tiers.length === 1) return terms;
  const tiers = terms.tiers.filter((tier) => tier !== gone);
  const without = {
    ...terms,
    tiers: tiers.map((tier, at) => (at === 0 ? { ...tier, enter: null, keep: null } : tier)),
  };
  const homeless = [gone.key, ...gone.replaces].filter((key) => inForce.includes(key));
  return homeless.reduce((rest, key) => adopt(rest, key, Math.max(0, rank - 1)), without);
}

/** Members of a tier that is no longer there are found in the tier of this rank, and in no other. */
export function adopt(terms: Terms, key: string, rank: number | null): Terms {
  const tiers = terms.tiers.map((tier, at) => {
    const others = tier.replaces.filter((each) => each !== key);
    return { ...tier, replaces: at === rank ? [...others, key].sort() : others };
  });
  return { ...terms, tiers };
}

/**
 * Earlier terms as they are when they come back: tiers that came since give their members to the next lower tier that both have.
 * The server does the same when it rolls back.
 */
export function restored(earlier: Terms, inForce: Terms): Terms {
  const rankOf = (key: string) => earlier.tiers.findIndex((tier) => tier.key === key);
  const isKnown = (key: string) => rankOf(key) >= 0 || earlier.tiers.some(({ replaces }) => replaces.includes(key));
  const orphans = inForce.tiers.slice(1).filter(({ key }) => !isKnown(key));
  return orphans.reduce((terms, orphan) => {
    const lower = inForce.tiers.slice(0, inForce.tiers.indexOf(orphan)).findLast(({ key }) => rankOf(key) >= 0);
    return adopt(terms, orphan.key, lower ? rankOf(lower.key) : 0);
  }, earlier);
}

/** A tier changes places with its neighbour. Thresholds stay on their rung, so that they still rise. */
export function moveTier(terms: Terms, rank: number, by: 1 | -1): Terms {
  const [one, other] = [terms.tiers[rank], terms.tiers[rank + by]];
  if (!one || !other) return terms;
  const on = (tier: Tier, { enter, keep }: Tier): Tier => ({ ...tier, enter, keep });
  const tiers = terms.tiers.map((tier) => (tier === one ? on(other, one) : tier === other ? on(one, other) : tier));
  return { ...terms, tiers };
}

/** One more criterion, of a measure that the threshold does not ask for yet. */
export function addCriterion({ match, criteria }: Threshold): Threshold {
  const measure =
    (['spend', 'orders', 'months', 'growth'] as const).find(
      (each) => !criteria.some((criterion) => criterion.measure === each),
    ) ?? 'spend';
  const window = criteria.at(-1)?.window ?? { kind: 'lifetime' as const };
  const atLeast = { spend: 1000, orders: 5, months: 3, growth: 1000 }[measure] * 10 ** decimalsOf(measure);
  return { match, criteria: [...criteria, { measure, window: { ...window }, atLeast }] };
}

/** Keeping is a little easier than reaching: four fifths of it, to begin with. */
export function easier({ match, criteria }: Threshold): Threshold {
  return {
    match,
    criteria: criteria.map((each) => ({
      ...each,
      window: { ...each.window },
      atLeast: Math.max(1, Math.floor((each.atLeast * 4) / 5)),
    })),
  };
}
