import { DomainError } from '@siyu/kernel';

export const standingErrors = {
  rangeInvalid: (most: number) =>
    new DomainError('tiers.range-invalid', 'invalid', `A range begins before it ends and has at most ${most} days.`, {
      errors: [{ pointer: '/from', message: `must be at most ${most} days before the end` }],
    }),
};
