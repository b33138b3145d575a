import { DomainError, type Day } from '@siyu/kernel';

/** What is wrong with a tier that is brought in. */
export const openingErrors = {
  sinceFuture: (since: Day) =>
    new DomainError('tiers.opening-since-future', 'invalid', `A tier since ${since} does not count yet.`),
  over: (validUntil: Day) =>
    new DomainError('tiers.opening-over', 'invalid', `A tier that ended with ${validUntil} is not brought along.`),
  growthOut: (most: number) =>
    new DomainError('tiers.opening-growth-out', 'invalid', `The growth value must be 0 to ${most}.`),
  otherCustomer: () =>
    new DomainError('tiers.opening-other-customer', 'refused', 'This number was brought in for another customer.'),
};
