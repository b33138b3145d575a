import { defineEvent } from '@siyu/platform';

/** Somebody asked for a lock and another person has to agree. */
export interface LockWanted {
  customerId: string;
  lockId: string;
  tierKey: string;
  until: string;
  reason: string;
  requestedBy: string;
}

export const lockWanted = defineEvent<LockWanted>('tiers.lock-wanted');
