import { addMonths, type Day } from '@siyu/kernel';
import { lockErrors } from './errors';

/*
 * A lock is a tier given by hand until a day (decision 12). Whoever may approve locks at once and is on record for it; who may
 * only ask waits for another person.
 *
 * Example: asked on 2026-03-15, a lock ends between that day and 2031-03-15.
 */
const MOST_YEARS = 5;

/** What is asked for. */
export interface LockTerms {
  tierKey: string;
  until: Day;
  mayRise: boolean;
  reason: string;
}

/** Whether both ask for the same: asked again, nothing happens. */
export function isSame(one: LockTerms, other: LockTerms): boolean {
  return (
    one.tierKey === other.tierKey &&
    one.until === other.until &&
    one.mayRise === other.mayRise &&
    one.reason === other.reason
  );
}

/** @throws DomainError `tiers.lock-until-invalid` (invalid) */
export function checkUntil(until: Day, today: Day): void {
  if (until < today) throw lockErrors.untilInvalid('must not be in the past');
  if (until > addMonths(today, MOST_YEARS * 12)) {
    throw lockErrors.untilInvalid(`must be at most ${MOST_YEARS} years ahead`);
  }
}
