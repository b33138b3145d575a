import type { LadderTerms, LadderVersion, Tier } from '../ladders/domain/ladder';
import type { Aim } from './domain/aims';
import type { Explanation } from './domain/explanation';
import type { ExplainedTier, ShownTier, TierAim } from './explanations.dto';

/** An explanation as it goes over the wire. */
export function explanationView(
  told: Explanation,
  { ladderId, version, ladderName, terms }: LadderVersion,
): Omit<ExplainedTier, 'customerId' | 'computedAt'> {
  const { rank: _, tier, lock, next, above, keep, ifNot, undo, ...plain } = told;
  const shown = (one: Tier) => shownTier(terms, one);
  return {
    ...plain,
    ladder: { ladderId, name: ladderName, version },
    currency: terms.currency,
    tier: shown(tier),
    lock: lock && { ...lock, tier: shown(lock.tier), underneath: shown(lock.underneath) },
    next: next && aimView(terms, next),
    above: above.map((aim) => aimView(terms, aim)),
    keep: keep && { ...aimView(terms, keep), by: keep.by },
    ifNot: ifNot && { ...ifNot, tier: shown(ifNot.tier) },
    undo: undo && { ...undo, to: shown(undo.to) },
  };
}

/** While there is no ladder nobody stands anywhere. */
export const NO_LADDER: Omit<ExplainedTier, 'customerId' | 'computedAt'> = {
  ladder: null,
  currency: null,
  tier: null,
  isTop: false,
  since: null,
  validUntil: null,
  graceUntil: null,
  inGrace: false,
  lock: null,
  next: null,
  above: [],
  keep: null,
  ifNot: null,
  leaving: [],
  undo: null,
};

export function shownTier({ tiers }: Pick<LadderTerms, 'tiers'>, tier: Tier): ShownTier {
  const { key, name, icon, colour } = tier;
  return { key, name, icon, colour, rank: tiers.indexOf(tier) };
}

function aimView(terms: LadderTerms, { tier, match, met, criteria, decidedOn }: Aim): TierAim {
  return { tier: shownTier(terms, tier), match, met, criteria, decidedOn };
}
