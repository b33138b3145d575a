import { DomainError } from '@siyu/kernel';

/** Why a lock is refused, or a decision on it. */
export const lockErrors = {
  notFound: () => new DomainError('tiers.lock-unknown', 'not-found', 'There is no such lock.'),
  untilInvalid: (message: string) =>
    new DomainError('tiers.lock-until-invalid', 'invalid', `The last day of a lock ${message}.`, {
      errors: [{ pointer: '/until', message }],
    }),
  waits: (lockId: string) =>
    new DomainError('tiers.lock-waiting', 'conflict', 'Somebody else’s lock of this customer waits for a decision.', {
      extra: { lockId },
    }),
  decided: (status: string) =>
    new DomainError('tiers.lock-decided', 'conflict', `This lock was decided on before: ${status}.`, {
      extra: { status },
    }),
  over: () => new DomainError('tiers.lock-over', 'refused', 'The last day of this lock has passed.'),
  own: () => new DomainError('tiers.own-lock', 'forbidden', 'Who asked for a lock does not decide on it.'),
  notOwn: () => new DomainError('tiers.not-own-lock', 'forbidden', 'Only who asked for a lock can withdraw it.'),
  notAPerson: () =>
    new DomainError('tiers.lock-decided-by-a-program', 'forbidden', 'Locks are decided by people, not by API keys.'),
};
