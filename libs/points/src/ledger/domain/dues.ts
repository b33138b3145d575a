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

/** Books all that is due, each at its moment, so that it makes no difference how late that is. Needs every open lot and hold. */
export function settle(books: Books): void {
  let next = nextDue(books);
  for (; next && next <= books.now; next = nextDue(books)) settleMoment(books, next);
  books.account.dueAt = next;
}

function settleMoment(books: Books, moment: Date): void {
  const ending = [...books.holds.values()].filter((one) => one.status === 'open' && one.expiresAt <= moment);
  for (const hold of ending.sort((one, other) => (one.holdId < other.holdId ? -1 : 1))) {
    const basis = { ...SYSTEM, key: `hold-expired:${hold.holdId}`, reason: hold.reason, reference: hold.reference };
    giveUp(books, hold, rest(hold), { ...basis, occurredAt: hold.expiresAt }, 'expired');
  }
  const ripening = [...books.lots.values()].filter(
    (one) => isPending(one) && one.availableAt && one.availableAt <= moment,
  );
  for (const lot of ripening.sort((one, other) => one.seq - other.seq)) {
    const basis = { ...SYSTEM, key: `matured:${lot.seq}`, reason: 'matured', occurredAt: moment };
    ripen(books, lot, basis, moment);
  }
  const over = books.drawable().filter((lot) => books.endOf(lot) <= moment.getTime());
  if (over.length > 0) expire(books, over, moment);
}

/**
 * Makes a pending award available, now or at a time to come. An award that is available already stays as it is.
 *
 * @returns null when no entry was needed
 */
export function mature(books: Books, act: Mature): Writing | null {
  const lot = books.lots.get(act.seq);
  if (!lot || !isPending(lot)) return null;
  if (!act.at || act.at <= books.now) return ripen(books, lot, act, books.now);
  lot.availableAt = act.at;
  books.touchedLots.add(lot.seq);
  books.expect(act.at.getTime());
  return null;
}

function isPending(lot: Lot): boolean {
  return lot.pending && lot.remaining > 0;
}

function ripen(books: Books, lot: Lot, basis: Parameters<Books['write']>[1], at: Date): Writing {
  const points = lot.remaining;
  lot.pending = false;
  lot.availableAt = at;
  const graced = books.grace(lot, at);
  books.touchedLots.add(lot.seq);
  books.expect(books.endOf(lot));
  const debtPoints = -books.repay(points);
  const about = { availableAt: at, expiresAt: graced };
  return books.write('mature', basis, { ...about, points, pendingPoints: -points, debtPoints });
}

/** Held points wait for their hold. */
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

/** When something will be due next. Written as loops: a sweep asks it millions of times. */
function nextDue(books: Books): Date | null {
  let next = Infinity;
  for (const hold of books.holds.values()) {
    if (hold.status === 'open') next = Math.min(next, hold.expiresAt.getTime());
  }
  for (const lot of books.lots.values()) {
    if (isPending(lot)) next = Math.min(next, lot.availableAt?.getTime() ?? Infinity);
    else if (lot.remaining > lot.held) next = Math.min(next, books.endOf(lot));
  }
  return next === Infinity ? null : new Date(next);
}
