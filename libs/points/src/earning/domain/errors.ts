import { DomainError, type FieldFault } from '@siyu/kernel';

/** Every refusal of earning rules and sign-ins. */
export const earningErrors = {
  ruleInvalid: (errors: FieldFault[]) =>
    new DomainError('points.rule-invalid', 'invalid', `${errors[0]!.pointer} ${errors[0]!.message}.`, { errors }),

  ruleNotFound: () => new DomainError('points.rule-not-found', 'not-found', 'There is no such rule.'),

  ruleChanged: (version: number) =>
    new DomainError('points.rule-changed', 'conflict', 'The rule was changed since it was read.', {
      extra: { version },
    }),

  ruleClosed: () =>
    new DomainError('points.rule-closed', 'refused', 'A closed rule stays as it is; make a new one instead.'),

  ruleStatus: (status: string) =>
    new DomainError('points.rule-status', 'refused', `This can't be done to a rule that is ${status}.`, {
      extra: { status },
    }),

  budgetBelowSpent: (spentPoints: number) =>
    new DomainError('points.rule-budget-spent', 'refused', 'The rule has given more than that already.', {
      extra: { spentPoints },
    }),

  trialUnclear: () =>
    new DomainError('points.trial-unclear', 'invalid', 'Give one of order, event, streak and birthday.', {
      errors: [{ pointer: '', message: 'must have one of order, event, streak and birthday' }],
    }),

  signInsClosed: () =>
    new DomainError('points.sign-ins-closed', 'refused', 'There is no sign-in reward at the moment.'),

  makeUpDay: (message: string) =>
    new DomainError('points.make-up-day', 'refused', `The day ${message}.`, {
      errors: [{ pointer: '/day', message }],
    }),

  makeUpsSpent: (perMonth: number) =>
    new DomainError('points.make-ups-spent', 'refused', 'All make-up cards of this month are used.', {
      extra: { perMonth },
    }),
};
