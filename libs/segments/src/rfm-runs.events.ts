import { defineEvent, defineJob } from '@siyu/platform';

/** Makes the scores of a run. */
export const runRfm = defineJob<{ runId: string }>('segments.run-rfm', { maxAttempts: 5 });

/** Key of the job of a run, by which it can be asked for. */
export function runJobKey(runId: string): string {
  return `segments.run-rfm:${runId}`;
}

/** Compares a finished run with the one before and drops the scores that are kept no longer. */
export const compareRfm = defineJob<{ runId: string }>('segments.compare-rfm');

export interface RfmCompleted {
  runId: string;
  /** The run it was compared with; null for the first. */
  previousRunId: string | null;
}

/** A run has its scores and its movement: who fell, `RfmCustomersQueries.page` with `movement: 'down'` tells. */
export const rfmCompleted = defineEvent<RfmCompleted>('segments.rfm-completed');
