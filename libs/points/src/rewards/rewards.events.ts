import { defineEvent } from '@siyu/platform';

/** A customer got a reward for her points. */
export interface PointsRedeemed {
  customerId: string;
  redemptionId: string;
  rewardId: string;
  quantity: number;
  points: number;
}

export const pointsRedeemed = defineEvent<PointsRedeemed>('points.redeemed');

/** A redemption was cancelled and its points were given back. */
export interface RedemptionCancelled {
  customerId: string;
  redemptionId: string;
  rewardId: string;
}

export const redemptionCancelled = defineEvent<RedemptionCancelled>('points.redemption-cancelled');
