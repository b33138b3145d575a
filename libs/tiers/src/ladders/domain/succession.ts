import { rankOf, type LadderTerms } from './ladder';

/**
 * Tiers of terms, above the lowest, of which the terms that follow say nothing: neither do they have them nor does one of theirs
 * replace them. Who stands there would land in the lowest tier without anybody having said so.
 *
 * Example: regular, silver, gold followed by regular, silver: gold. Where silver replaces gold: none.
 */
export function orphans(before: LadderTerms, after: LadderTerms): string[] {
  return before.tiers
    .slice(1)
    .map(({ key }) => key)
    .filter((key) => rankOf(after, key) < 0 && !after.tiers.some(({ replaces }) => replaces.includes(key)));
}

/**
 * Terms of an earlier version, so that nobody is lost who stands by those before: each orphan is replaced by the next lower tier
 * that both have, or the lowest. Rolling back must be possible at once, without an editor.
 *
 * Example: before is regular, silver, gold, platinum; brought back is regular, silver: gold and platinum go to silver.
 */
export function restored(earlier: LadderTerms, before: LadderTerms | null): LadderTerms {
  const homes = new Map<string, string[]>();
  for (const key of before ? orphans(before, earlier) : []) {
    const lower = before!.tiers.slice(0, rankOf(before!, key)).findLast((tier) => rankOf(earlier, tier.key) >= 0);
    const home = lower?.key ?? earlier.tiers[0]!.key;
    homes.set(home, [...(homes.get(home) ?? []), key]);
  }
  const tiers = earlier.tiers.map((tier) => ({
    ...tier,
    replaces: [...tier.replaces, ...(homes.get(tier.key) ?? [])].sort(),
  }));
  return { ...earlier, tiers };
}

/** Terms that follow another although they don't know all of its tiers; in order of time. */
export function unfitSuccessor<Version extends { terms: LadderTerms; effectiveFrom: Date }>(
  versions: readonly Version[],
): { version: Version; tiers: string[] } | null {
  // Of several that begin at one moment only the last ever counts.
  const counting = versions.filter(
    ({ effectiveFrom }, index) => effectiveFrom.getTime() !== versions[index + 1]?.effectiveFrom.getTime(),
  );
  for (const [index, version] of counting.slice(1).entries()) {
    const tiers = orphans(counting[index]!.terms, version.terms);
    if (tiers.length > 0) return { version, tiers };
  }
  return null;
}
