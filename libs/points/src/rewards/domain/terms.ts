import type { FieldFault } from '@siyu/kernel';
import { rewardsErrors } from './errors';
import type { RewardTerms } from './rewards';

/**
 * What makes no sense in the terms of a reward: a validity that ends before it begins, a number per period without the
 * period. Example: `limitPerPeriod: 1` without `limitPeriod` is refused at `/limitPeriod`.
 */
const TIER_CODE = /^[\p{L}\p{N}_.-]{1,60}$/u;

/** @throws DomainError `points.reward-invalid` (invalid) */
export function checkTerms(terms: RewardTerms): RewardTerms {
  const faults: FieldFault[] = [];
  const { validFrom, validTo, limitPerPeriod, limitPeriod, limitTotal, tiers } = terms;
  if (validFrom && validTo && validTo <= validFrom)
    faults.push({ pointer: '/validTo', message: 'must be after validFrom' });
  if (limitPerPeriod !== null && limitPeriod === null) {
    faults.push({ pointer: '/limitPeriod', message: 'is needed with limitPerPeriod' });
  }
  if (limitPerPeriod === null && limitPeriod !== null) {
    faults.push({ pointer: '/limitPerPeriod', message: 'is needed with limitPeriod' });
  }
  if (limitTotal !== null && limitPerPeriod !== null && limitPerPeriod > limitTotal) {
    faults.push({ pointer: '/limitPerPeriod', message: 'must not be more than limitTotal' });
  }
  if (!tiers.every((tier) => TIER_CODE.test(tier)) || new Set(tiers).size < tiers.length) {
    faults.push({ pointer: '/tiers', message: 'must be codes of tiers, each once' });
  }
  if (faults.length > 0) throw rewardsErrors.invalid(faults);
  return terms;
}
