import type { Address } from './addresses';
import { rewardsErrors } from './errors';
import type { RewardKind } from './rewards';

/**
 * What a customer wants of a reward. Goods want an address, and nothing else takes one: an address that nobody needs is not
 * kept. Example: two mugs for 300 points each, to be sent; refused with `points.price-changed` once a mug costs 400.
 */
export interface RedemptionAsk {
  rewardId: string;
  quantity: number;
  /** For goods. */
  address: Address | null;
  /** The price of one that she was shown; null: whatever it is. */
  expectedPoints: number | null;
}

/** @throws DomainError `points.address-required`, `points.address-unwanted` (invalid), `points.price-changed` (conflict) */
export function checkAsk(ask: RedemptionAsk, reward: { kind: RewardKind; pricePoints: number }): void {
  if (reward.kind === 'goods' && !ask.address) throw rewardsErrors.addressRequired();
  if (reward.kind !== 'goods' && ask.address) throw rewardsErrors.addressUnwanted();
  if (ask.expectedPoints !== null && ask.expectedPoints !== reward.pricePoints) {
    throw rewardsErrors.priceChanged(reward.pricePoints);
  }
}
