import type { Writing } from '../domain/books';
import type { MemoryLedger } from './memory-ledger';

/** What must be true of books in memory after every act; `invariants.sql.ts` says the same of the database. @returns what is not */
export function faultsIn({ account, entries, lots, holds }: MemoryLedger): string[] {
  const open = [...lots.values()];
  const available = sum(open.map((lot) => (lot.pending ? 0 : lot.remaining)));
  const { earned, spent, expired, takenBack, adjusted, transferred } = account;
  const held = sum([...holds.values()].map((hold) => hold.points - hold.captured - hold.released));
  const rules: [string, boolean][] = [
    ['balance = sum of entries', account.balance === sum(entries.map((entry) => entry.points))],
    ['balance = available lots - debt', account.balance === available - account.debt],
    ['debt is what is missing', account.debt === Math.max(0, -account.balance)],
    ['totals close', account.balance === earned - spent - expired - takenBack + adjusted + transferred],
    ['pending = pending lots', account.pending === sum(open.map((lot) => (lot.pending ? lot.remaining : 0)))],
    ['held = held of lots', account.held === sum(open.map((lot) => lot.held))],
    ['held = open holds', account.held === held],
    ['held within balance', account.held === 0 || account.held <= account.balance],
    ['seq runs', entries.every(({ seq }, index) => seq === index + 1) && account.seq === entries.length],
    ['balances run', balancesRun(entries)],
    ...open.map((lot): [string, boolean] => [
      `lot ${lot.seq} within its grant`,
      lot.held >= 0 && lot.held <= lot.remaining && lot.remaining <= lot.granted && !(lot.pending && lot.held > 0),
    ]),
    ...open.map((lot): [string, boolean] => [`lot ${lot.seq} = its allocations`, fits(lot, entries)]),
    ...entries.map((entry): [string, boolean] => [`entry ${entry.seq} = its allocations`, closes(entry, lots)]),
    ...entries.map((entry): [string, boolean] => [
      `entry ${entry.seq} reversed within`,
      reversedWithin(entry, entries),
    ]),
    ...[...holds.values()].map((hold): [string, boolean] => [
      `hold ${hold.holdId} knows its lots`,
      sum([...hold.lots.values()]) === hold.points - hold.captured - hold.released &&
        (hold.status === 'open') === hold.captured + hold.released < hold.points,
    ]),
  ];
  return rules.filter(([, holdsTrue]) => !holdsTrue).map(([rule]) => rule);
}

function balancesRun(entries: Writing[]): boolean {
  return entries.every(
    ({ balanceAfter, points }, index) => balanceAfter === (entries[index - 1]?.balanceAfter ?? 0) + points,
  );
}

function fits(lot: { seq: number; granted: number; remaining: number; held: number }, entries: Writing[]): boolean {
  const moved = entries.flatMap(({ movements }) => movements.get(lot.seq) ?? []);
  return (
    lot.remaining === lot.granted + sum(moved.map(({ points }) => points)) &&
    lot.held === sum(moved.map(({ held }) => held))
  );
}

function closes(entry: Writing, lots: MemoryLedger['lots']): boolean {
  const moved = [...entry.movements.values()];
  const granted = lots.get(entry.seq)?.granted ?? 0;
  return (
    entry.points + entry.pendingPoints + entry.debtPoints === granted + sum(moved.map(({ points }) => points)) &&
    entry.heldPoints === sum(moved.map(({ held }) => held))
  );
}

function reversedWithin({ seq, points, pendingPoints }: Writing, entries: Writing[]): boolean {
  const reversals = entries.filter(({ reversesSeq }) => reversesSeq === seq);
  return sum(reversals.map(({ reversedPoints }) => reversedPoints!)) <= Math.abs(points + pendingPoints);
}

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
