import { addDays, type Day } from '@siyu/kernel';
import { countingRank, type Cover } from '../../evaluation/domain/covers';
import { figureName, meets, type Figure } from '../../evaluation/domain/figures';
import { keepingOf, translate, type LadderTerms } from '../../ladders/domain/ladder';
import type { Values } from './contributions';

/*
 * Who would fall at the end of validity, if nothing more came: whose keep figures do not meet the keeping threshold. Whoever is held
 * by a lock at that time does not see it.
 *
 * Example: 银卡 until 2027-02-28 is kept by 500.00; 200.00 are there, 300.00 are missing: 普通 from 2027-03-16 on, behind 15 days of grace.
 */

/** A criterion that is not reached. */
export interface Missing extends Figure {
  figure: string;
  atLeast: number;
  has: number;
  missing: number;
}

export interface Fall {
  tierKey: string;
  toKey: string;
  graceUntil: Day;
  match: 'all' | 'any';
  missing: Missing[];
}

interface Falling {
  ownKey: string;
  validUntil: Day;
  lock: Cover | null;
}

/**
 * @param values her keep figures
 * @returns null when she keeps the tier, or nobody would see that she does not
 */
export function fallOf(terms: LadderTerms, { ownKey, validUntil, lock }: Falling, values: Values): Fall | null {
  const rank = translate(terms, ownKey);
  const own = terms.tiers[rank]!;
  const threshold = keepingOf(own);
  if (terms.atEnd === 'keep' || rank === 0 || threshold === null || meets(threshold, values)) return null;
  const graceUntil = addDays(validUntil, terms.graceDays);
  const to = fallRank(terms, rank, values);
  const counts = (key: string) => countingRank(terms, key, lock, addDays(graceUntil, 1));
  if (counts(own.key) === counts(terms.tiers[to]!.key)) return null;
  const missing = threshold.criteria.flatMap((criterion) => {
    const has = values[figureName(criterion)] ?? 0;
    const { measure, window, atLeast } = criterion;
    return has >= atLeast
      ? []
      : [{ figure: figureName(criterion), measure, window, atLeast, has, missing: atLeast - has }];
  });
  return { tierKey: own.key, toKey: terms.tiers[to]!.key, graceUntil, match: threshold.match, missing };
}

/** Where one goes whose figures do not keep her tier: a step down, or to the highest tier whose threshold they still meet. */
export function fallRank({ atEnd, tiers }: LadderTerms, rank: number, values: Values): number {
  if (atEnd !== 're-evaluate') return rank - 1;
  for (let below = rank - 1; below > 0; below -= 1) {
    const tier = tiers[below]!;
    if (meets(keepingOf(tier), values) || meets(tier.enter, values)) return below;
  }
  return 0;
}
