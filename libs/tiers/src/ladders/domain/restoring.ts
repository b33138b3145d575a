import { rankOf, type LadderTerms } from './ladder';

/**
 * Terms of an earlier version, so that nobody is lost who stands by those in force: a tier that only those have is replaced by the
 * next lower tier that both have, or the lowest. Rolling back must be possible at once, without an editor.
 *
 * Example: in force is regular, silver, gold, platinum; brought back is regular, silver: gold and platinum go to silver.
 */
export function restored(earlier: LadderTerms, inForce: LadderTerms | null): LadderTerms {
  const homes = new Map<string, string[]>();
  inForce?.tiers.forEach(({ key }, rank) => {
    const isKnown = rankOf(earlier, key) >= 0 || earlier.tiers.some(({ replaces }) => replaces.includes(key));
    if (isKnown) return;
    const lower = inForce.tiers.slice(0, rank).findLast((tier) => rankOf(earlier, tier.key) >= 0);
    const home = lower?.key ?? earlier.tiers[0]!.key;
    homes.set(home, [...(homes.get(home) ?? []), key]);
  });
  const tiers = earlier.tiers.map((tier) => ({
    ...tier,
    replaces: [...tier.replaces, ...(homes.get(tier.key) ?? [])].sort(),
  }));
  return { ...earlier, tiers };
}
