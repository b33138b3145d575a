import type { Day } from '@siyu/kernel';
import { translate, type LadderTerms } from '../../ladders/domain/ladder';

/** A lock as it lies over what the rules decide. */
export interface Cover {
  tierKey: string;
  /** The last day. */
  until: Day;
  mayRise: boolean;
}

/**
 * The rank that counts: the lock's while it lasts, or the higher one if the customer may rise above it.
 *
 * Example: gold by the rules, locked to silver until 2026-12-31: silver, and gold again from 2027-01-01 on. The same with
 * `mayRise`: gold all along.
 */
export function countingRank(
  terms: Pick<LadderTerms, 'tiers'>,
  ownKey: string,
  cover: Cover | null,
  today: Day,
): number {
  const own = translate(terms, ownKey);
  if (!cover || cover.until < today) return own;
  const locked = translate(terms, cover.tierKey);
  return cover.mayRise ? Math.max(locked, own) : locked;
}
