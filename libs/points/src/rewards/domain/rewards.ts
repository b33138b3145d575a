/**
 * What points buy. A reward is redeemable by a customer when it is published, its time has come and is not over, something
 * is left of it, her tier is among those it is for, her limits are not used up and she has the points.
 *
 * Example: a mug for 300 points, one per customer and month. Whoever redeemed one on the 3rd is told `limit-reached` until
 * the month ends in the programme's time zone; whoever has 250 points is told that 50 are missing.
 */

export const REWARD_KINDS = ['coupon', 'goods', 'course'] as const;
/** A coupon hands out codes, goods are sent to an address, a course is there at once. */
export type RewardKind = (typeof REWARD_KINDS)[number];

export const REWARD_STATUSES = ['draft', 'published', 'ended'] as const;
export type RewardStatus = (typeof REWARD_STATUSES)[number];

export const LIMIT_PERIODS = ['day', 'month'] as const;
export type LimitPeriod = (typeof LIMIT_PERIODS)[number];

/** Most of one reward that one redemption may ask for. */
export const MAX_QUANTITY = 100;

/** What staff decide about a reward. Times are instants, `validTo` is the first at which it is over. */
export interface RewardTerms {
  name: string;
  description: string;
  pictureUrl: string | null;
  kind: RewardKind;
  pricePoints: number;
  /** What one is worth to the house. */
  marketValueCents: number | null;
  /** Per customer, for ever. */
  limitTotal: number | null;
  /** Per customer and calendar day or month of the programme. */
  limitPerPeriod: number | null;
  limitPeriod: LimitPeriod | null;
  /** Empty: for everybody. */
  tiers: string[];
  validFrom: Date | null;
  validTo: Date | null;
  sortOrder: number;
}

/** What of a reward decides whether it can be redeemed. */
export type Offer = Pick<
  RewardTerms,
  'pricePoints' | 'limitTotal' | 'limitPerPeriod' | 'limitPeriod' | 'tiers' | 'validFrom' | 'validTo'
> & { status: RewardStatus };

/** How much a customer redeemed of a reward: ever, and since the day or month of its limit began. Cancelled ones left out. */
export interface Redeemed {
  total: number;
  inPeriod: number;
}

/** Everything about one customer and one reward that decides. */
export interface Situation {
  now: Date;
  quantity: number;
  /** Points that can be spent. */
  spendable: number;
  /** How many there still are; null: unlimited. */
  left: number | null;
  redeemed: Redeemed;
  /** The customer's tiers; none as well when nobody knows of tiers. */
  tiers: readonly string[];
}

/** Why a reward can't be redeemed. */
export type Obstacle =
  | { reason: 'not-published' }
  | { reason: 'not-yet'; from: Date }
  | { reason: 'over' }
  | { reason: 'tier'; tiers: string[] }
  | { reason: 'limit-reached'; limit: number; period: LimitPeriod | null }
  | { reason: 'sold-out' }
  | { reason: 'too-few-points'; missing: number };

/** All that stands between the customer and the reward, what she can change least first. None: she can have it. */
export function obstaclesOf(offer: Offer, situation: Situation): Obstacle[] {
  const missing = offer.pricePoints * situation.quantity - situation.spendable;
  const isSoldOut = situation.left !== null && situation.left < situation.quantity;
  return [
    ...timeObstacles(offer, situation.now),
    ...tierObstacles(offer, situation.tiers),
    ...limitObstacles(offer, situation.redeemed, situation.quantity),
    ...(isSoldOut ? [{ reason: 'sold-out' } as const] : []),
    ...(missing > 0 ? [{ reason: 'too-few-points', missing } as const] : []),
  ];
}

/** Whether it is on offer at that time at all. */
export function timeObstacles(offer: Pick<Offer, 'status' | 'validFrom' | 'validTo'>, now: Date): Obstacle[] {
  if (offer.status !== 'published') return [{ reason: 'not-published' }];
  if (offer.validTo && now >= offer.validTo) return [{ reason: 'over' }];
  return offer.validFrom && now < offer.validFrom ? [{ reason: 'not-yet', from: offer.validFrom }] : [];
}

/** A reward for certain tiers is closed to whoever's tier is not known: never silently open. */
export function tierObstacles({ tiers }: Pick<Offer, 'tiers'>, hers: readonly string[]): Obstacle[] {
  return tiers.length === 0 || hers.some((tier) => tiers.includes(tier)) ? [] : [{ reason: 'tier', tiers }];
}

/** @param redeemed what she redeemed before the `quantity` that she asks for now */
export function limitObstacles(
  offer: Pick<Offer, 'limitTotal' | 'limitPerPeriod' | 'limitPeriod'>,
  redeemed: Redeemed,
  quantity: number,
): Obstacle[] {
  const { limitTotal, limitPerPeriod, limitPeriod } = offer;
  if (limitTotal !== null && redeemed.total + quantity > limitTotal) {
    return [{ reason: 'limit-reached', limit: limitTotal, period: null }];
  }
  if (limitPerPeriod !== null && redeemed.inPeriod + quantity > limitPerPeriod) {
    return [{ reason: 'limit-reached', limit: limitPerPeriod, period: limitPeriod }];
  }
  return [];
}
