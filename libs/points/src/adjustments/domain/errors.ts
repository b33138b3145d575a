import { DomainError } from '@siyu/kernel';

/** Why a correction by hand is refused, or a decision on it. */
export const adjustmentErrors = {
  notFound: () => new DomainError('points.adjustment-unknown', 'not-found', 'There is no such adjustment.'),
  decided: (status: string) =>
    new DomainError('points.adjustment-decided', 'conflict', `This adjustment was ${status} before.`, {
      extra: { status },
    }),
  own: () =>
    new DomainError('points.own-adjustment', 'forbidden', 'Who asked for an adjustment does not decide on it.'),
  notOwn: () =>
    new DomainError('points.not-own-adjustment', 'forbidden', 'Only who asked for an adjustment can withdraw it.'),
  notAPerson: () =>
    new DomainError('points.decided-by-a-program', 'forbidden', 'Adjustments are decided by people, not by API keys.'),
};
