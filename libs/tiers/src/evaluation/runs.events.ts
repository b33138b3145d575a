import { defineJob } from '@siyu/platform';

/** Evaluates everybody. */
export const runEvaluation = defineJob<{ runId: string }>('tiers.run-evaluation', { maxAttempts: 5 });

/** Key of the job of a run, by which it can be asked for. */
export function runJobKey(runId: string): string {
  return `${runEvaluation.name}:${runId}`;
}
