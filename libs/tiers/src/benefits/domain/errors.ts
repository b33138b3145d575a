import { DomainError, type Day } from '@siyu/kernel';
import type { Quota } from '../../ladders/domain/ladder';

/** What benefits refuse. */
export const benefitErrors = {
  missing: (benefitKey: string) =>
    new DomainError('tiers.benefit-missing', 'refused', 'The tier of the customer has no such benefit to be used.', {
      extra: { benefitKey },
    }),
  quotaSpent: ({ times, per }: Quota, renewsOn: Day | null) =>
    new DomainError('tiers.quota-spent', 'refused', `The benefit was used ${times} times, which is all there are.`, {
      extra: { times, per, renewsOn },
    }),
  useUnknown: () => new DomainError('tiers.use-unknown', 'not-found', 'The benefit was not used like that.'),
  issueUnknown: () => new DomainError('tiers.issue-unknown', 'not-found', 'The customer got no such gift.'),
  issueSettled: (status: string) =>
    new DomainError('tiers.issue-settled', 'conflict', `The gift is ${status} already.`, { extra: { status } }),
  /** Points are booked by the house; a hand in between would book them twice, or never. */
  issueOfPoints: () => new DomainError('tiers.issue-of-points', 'refused', 'Gifts of points are booked by themselves.'),
  keyMismatch: () =>
    new DomainError('idempotency.mismatch', 'refused', 'This Idempotency-Key was used with another request.'),
};
