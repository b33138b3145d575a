import type { LadderVersion } from '../ladders/domain/ladder';
import type { Cover } from './domain/covers';
import type { MemberRow } from './evaluation.entities';

/** The lock that lies over a customer's tier. */
export function coverOf({ lockKey, lockUntil, lockMayRise }: MemberRow): Cover | null {
  return lockKey === null ? null : { tierKey: lockKey, until: lockUntil!, mayRise: lockMayRise! };
}

/** The row of a customer who had none. */
export function lowest({ ladderId, version, terms }: LadderVersion, customerId: string, at: Date): MemberRow {
  const { key } = terms.tiers[0]!;
  return {
    customerId,
    tierKey: key,
    since: at,
    ownKey: key,
    ladderId,
    version,
    ownSince: at,
    validUntil: null,
    inGrace: false,
    roseOn: null,
    roseFrom: null,
    roseFromUntil: null,
    lockId: null,
    lockKey: null,
    lockUntil: null,
    lockMayRise: null,
    moveNo: 0,
  };
}
