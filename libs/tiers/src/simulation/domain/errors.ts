import { DomainError } from '@siyu/kernel';

/** What simulations refuse. */
export const simulationErrors = {
  unknown: () => new DomainError('tiers.simulation-unknown', 'not-found', 'There is no such simulation.'),
  over: (status: string) =>
    new DomainError('tiers.simulation-over', 'conflict', `The simulation is over: ${status}.`, { extra: { status } }),
  notDone: (status: string) =>
    new DomainError('tiers.simulation-not-done', 'conflict', `The simulation is not done: ${status}.`, {
      extra: { status },
    }),
  dropped: () =>
    new DomainError(
      'tiers.simulation-dropped',
      'refused',
      'The customers of this simulation are kept no longer; simulate again.',
    ),
};
