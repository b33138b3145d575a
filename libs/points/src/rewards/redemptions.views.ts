import { maskAddress } from './domain/addresses';
import { maskCode } from './domain/codes';
import type { MemberRedemption, RedemptionFields, RedemptionView } from './redemptions.dto';
import type { RedemptionRow } from './rewards.entities';

/** What of a redemption is shown uncovered. */
export interface Uncovered {
  address: boolean;
  codes: boolean;
}

export const COVERED: Uncovered = { address: false, codes: false };

/** A redemption as its customer sees it. Codes of a cancelled one stay covered: they are worth nothing, or another's. */
export function memberRedemption(one: RedemptionRow, uncovered: Uncovered): MemberRedemption {
  return fields(one, uncovered);
}

/** A redemption as staff see it. */
export function redemptionView(one: RedemptionRow, uncovered: Uncovered): RedemptionView {
  const { customerId, unitValueCents, currency, spendSeq, giveBackSeq, actor } = one;
  const isCovered = (one.address !== null && !uncovered.address) || (one.codes !== null && !showsCodes(one, uncovered));
  return {
    ...fields(one, uncovered),
    customerId,
    unitValueCents,
    currency,
    spendSeq,
    giveBackSeq,
    actor,
    masked: isCovered,
  };
}

function fields(one: RedemptionRow, uncovered: Uncovered): RedemptionFields {
  const { redemptionId, rewardId, rewardName, kind, quantity, points, state, carrier, trackingNo, cancelReason } = one;
  return {
    id: redemptionId,
    rewardId,
    rewardName,
    kind,
    quantity,
    points,
    state,
    address: one.address && (uncovered.address ? one.address : maskAddress(one.address)),
    codes: one.codes && (showsCodes(one, uncovered) ? one.codes : one.codes.map(maskCode)),
    carrier,
    trackingNo,
    cancelReason,
    createdAt: one.createdAt.toISOString(),
    shippedAt: one.shippedAt?.toISOString() ?? null,
    completedAt: one.completedAt?.toISOString() ?? null,
    cancelledAt: one.cancelledAt?.toISOString() ?? null,
  };
}

function showsCodes({ state }: RedemptionRow, uncovered: Uncovered): boolean {
  return uncovered.codes && state !== 'cancelled';
}
