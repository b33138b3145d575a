import { DomainError } from '@siyu/kernel';

/** Why the ledger refuses. A refused act leaves no trace. */
export const ledgerErrors = {
  insufficient: (asked: number, spendable: number) =>
    new DomainError('points.insufficient', 'refused', `${asked} points are asked for, ${spendable} can be spent.`, {
      extra: { asked, spendable },
    }),
  accountMoved: (customerId: string) =>
    new DomainError('points.account-moved', 'refused', 'These points were moved to another customer.', {
      extra: { customerId },
    }),
  entryUnknown: (seq: number) =>
    new DomainError('points.entry-unknown', 'not-found', `The customer has no entry ${seq}.`, { extra: { seq } }),
  notReversible: (kind: string) =>
    new DomainError('points.not-reversible', 'refused', `An entry of kind ${kind} can't be taken back.`, {
      extra: { kind },
    }),
  reversedAlready: (asked: number | null, left: number) =>
    new DomainError(
      'points.reversed-already',
      'refused',
      left === 0
        ? 'All of this entry was taken back before.'
        : `${asked} points are asked for, ${left} of this entry are left to take back.`,
      { extra: { left } },
    ),
  holdUnknown: () => new DomainError('points.hold-unknown', 'not-found', 'The customer has no such hold.'),
  holdOver: (status: string) =>
    new DomainError('points.hold-over', 'refused', `This hold is over: it was ${status}.`, { extra: { status } }),
  holdTooSmall: (asked: number, left: number) =>
    new DomainError('points.hold-too-small', 'refused', `${asked} points are asked for, ${left} are still held.`, {
      extra: { asked, left },
    }),
  holdInThePast: () =>
    new DomainError('points.hold-in-the-past', 'invalid', 'A hold must end in the future.', {
      errors: [{ pointer: '/expiresAt', message: 'must be in the future' }],
    }),
  expiryInThePast: () =>
    new DomainError('points.expiry-in-the-past', 'invalid', 'Points must expire after they become available.', {
      errors: [{ pointer: '/expiresAt', message: 'must be after the points become available' }],
    }),
  tooMany: () =>
    new DomainError('points.too-many', 'refused', 'The account would hold more points than whole numbers can count.'),
  mayNotAdjust: () =>
    new DomainError('auth.forbidden', 'forbidden', 'The permission points.adjust is needed to adjust.', {
      extra: { permission: 'points.adjust' },
    }),
  approvalNeeded: (limit: number) =>
    new DomainError(
      'points.approval-needed',
      'refused',
      `An adjustment of more than ${limit} points waits for a second person: ask for it one by one.`,
      { extra: { limit } },
    ),
  adjustmentOfNothing: () =>
    new DomainError('points.adjustment-of-nothing', 'invalid', 'An adjustment goes up or down.', {
      errors: [{ pointer: '/points', message: 'must not be zero' }],
    }),
  transferToItself: () => new DomainError('points.transfer-to-itself', 'refused', 'An account is not moved to itself.'),
  transferUnknown: () =>
    new DomainError('points.transfer-unknown', 'not-found', 'There is no such transfer of points.'),
  otherContent: () =>
    new DomainError('idempotency.mismatch', 'refused', 'This Idempotency-Key was used with another request.'),
};
