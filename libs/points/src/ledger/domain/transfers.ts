import type { ActBasis } from './acts';
import type { Books, Hold, Lot } from './books';
import { rest } from './holds';
import { shortenHolds } from './reversals';

/**
 * One account takes another one over, when two customers turn out to be the same person. Lots come with their own ends, awards
 * that wait go on waiting, holds keep what they hold, debt comes along; available points pay debt first, as always. Undone, it
 * gives back what is still there: what was spent meanwhile stays spent, what was paid meanwhile stays paid.
 *
 * Example: 100 points, 30 of them held, come to an account that owes 20. It has 80 then, 30 of them held, and owes nothing.
 * 60 are taken from them, 10 of these captured from the hold; undone, 20 points go back, all of them still held.
 */
export interface Taken {
  /** Numbers of lots there and here. */
  lots: { from: number; to: number }[];
  holdIds: string[];
  /** What the other account owed. */
  debt: number;
}

export type TransferBasis = Pick<ActBasis, 'key' | 'reason' | 'source' | 'actor'>;

type MovingLot = Pick<Lot, 'seq' | 'pending' | 'availableAt' | 'expiresAt' | 'idleMonths'> & { points: number };
/** A hold on its way: how much of which lot, by the numbers of where it comes from. */
type MovingHold = Pick<Hold, 'holdId' | 'reason' | 'reference' | 'openedAt' | 'expiresAt'> & {
  lots: Map<number, number>;
};

/**
 * @param from settled, every open lot and hold read
 * @param to likewise, and what it knows of these holds from an earlier time
 */
export function takeOver(from: Books, to: Books, basis: TransferBasis): Taken {
  const { debt } = from.account;
  shortenHolds(from, to.account.debt - from.spendable, basis);
  const holds = letGoHolds(from, [...from.holds.values()].filter(isOpen), basis);
  const lots = letGoLots(from, [...from.lots.values()].filter(isLeft), basis);
  forgive(from, debt, basis);
  from.account.movedTo = to.account.customerId;
  from.account.dueAt = null;
  to.account.activeAt = later(to.account.activeAt, from.account.activeAt);
  const numbers = new Map(lots.map((lot) => [lot.seq, receive(to, lot, reservedOf(lot.seq, holds), basis)]));
  for (const hold of holds) receiveHold(to, hold, numbers, basis);
  owe(to, debt, basis);
  return {
    lots: [...numbers].map(([seq, lot]) => ({ from: seq, to: lot.seq })),
    holdIds: holds.map(({ holdId }) => holdId),
    debt,
  };
}

/**
 * @param to settled, every open lot and hold read
 * @param from with the lots and holds that went away from it
 */
export function giveBack(to: Books, from: Books, taken: Taken, basis: TransferBasis): void {
  const debt = Math.min(taken.debt, to.account.debt);
  from.account.movedTo = null;
  from.account.activeAt = later(to.account.activeAt, from.account.activeAt);
  const coming = new Set(taken.holdIds);
  const holds = letGoHolds(
    to,
    [...to.holds.values()].filter((hold) => coming.has(hold.holdId) && isOpen(hold)),
    basis,
  );
  const numbers = new Map(taken.lots.map((pair) => [pair.to, from.lots.get(pair.from)!]));
  const lots = letGoLots(
    to,
    [...to.lots.values()].filter((lot) => numbers.has(lot.seq) && isLeft(lot)),
    basis,
  );
  for (const lot of lots) restore(from, numbers.get(lot.seq)!, lot, basis);
  for (const hold of holds) receiveHold(from, hold, numbers, basis);
  forgive(to, debt, basis);
  owe(from, debt, basis);
}

function letGoHolds(books: Books, holds: Hold[], basis: TransferBasis): MovingHold[] {
  return holds.map((hold) => {
    const { holdId, reason, reference, openedAt, expiresAt, lots } = hold;
    const points = rest(hold);
    for (const [seq, held] of lots) books.move(books.lots.get(seq)!, 0, -held);
    hold.released += points;
    hold.status = 'moved';
    hold.lots = new Map();
    books.touchedHolds.add(holdId);
    books.write('transfer', { ...named(basis, `hold-${holdId}`), reference }, { heldPoints: -points, holdId });
    return { holdId, reason, reference, openedAt, expiresAt, lots };
  });
}

/** One entry for all lots. What other holds keep of them stays. */
function letGoLots(books: Books, lots: Lot[], basis: TransferBasis): MovingLot[] {
  const moving = lots.map((lot) => ({ ...lot, points: lot.remaining - lot.held })).filter(({ points }) => points > 0);
  if (moving.length === 0) return [];
  for (const { seq, points } of moving) books.move(books.lots.get(seq)!, -points);
  const sum = (pending: boolean) =>
    moving.reduce((total, lot) => total + (lot.pending === pending ? lot.points : 0), 0);
  books.write('transfer', named(basis, 'lots'), { points: -sum(false), pendingPoints: -sum(true) });
  return moving;
}

/** A lot of its own for each lot that comes; what no hold needs of it pays debt first. */
function receive(books: Books, { seq, points, ...terms }: MovingLot, reserved: number, basis: TransferBasis): Lot {
  const { pending, availableAt, expiresAt, idleMonths } = terms;
  const lot = books.grant({ granted: points, pending, availableAt, expiresAt, idleMonths });
  const about = { availableAt, expiresAt };
  const key = named(basis, `lot-${seq}`);
  if (pending) {
    books.expect(availableAt?.getTime());
    books.write('transfer', key, { ...about, pendingPoints: points });
    return lot;
  }
  const repaid = Math.min(books.account.debt, points - reserved);
  if (repaid > 0) books.move(lot, -repaid);
  books.expect(books.endOf(lot));
  books.write('transfer', key, { ...about, points, debtPoints: -repaid });
  return lot;
}

/** Back into the lot that it was, on the terms that it has come to meanwhile. */
function restore(books: Books, lot: Lot, { points, ...terms }: MovingLot, basis: TransferBasis): void {
  const { pending, availableAt, expiresAt, idleMonths } = terms;
  Object.assign(lot, { pending, availableAt, expiresAt, idleMonths });
  books.move(lot, points);
  books.expect(pending ? availableAt?.getTime() : books.endOf(lot));
  const change = pending ? { pendingPoints: points } : { points };
  books.write('transfer', named(basis, `lot-${lot.seq}`), { availableAt, expiresAt, ...change });
}

/** @param numbers the lots here by their numbers there */
function receiveHold(
  books: Books,
  { lots, ...terms }: MovingHold,
  numbers: Map<number, Lot>,
  basis: TransferBasis,
): void {
  const { holdId, reference, expiresAt } = terms;
  const parts = [...lots].map(([seq, held]) => ({ lot: numbers.get(seq)!, held }));
  const points = parts.reduce((total, { held }) => total + held, 0);
  for (const { lot, held } of parts) books.move(lot, 0, held);
  const byLot = new Map(parts.map(({ lot, held }) => [lot.seq, held]));
  const known = books.holds.get(holdId);
  if (known) {
    Object.assign(known, { released: known.released - points, status: 'open', lots: byLot });
    books.touchedHolds.add(holdId);
  } else {
    books.holds.set(holdId, { ...terms, points, captured: 0, released: 0, status: 'open', lots: byLot });
    books.openedHolds.add(holdId);
  }
  books.expect(expiresAt.getTime());
  const basisOfHold = { ...named(basis, `hold-${holdId}`), reference };
  books.write('transfer', basisOfHold, { heldPoints: points, holdId, expiresAt });
}

function forgive(books: Books, debt: number, basis: TransferBasis): void {
  if (debt > 0) books.write('transfer', named(basis, 'debt'), { points: debt, debtPoints: -debt });
}

/** Debt that comes is paid from what is there, holds last, as when an award is taken back. */
function owe(books: Books, debt: number, basis: TransferBasis): void {
  if (debt === 0) return;
  shortenHolds(books, debt - books.spendable, basis);
  const drawn = books.draw(debt);
  books.write('transfer', named(basis, 'debt'), { points: -debt, debtPoints: debt - drawn });
}

function reservedOf(seq: number, holds: MovingHold[]): number {
  return holds.reduce((total, { lots }) => total + (lots.get(seq) ?? 0), 0);
}

function named(basis: TransferBasis, part: string): TransferBasis {
  return { ...basis, key: `${basis.key}:${part}` };
}

function isOpen(hold: Hold): boolean {
  return hold.status === 'open';
}

function isLeft(lot: Lot): boolean {
  return lot.remaining > 0;
}

function later(one: Date | null, other: Date | null): Date | null {
  if (!one || !other) return one ?? other;
  return one > other ? one : other;
}
