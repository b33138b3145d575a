import type { Entry } from './acts';

/** What a member sees of an entry: everything but which of the staff or programs asked for it, and under what key. */
export type MemberEntry = Omit<Entry, 'actor' | 'key' | 'customerId' | 'source'>;

export function entryForMember(entry: Omit<Entry, 'key'>): MemberEntry {
  const { seq, kind, points, pendingPoints, heldPoints, debtPoints, balanceAfter, reason, reference } = entry;
  const { reversesSeq, reversedPoints, holdId, availableAt, expiresAt, breakdown, occurredAt, recordedAt } = entry;
  return {
    ...{ seq, kind, points, pendingPoints, heldPoints, debtPoints, balanceAfter, reason, reference },
    ...{ reversesSeq, reversedPoints, holdId, availableAt, expiresAt, breakdown, occurredAt, recordedAt },
  };
}

/** One entry with the lots it drew and what took it back. */
export function detailsForMember<Movement>(details: {
  entry: Omit<Entry, 'key'>;
  movements: Movement[];
  reversals: Omit<Entry, 'key'>[];
}): { entry: MemberEntry; movements: Movement[]; reversals: MemberEntry[] } {
  const { entry, movements, reversals } = details;
  return { entry: entryForMember(entry), movements, reversals: reversals.map(entryForMember) };
}
