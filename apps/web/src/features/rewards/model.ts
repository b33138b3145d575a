import type { components } from '@siyu/api-client';

type Schemas = components['schemas'];
export type RewardDetail = Schemas['RewardDetail'];
export type CatalogueReward = Schemas['CatalogueReward'];
/** What a reward is, apart from what became of it. */
export type Reward = Omit<CatalogueReward, 'redeemed' | 'toShip'>;
export type RewardKind = Reward['kind'];
export type RewardStatus = Reward['status'];
export type Redemption = Schemas['RedemptionView'];
export type ListedRedemption = Schemas['ListedRedemption'];
export type RedemptionState = Redemption['state'];

export const rewardsPermissions = { read: 'points.read', manage: 'points.rewards', fulfil: 'points.fulfil' } as const;

export const REWARD_KINDS = ['coupon', 'goods', 'course'] as const satisfies readonly RewardKind[];
export const REWARD_STATUSES = ['draft', 'published', 'ended'] as const satisfies readonly RewardStatus[];
export const REDEMPTION_STATES = [
  'requested',
  'shipped',
  'completed',
  'cancelled',
] as const satisfies readonly RedemptionState[];

/** Clocks differ, and the one of the screen ticks by the minute: what begins within this time has begun. */
const SLACK_MS = 60_000;

/** What members can do with a reward now: a published one may still wait for its time, have had it, or be sold out. */
export type Offer = RewardStatus | 'scheduled' | 'over' | 'soldOut';

export function offerOf(
  { status, validFrom, validTo, left }: Pick<Reward, 'status' | 'validFrom' | 'validTo' | 'left'>,
  now: Date,
): Offer {
  if (status !== 'published') return status;
  if (validTo && new Date(validTo) <= now) return 'over';
  if (validFrom && new Date(validFrom).getTime() - now.getTime() > SLACK_MS) return 'scheduled';
  return left === 0 ? 'soldOut' : 'published';
}

export const OFFER_TONES = {
  draft: 'neutral',
  published: 'good',
  scheduled: 'accent',
  over: 'neutral',
  soldOut: 'warning',
  ended: 'neutral',
} as const satisfies Record<Offer, string>;

export const STATE_TONES = {
  requested: 'warning',
  shipped: 'accent',
  completed: 'good',
  cancelled: 'neutral',
} as const satisfies Record<RedemptionState, string>;

/** Fewer than this, or a tenth of all, is little. */
const FEW = 10;

/**
 * How much of a reward is left, of what there ever was to have: what is left and what was redeemed. Null where nothing
 * limits it.
 */
export function shelfOf(left: number | null, redeemed = 0): { left: number; share: number; isLow: boolean } | null {
  if (left === null) return null;
  const all = left + redeemed;
  return { left, share: all === 0 ? 0 : left / all, isLow: left < FEW || left / all < 0.1 };
}

export type RedemptionAct = 'ship' | 'complete' | 'cancel';

/** What staff can do with a redemption as it stands. */
export function actsOn(state: RedemptionState): RedemptionAct[] {
  if (state === 'cancelled') return [];
  if (state === 'requested') return ['ship', 'cancel'];
  return state === 'shipped' ? ['complete', 'cancel'] : ['cancel'];
}

/** Whether what was redeemed goes back on the shelf unless told otherwise: not once a parcel has left. */
export function isRestocked({ kind, state }: Pick<Redemption, 'kind' | 'state'>): boolean {
  return kind !== 'goods' || state === 'requested';
}

/** Who asked for something, as the server writes it: `member:<id>`. */
export function actorKind(actor: string): 'member' | 'staff' | 'api-key' | 'system' {
  const kind = actor.split(':')[0];
  return kind === 'member' || kind === 'staff' || kind === 'api-key' ? kind : 'system';
}

/** What happened to a redemption, oldest first. */
export function historyOf({ createdAt, shippedAt, completedAt, cancelledAt }: Redemption) {
  const steps = [
    { what: 'requested', at: createdAt },
    { what: 'shipped', at: shippedAt },
    { what: 'completed', at: completedAt },
    { what: 'cancelled', at: cancelledAt },
  ] as const;
  return steps.flatMap(({ what, at }) => (at ? [{ what, at }] : []));
}
