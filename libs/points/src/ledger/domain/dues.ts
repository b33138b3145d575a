import type { Act } from './acts';
import type { Books, Lot, Writing } from './books';
import { giveUp, rest } from './holds';

/**
 * What time alone brings about: holds end, pending awards mature, lots expire. It is booked by whoever touches the account
 * first after the moment, so that no act ever sees points that are over; the sweep only sees to it that somebody does.
 *
 * Example: a lot ends with 31 March. An act in the night of 1 April books the expiry first, whether or not the sweep ran.
 */
type Mature = Extract<Act, { kind: 'mature' }>;

const SYSTEM = { source: 'system', actor: 'system', reference: null };

/** Books all that is due. Needs every open lot and hold. */
export function settle(books: Books): void {
  const now = books.now.getTime();
  for (const hold of [...books.holds.values()].filter(
    (one) => one.status === 'open' && one.expiresAt.getTime() <= now,
  )) {
    const basis = { ...SYSTEM, key: `hold-expired:${hold.holdId}`, reason: hold.reason, reference: hold.reference };
    giveUp(books, hold, rest(hold), { ...basis, occurredAt: hold.expiresAt }, 'expired');
  }
  for (const lot of [...books.lots.values()].filter(
    (one) => isPending(one) && one.availableAt && one.availableAt.getTime() <= now,
  )) {
    const occurredAt = lot.availableAt!;
    ripen(books, lot, { ...SYSTEM, key: `matured:${lot.seq}`, reason: 'matured', occurredAt });
  }
  for (const [end, lots] of expired(books)) expire(books, lots, new Date(end));
  books.account.dueAt = nextDue(books);
}

/**
 * Makes a pending award available, now or at a time to come. An award that is available already stays as it is.
 *
 * @returns null when no entry was needed
 */
export function mature(books: Books, act: Mature): Writing | null {
  const lot = books.lots.get(act.seq);
  if (!lot || !isPending(lot)) return null;
  if (!act.at || act.at <= books.now) return ripen(books, lot, act);
  lot.availableAt = act.at;
  books.touchedLots.add(lot.seq);
  books.expect(act.at.getTime());
  return null;
}

function isPending(lot: Lot): boolean {
  return lot.pending && lot.remaining > 0;
}

function ripen(books: Books, lot: Lot, basis: Parameters<Books['write']>[1]): Writing {
  const points = lot.remaining;
  lot.pending = false;
  lot.availableAt = books.now;
  const graced = books.grace(lot);
  books.touchedLots.add(lot.seq);
  books.expect(books.endOf(lot));
  const debtPoints = -books.repay(points);
  const about = { availableAt: books.now, expiresAt: graced };
  return books.write('mature', basis, { ...about, points, pendingPoints: -points, debtPoints });
}

/** What is over, by the moment at which it ended, in the order of these. Held points wait for their hold. */
function expired(books: Books): [number, Lot[]][] {
  const over = books.drawable().filter((lot) => books.endOf(lot) <= books.now.getTime());
  return [...Map.groupBy(over, (lot) => books.endOf(lot))].sort(([one], [other]) => one - other);
}

function expire(books: Books, lots: Lot[], at: Date): void {
  let points = 0;
  for (const lot of lots) {
    const part = lot.remaining - lot.held;
    books.move(lot, -part);
    points += part;
  }
  const key = `expired:${books.account.seq + 1}`;
  books.write('expire', { ...SYSTEM, key, reason: 'expired', occurredAt: at }, { points: -points });
}

/** When something will be due next. */
function nextDue(books: Books): Date | null {
  const moments = [
    ...[...books.holds.values()].filter(({ status }) => status === 'open').map((one) => one.expiresAt.getTime()),
    ...[...books.lots.values()].filter(isPending).map((lot) => lot.availableAt?.getTime() ?? Infinity),
    ...books.drawable().map((lot) => books.endOf(lot)),
  ];
  const next = Math.min(Infinity, ...moments);
  return next === Infinity ? null : new Date(next);
}
