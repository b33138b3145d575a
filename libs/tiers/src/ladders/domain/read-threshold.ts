import type { FieldFault } from '@siyu/kernel';
import type { Criterion, Threshold, Window } from './ladder';
import { LADDER_LIMITS } from './limits';

/*
 * A threshold as it comes over the wire.
 *
 * Example: `{ measure: 'spend', window: { kind: 'rolling', months: 12 }, atLeast: 100000 }` is 1,000.00 in 12 months; without
 * `months` it is refused, and so is a `lifetime` of 12 months.
 */
export interface SentCriterion extends Omit<Criterion, 'window'> {
  window: { kind: Window['kind']; months?: number };
}

export interface SentThreshold {
  match: Threshold['match'];
  criteria: SentCriterion[];
}

export function readThreshold({ match, criteria }: SentThreshold, pointer: string, faults: FieldFault[]): Threshold {
  const place = `${pointer}/criteria`;
  if (criteria.length < 1) faults.push({ pointer: place, message: 'must have at least 1 entry' });
  if (criteria.length > LADDER_LIMITS.criteria)
    faults.push({ pointer: place, message: `must have at most ${LADDER_LIMITS.criteria} entries` });
  return { match, criteria: criteria.map((each, index) => readCriterion(each, `${place}/${index}`, faults)) };
}

function readCriterion({ measure, window, atLeast }: SentCriterion, pointer: string, faults: FieldFault[]): Criterion {
  faults.push(...wholeFault(atLeast, 1, LADDER_LIMITS.atLeast, `${pointer}/atLeast`));
  return { measure, window: readWindow(window, `${pointer}/window`, faults), atLeast };
}

function readWindow({ kind, months }: SentCriterion['window'], pointer: string, faults: FieldFault[]): Window {
  if (kind !== 'rolling') {
    faults.push(...unused({ months }, [], kind, pointer));
    return { kind };
  }
  faults.push(...wholeFault(months ?? 0, 1, LADDER_LIMITS.windowMonths, `${pointer}/months`));
  return { kind, months: months ?? 0 };
}

/** Nothing, or that the value is no whole number between the bounds, which are inclusive. */
export function wholeFault(value: number, min: number, max: number, pointer: string): FieldFault[] {
  return Number.isSafeInteger(value) && value >= min && value <= max
    ? []
    : [{ pointer, message: `must be a whole number from ${min} to ${max}` }];
}

/** Fields that were sent and that the kind has no use for. */
export function unused(sent: object, own: readonly string[], kind: string, pointer: string): FieldFault[] {
  return Object.entries(sent)
    .filter(([name, value]) => value !== undefined && !own.includes(name))
    .map(([name]) => ({ pointer: `${pointer}/${name}`, message: `is not a field of ${kind}` }));
}
