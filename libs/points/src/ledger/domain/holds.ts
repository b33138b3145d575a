import type { Act, ActBasis } from './acts';
import type { Books, Hold, Writing } from './books';
import { ledgerErrors } from './errors';

/**
 * Points reserved for something being paid. They stay in the balance and in their lots, but nothing else can use them, and
 * they don't expire while they are held.
 *
 * Example: 100 points, hold 60, capture 40, release the rest: balance 60, nothing held.
 */
type OpenHold = Extract<Act, { kind: 'hold' }>;
type Capture = Extract<Act, { kind: 'capture' }>;
type Release = Extract<Act, { kind: 'release' }>;
type Basis = Pick<ActBasis, 'key' | 'reason' | 'reference' | 'source' | 'actor' | 'occurredAt'>;

const MINUTE_MS = 60_000;

/** @throws DomainError `points.insufficient` (refused), `points.hold-in-the-past` (invalid) */
export function hold(books: Books, act: OpenHold): Writing {
  const { now, programme } = books;
  const expiresAt = act.expiresAt ?? new Date(now.getTime() + programme.holdMinutes * MINUTE_MS);
  if (expiresAt <= now) throw ledgerErrors.holdInThePast();
  if (act.points > books.spendable) throw ledgerErrors.insufficient(act.points, books.spendable);
  const lots = new Map<number, number>();
  let left = act.points;
  for (const lot of books.drawable()) {
    if (left === 0) break;
    const part = Math.min(left, lot.remaining - lot.held);
    books.move(lot, 0, part);
    lots.set(lot.seq, part);
    left -= part;
  }
  books.holds.set(act.holdId, {
    holdId: act.holdId,
    points: act.points,
    captured: 0,
    released: 0,
    status: 'open',
    reason: act.reason,
    reference: act.reference ?? null,
    openedAt: now,
    expiresAt,
    lots,
  });
  books.openedHolds.add(act.holdId);
  books.expect(expiresAt.getTime());
  return books.write('hold', act, { heldPoints: act.points, holdId: act.holdId, expiresAt });
}

/** @throws DomainError `points.hold-unknown` (not-found), `points.hold-over`, `points.hold-too-small` (refused) */
export function capture(books: Books, act: Capture): Writing {
  const open = openHold(books, act.holdId);
  const points = partOf(open, act.points);
  free(books, open, points, true);
  open.captured += points;
  close(books, open, 'captured');
  books.account.activeAt = books.now;
  const basis = { ...act, reference: act.reference ?? open.reference };
  return books.write('capture', basis, { points: -points, heldPoints: -points, holdId: open.holdId });
}

/** @throws DomainError `points.hold-unknown` (not-found), `points.hold-over`, `points.hold-too-small` (refused) */
export function release(books: Books, act: Release): Writing {
  const open = openHold(books, act.holdId);
  return giveUp(books, open, partOf(open, act.points), act, 'released');
}

/** Gives held points back to their own lots; these may be due by now. */
export function giveUp(
  books: Books,
  open: Hold,
  points: number,
  basis: Basis,
  status: 'released' | 'expired',
): Writing {
  for (const seq of free(books, open, points, false)) books.expect(books.endOf(books.lots.get(seq)!));
  open.released += points;
  close(books, open, status);
  return books.write('release', basis, { heldPoints: -points, holdId: open.holdId });
}

export function rest(open: Hold): number {
  return open.points - open.captured - open.released;
}

function openHold(books: Books, holdId: string): Hold {
  const found = books.holds.get(holdId);
  if (!found) throw ledgerErrors.holdUnknown();
  if (found.status !== 'open') throw ledgerErrors.holdOver(found.status);
  return found;
}

function partOf(open: Hold, asked: number | undefined): number {
  if (asked !== undefined && asked > rest(open)) throw ledgerErrors.holdTooSmall(asked, rest(open));
  return asked ?? rest(open);
}

/** Takes points out of the hold, soonest expiry first. @returns the lots concerned */
function free(books: Books, open: Hold, points: number, away: boolean): number[] {
  const lots = [...open.lots.keys()].map((seq) => books.lots.get(seq)!);
  lots.sort((one, other) => books.endOf(one) - books.endOf(other) || one.seq - other.seq);
  const touched: number[] = [];
  let left = points;
  for (const lot of lots) {
    if (left === 0) break;
    const held = open.lots.get(lot.seq)!;
    const part = Math.min(left, held);
    books.move(lot, away ? -part : 0, -part);
    if (part === held) open.lots.delete(lot.seq);
    else open.lots.set(lot.seq, held - part);
    touched.push(lot.seq);
    left -= part;
  }
  return touched;
}

function close(books: Books, open: Hold, status: 'captured' | 'released' | 'expired'): void {
  books.touchedHolds.add(open.holdId);
  if (rest(open) === 0) open.status = open.captured > 0 ? 'captured' : status;
}
