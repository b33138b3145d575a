import type { Day } from '@siyu/kernel';
import { defineEvent } from '@siyu/platform';

/** A day of a member is on record, by a sign-in or by a make-up card. */
export interface MemberSignedIn {
  customerId: string;
  day: Day;
  /** When it was put on record, ISO 8601; of a day that was made up, later than the day. */
  at: string;
  /** Where, if somebody says so. */
  channel?: string;
}

export const memberSignedIn = defineEvent<MemberSignedIn>('points.signed-in');
