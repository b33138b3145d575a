import { defineEvent } from '@siyu/platform';
import type { Missing } from './domain/falls';

/** A member who falls if nothing is done. */
export interface MemberExpiring {
  customerId: string;
  tierKey: string;
  /** The tier that follows if nothing more comes. */
  toKey: string;
  /** Last day of validity, and of the grace behind it. */
  validUntil: string;
  graceUntil: string;
  inGrace: boolean;
  /** Days until the last day: of validity, or in grace of that. */
  days: number;
  /** What keeps the tier: all of it, or any. */
  match: 'all' | 'any';
  missing: Missing[];
}

/** These members lose their tier soon. */
export interface TiersExpiring {
  members: MemberExpiring[];
}

export const tiersExpiring = defineEvent<TiersExpiring>('tiers.expiring');
