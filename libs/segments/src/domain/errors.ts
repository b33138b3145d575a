import { DomainError } from '@siyu/kernel';

/** Every way in which RFM says no. */
export const rfmErrors = {
  runInProgress: (runId: string) =>
    new DomainError('rfm.run-in-progress', 'conflict', 'An RFM run is under way; wait for it or cancel it.', {
      extra: { runId },
    }),
  settingsChanged: (version: number) =>
    new DomainError('rfm.settings-changed', 'conflict', 'Somebody else changed the settings; look at theirs first.', {
      extra: { version },
    }),
  runUnknown: () => new DomainError('rfm.run-unknown', 'not-found', 'There is no such RFM run.'),
  runOver: (status: string) =>
    new DomainError('rfm.run-over', 'conflict', `The RFM run is over (${status}) and can't be cancelled.`, {
      extra: { status },
    }),
  noRunYet: () => new DomainError('rfm.no-run-yet', 'not-found', 'No RFM run has finished yet; start one.'),
  notDone: (status: string) =>
    new DomainError('rfm.run-not-done', 'conflict', `The RFM run has no result: it is ${status}.`, {
      extra: { status },
    }),
  noRunBefore: () =>
    new DomainError('rfm.no-run-before', 'not-found', 'There is no earlier RFM run to compare with; run again later.'),
  scoresDropped: () =>
    new DomainError('rfm.scores-dropped', 'refused', 'The scores of this RFM run are no longer kept; its summary is.'),
  segmentUnknown: (segment: string) =>
    new DomainError('rfm.segment-unknown', 'invalid', 'The RFM run has no such segment.', { extra: { segment } }),
};
