import type { Act, ActBasis } from './acts';
import type { Books, Lot, Target, Writing } from './books';
import { ledgerErrors } from './errors';
import { giveUp, rest } from './holds';

/**
 * Taking an entry back, from what was recorded, never from today's rules. Whole or in parts, up to its amount.
 *
 * An award is taken back from its own lot, then from what expires soonest, then from holds (newest first), and what is
 * missing even then is owed; the programme may stop earlier. A spend gives back to the lots it drew from, with their own
 * expiry; lots that expired meanwhile get a few days of grace. What comes back pays debt first.
 *
 * Example: earn 100, spend 80, take back the 100: 20 come from the lot, 80 are owed; the balance is -80.
 */
type Reverse = Extract<Act, { kind: 'reverse' }>;

/**
 * @returns null when nothing is left and the act asks for `atMost`
 * @throws DomainError `points.entry-unknown` (not-found), `points.not-reversible`, `points.reversed-already` (refused)
 */
export function reverse(books: Books, act: Reverse): Writing | null {
  const target = books.target(act.seq);
  if (!target) throw ledgerErrors.entryUnknown(act.seq);
  const amount = amountOf(target);
  const left = Math.abs(amount) - target.reversed;
  if (act.atMost && left === 0) return null;
  if (left === 0 || (act.points !== undefined && act.points > left && !act.atMost)) {
    throw ledgerErrors.reversedAlready(act.points ?? null, left);
  }
  const points = Math.min(act.points ?? left, left);
  const writing = amount > 0 ? takeBack(books, act, target, points) : giveBack(books, act, target, points);
  target.reversed += points;
  return writing;
}

/** What can be taken back of an entry: above zero for what came in, below for what went out. */
function amountOf(target: Target): number {
  switch (target.kind) {
    case 'earn':
      return target.points + target.pendingPoints;
    case 'adjust':
    case 'spend':
    case 'capture':
    case 'expire':
      return target.points;
    default:
      throw ledgerErrors.notReversible(target.kind);
  }
}

function takeBack(books: Books, act: Reverse, target: Target, points: number): Writing {
  const { shortfall } = books.programme;
  const own = books.lots.get(target.seq)!;
  const pending = own.pending ? Math.min(points, own.remaining) : 0;
  const asked = shortfall === 'only_pending' ? 0 : points - pending;
  if (shortfall === 'debt') shortenHolds(books, asked - books.spendable, act);
  if (pending > 0) books.move(own, -pending);
  const fromOwn = own.pending ? 0 : Math.min(asked, own.remaining - own.held);
  if (fromOwn > 0) books.move(own, -fromOwn);
  const drawn = fromOwn + books.draw(asked - fromOwn);
  const debt = shortfall === 'debt' ? asked - drawn : 0;
  return books.write('take-back', withReference(act, target), {
    points: -(drawn + debt),
    pendingPoints: -pending,
    debtPoints: debt,
    reversesSeq: target.seq,
    reversedPoints: points,
  });
}

/** A hold must be covered by points that are there: what is taken back shortens the newest holds before it makes debt. */
export function shortenHolds(
  books: Books,
  missing: number,
  basis: Pick<ActBasis, 'key' | 'reason' | 'source' | 'actor' | 'occurredAt'>,
): void {
  const open = [...books.holds.values()].filter(({ status }) => status === 'open');
  open.sort((one, other) => other.openedAt.getTime() - one.openedAt.getTime() || (one.holdId < other.holdId ? 1 : -1));
  let left = missing;
  for (const one of open) {
    if (left <= 0) return;
    const part = Math.min(left, rest(one));
    const key = `shortened:${one.holdId}:${basis.key}`;
    giveUp(books, one, part, { ...basis, key, reference: one.reference, source: 'system' }, 'released');
    left -= part;
  }
}

function giveBack(books: Books, act: Reverse, target: Target, points: number): Writing {
  let graced: Date | null = null;
  for (const [lot, part] of partsToGiveBack(books, target, points)) {
    graced = books.grace(lot) ?? graced;
    books.move(lot, part);
    books.expect(books.endOf(lot));
  }
  return books.write('give-back', withReference(act, target), {
    points,
    debtPoints: -books.repay(points),
    reversesSeq: target.seq,
    reversedPoints: points,
    expiresAt: graced,
  });
}

/** The newest lots get back first; what earlier reversals gave back is skipped in the same order. */
function partsToGiveBack(books: Books, target: Target, points: number): [Lot, number][] {
  const parts: [Lot, number][] = [];
  let [skip, left] = [target.reversed, points];
  for (const [seq, drawn] of [...target.draws].sort(([one], [other]) => other - one)) {
    const open = Math.max(0, drawn - skip);
    skip = Math.max(0, skip - drawn);
    const part = Math.min(open, left);
    if (part > 0) parts.push([books.lots.get(seq)!, part]);
    left -= part;
  }
  return parts;
}

function withReference(act: Reverse, target: Target): Reverse {
  return { ...act, reference: act.reference ?? target.reference };
}
