import type { Day } from '@siyu/kernel';
import { scoresAlike, type RfmSettings } from './settings';

/*
 * Whether the run before holds customers back from changing a score for a trifle. It does when both runs look at their
 * own day and score alike: then a step over a cut point is the customer's. A run with a fixed reference day is a look at
 * the past and neither holds nor is held.
 *
 * Example: last night's run and this night's, same settings, 5 percent: they are compared. This night's with more bins
 * per axis: every score starts afresh.
 */
export interface RunBasis {
  settings: RfmSettings;
  referenceDay: Day | null;
}

export function holdsBack(before: RunBasis, run: RunBasis & { referenceDay: Day }): boolean {
  return (
    run.settings.hysteresisPercent > 0 &&
    before.settings.referenceDay === null &&
    run.settings.referenceDay === null &&
    before.referenceDay !== null &&
    before.referenceDay <= run.referenceDay &&
    scoresAlike(before.settings, run.settings)
  );
}
