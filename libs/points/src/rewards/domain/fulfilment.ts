import type { RewardKind } from './rewards';

/**
 * What becomes of a redemption. Goods are requested, shipped, completed; coupons and courses are there at once and so begin
 * as completed. Cancelling gives the points back to their own lots. Staff may cancel in any state, since parcels come back and
 * codes turn out not to work; the customer may until her parcel is on its way.
 */
export const REDEMPTION_STATES = ['requested', 'shipped', 'completed', 'cancelled'] as const;
export type RedemptionState = (typeof REDEMPTION_STATES)[number];

export type Transition = 'ship' | 'complete' | 'cancel' | 'cancel-own';

const FROM: Record<Transition, readonly RedemptionState[]> = {
  ship: ['requested'],
  complete: ['shipped'],
  cancel: ['requested', 'shipped', 'completed'],
  'cancel-own': ['requested'],
};

/** The states out of which a transition leads. */
export function sourcesOf(transition: Transition): readonly RedemptionState[] {
  return FROM[transition];
}

export function firstState(kind: RewardKind): RedemptionState {
  return kind === 'goods' ? 'requested' : 'completed';
}

/** Whether what was redeemed goes back on the shelf, unless staff say otherwise: not once a parcel has left. */
export function isRestocked(kind: RewardKind, state: RedemptionState): boolean {
  return kind !== 'goods' || state === 'requested';
}
