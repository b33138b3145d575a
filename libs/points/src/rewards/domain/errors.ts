import { DomainError, type FieldFault } from '@siyu/kernel';
import type { RedemptionState } from './fulfilment';
import type { Obstacle, RewardStatus } from './rewards';

/** Every refusal around rewards; each code is made in one place. */
export const rewardsErrors = {
  notFound: () => new DomainError('points.reward-not-found', 'not-found', 'There is no such reward.'),

  invalid: (errors: FieldFault[]) =>
    new DomainError('points.reward-invalid', 'invalid', `${errors[0]!.pointer} ${errors[0]!.message}.`, { errors }),

  changed: (version: number) =>
    new DomainError('points.reward-changed', 'conflict', 'Somebody else changed the reward meanwhile; load it again.', {
      extra: { version },
    }),

  /** What was asked for does not go together with the state that the reward is in. */
  status: (status: RewardStatus) =>
    new DomainError('points.reward-status', 'conflict', `The reward is ${status}; this can't be done with it now.`, {
      extra: { status },
    }),

  kindFixed: () =>
    new DomainError(
      'points.reward-kind-fixed',
      'conflict',
      'The kind can only be changed while the reward is a draft without codes.',
    ),

  stockShort: (stock: number) =>
    new DomainError('points.stock-short', 'refused', `There are only ${stock} left to take away.`, {
      extra: { stock },
    }),

  stockUnlimited: () =>
    new DomainError('points.stock-unlimited', 'refused', 'The stock is unlimited; give it a limit first.'),

  stockLimited: () =>
    new DomainError('points.stock-limited', 'refused', 'The stock has a limit; change it by a difference.'),

  codesInvalid: (lines: number[], count: number) =>
    new DomainError('points.codes-invalid', 'invalid', `${count} lines are no codes, the first is line ${lines[0]}.`, {
      errors: lines.map((line) => ({
        pointer: `/file/${line}`,
        message: 'is no code: 1 to 100 characters without spaces',
      })),
      extra: { count },
    }),

  codesMissing: () =>
    new DomainError('points.codes-missing', 'invalid', 'There is no code in the file.', {
      errors: [{ pointer: '/file', message: 'has no code' }],
    }),

  codesUnreadable: () =>
    new DomainError('points.codes-unreadable', 'invalid', 'The file is no UTF-8 text.', {
      errors: [{ pointer: '/file', message: 'must be text in UTF-8' }],
    }),

  codesTooMany: (max: number) =>
    new DomainError('points.codes-too-many', 'too-large', `A file may bring at most ${max} codes.`, { extra: { max } }),

  notForCodes: () => new DomainError('points.codes-not-taken', 'refused', 'Only coupons have codes.'),

  unavailable: (obstacle: Obstacle) => {
    const { reason, ...extra } = obstacle;
    const [code, kind, detail] = REFUSALS[reason];
    return new DomainError(code, kind, detail, { extra });
  },

  priceChanged: (pricePoints: number) =>
    new DomainError('points.price-changed', 'conflict', 'The reward has another price by now.', {
      extra: { pricePoints },
    }),

  addressRequired: () =>
    new DomainError('points.address-required', 'invalid', 'Goods need an address to be sent to.', {
      errors: [{ pointer: '/address', message: 'is needed for goods' }],
    }),

  addressUnwanted: () =>
    new DomainError('points.address-unwanted', 'invalid', 'Nothing is sent; leave the address out.', {
      errors: [{ pointer: '/address', message: 'is only for goods' }],
    }),

  redemptionNotFound: () => new DomainError('points.redemption-not-found', 'not-found', 'There is no such redemption.'),

  redemptionState: (state: RedemptionState) =>
    new DomainError(
      'points.redemption-state',
      'conflict',
      `The redemption is ${state}; this can't be done with it any more.`,
      {
        extra: { state },
      },
    ),

  mismatch: () =>
    new DomainError('idempotency.mismatch', 'refused', 'This Idempotency-Key was used with another request.'),
};

/** Too few points never get this far when redeeming: the ledger says so itself. The sentence serves lists. */
const REFUSALS: Record<Obstacle['reason'], [code: string, kind: 'refused', detail: string]> = {
  'not-published': ['points.reward-not-published', 'refused', 'The reward is not on offer.'],
  'not-yet': ['points.reward-not-yet', 'refused', 'The reward can be redeemed later.'],
  over: ['points.reward-over', 'refused', 'The reward can no longer be redeemed.'],
  tier: ['points.reward-tier', 'refused', 'The reward is for members of other tiers.'],
  'limit-reached': ['points.limit-reached', 'refused', 'Nobody can redeem more of this reward.'],
  'sold-out': ['points.sold-out', 'refused', 'The reward is sold out.'],
  'too-few-points': ['points.insufficient', 'refused', 'There are too few points.'],
};
