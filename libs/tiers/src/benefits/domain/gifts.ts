import type { Benefit, LadderTerms } from '../../ladders/domain/ladder';

/*
 * What a tier gives. Gifts come on entering a tier or on a birthday, each under a key that says for what, so that the same
 * is never given twice.
 *
 * Example: 金卡 gives 500 points on entry, once a year: who rises to it on 2026-03-10 gets it as `entry:gold:2026`; falling and
 * rising again in May brings nothing, in 2027 it does.
 */

/** One gift of one tier. */
export interface Gift {
  rank: number;
  tierKey: string;
  benefit: Benefit;
}

/** Every gift that tiers give at such a moment, lowest tier first. */
export function giftsOf({ tiers }: Pick<LadderTerms, 'tiers'>, when: 'entry' | 'birthday'): Gift[] {
  return tiers.flatMap(({ key, benefits }, rank) =>
    benefits.filter((benefit) => benefit.when === when).map((benefit) => ({ rank, tierKey: key, benefit })),
  );
}

export function birthdayKey(year: string): string {
  return `birthday:${year}`;
}

/** Under which the ledger books a gift of points. */
export function pointsKey({ issueKey, benefitKey }: { issueKey: string; benefitKey: string }): string {
  return `tier-gift:${issueKey}:${benefitKey}`;
}
