import { DomainError } from '@siyu/kernel';

/** What evaluation refuses. */
export const evaluationErrors = {
  noLadder: () => new DomainError('tiers.no-ladder', 'conflict', 'No ladder is in force: publish one first.'),
  tierUnknown: (key: string) =>
    new DomainError('tiers.tier-unknown', 'invalid', `The ladder in force has no tier "${key}".`, {
      errors: [{ pointer: '/tierKey', message: 'must be a tier of the ladder in force' }],
    }),
  runInProgress: (runId: string) =>
    new DomainError('tiers.run-in-progress', 'conflict', 'An evaluation of all customers is under way.', {
      extra: { runId },
    }),
  runUnknown: () => new DomainError('tiers.run-unknown', 'not-found', 'There is no such evaluation.'),
  runOver: (status: string) =>
    new DomainError('tiers.run-over', 'conflict', `The evaluation is over: ${status}.`, { extra: { status } }),
};
