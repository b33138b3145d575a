import { hash as hashOnce } from 'node:crypto';
import type { Act } from './domain/acts';
import type { Books, Writing } from './domain/books';

/**
 * The hash chain. An entry's hash is SHA-256 over the hash of the customer's entry before it (nothing for the first) and the
 * entry's content in the form below; free text is preceded by its length in bytes, so that no two contents share a form.
 * `proofs.queries.ts` builds the same form in SQL: change both or neither.
 */

/** An entry's content together with the time at which it was booked. */
export interface Sealed {
  writing: Writing;
  fingerprint: Buffer;
  /** Text of the breakdown, as it is stored. */
  breakdown: string | null;
  recordedAt: Date;
  hash: Buffer;
}

/** @returns the entry with its hash, which is the next one's `before` */
export function seal(
  customerId: string,
  writing: Writing,
  fingerprint: Buffer,
  recordedAt: Date,
  before: Uint8Array,
): Sealed {
  const breakdown = writing.breakdown && JSON.stringify(writing.breakdown);
  const content = contentOf(customerId, writing, fingerprint, recordedAt, breakdown);
  const hash = hashOnce('sha256', Buffer.concat([before, Buffer.from(content)]), 'buffer');
  return { writing, fingerprint, breakdown, recordedAt, hash };
}

/** Seals what was written in the books, in order, and moves the head of the account on. */
export function sealAll({ account, written, now }: Books, fingerprints?: Map<Writing, Buffer>): Sealed[] {
  return written.map((writing) => {
    const fingerprint = fingerprints?.get(writing) ?? NO_FINGERPRINT;
    const sealed = seal(account.customerId, writing, fingerprint, now, account.headHash);
    account.headHash = sealed.hash;
    return sealed;
  });
}

function contentOf(
  customerId: string,
  entry: Writing,
  fingerprint: Buffer,
  recordedAt: Date,
  breakdown: string | null,
) {
  const lots = [...entry.movements].filter(([, { points, held }]) => points !== 0 || held !== 0);
  lots.sort(([one], [other]) => one - other);
  const movements = lots.map(([lot, { points, held }]) => `${lot}:${points}:${held}`).join(',');
  return (
    `${customerId}|${entry.seq}|${entry.kind}|${entry.points}|${entry.pendingPoints}|${entry.heldPoints}` +
    `|${entry.debtPoints}|${entry.balanceAfter}|${fingerprint.toString('hex')}|${entry.reversesSeq ?? '-'}` +
    `|${entry.reversedPoints ?? '-'}|${entry.holdId ?? '-'}|${micros(entry.availableAt)}|${micros(entry.expiresAt)}` +
    `|${micros(entry.occurredAt)}|${micros(recordedAt)}|${movements}|${free(entry.key)}|${free(entry.reason)}` +
    `|${free(entry.reference)}|${free(entry.source)}|${free(entry.actor)}|${free(breakdown)}`
  );
}

/** Microseconds since 1970, as PostgreSQL counts. */
function micros(at: Date | null): string {
  return at ? `${at.getTime()}000` : '-';
}

function free(text: string | null): string {
  return text === null ? '-' : `${Buffer.byteLength(text)}:${text}`;
}

/** What must be the same when an act is asked for again under its key. */
export function fingerprintOf(act: Act): Buffer {
  const { kind, reason, reference } = act;
  const holdId = act.kind === 'capture' || act.kind === 'release' ? act.holdId : null;
  const content = [
    kind,
    reason,
    reference ?? null,
    'points' in act ? act.points : null,
    'seq' in act ? act.seq : null,
    holdId,
    'availableAt' in act ? act.availableAt : 0,
    'expiresAt' in act ? act.expiresAt : 0,
    'at' in act ? act.at : null,
  ];
  return hashOnce('sha256', JSON.stringify(content), 'buffer').subarray(0, 16);
}

/** For entries that no act asked for by name. */
export const NO_FINGERPRINT = Buffer.alloc(16);
