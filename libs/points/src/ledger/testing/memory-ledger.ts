import { DomainError } from '@siyu/kernel';
import type { Programme } from '../../programme/domain/programme';
import type { Act } from '../domain/acts';
import { Books, type Account, type Hold, type Lot, type Target, type Writing } from '../domain/books';
import { decide, needsOf } from '../domain/decide';
import type { Remains } from './reference-points';

/**
 * The pure half of the ledger over plain memory: opens no more of the books than acts need and keeps no more of them than is
 * marked as changed, as the stores do.
 */
export class MemoryLedger {
  account: Account;
  readonly lots = new Map<number, Lot>();
  readonly holds = new Map<string, Hold>();
  readonly entries: Writing[] = [];

  constructor(customerId: string) {
    const figures = { balance: 0, pending: 0, held: 0, debt: 0, seq: 0 };
    const totals = { earned: 0, spent: 0, expired: 0, takenBack: 0, adjusted: 0, transferred: 0 };
    const moments = { bookedAt: null, activeAt: null, dueAt: null, movedTo: null };
    this.account = { customerId, ...figures, ...totals, ...moments, headHash: new Uint8Array() };
  }

  /** @returns for each act the number of its entry, null if it needed none, or the code of the refusal */
  book(acts: Act[], programme: Programme, now: Date): (number | null | string)[] {
    const books = this.open(acts, programme, now);
    const answers = acts.map((act) => {
      try {
        return decide(books, act)?.seq ?? null;
      } catch (error) {
        if (error instanceof DomainError) return error.code;
        throw error;
      }
    });
    this.keep(books);
    return answers;
  }

  figures() {
    const { balance, pending, held, debt, earned, spent, expired, takenBack, adjusted, seq } = this.account;
    return { balance, pending, held, debt, earned, spent, expired, takenBack, adjusted, seq };
  }

  remains(): Remains[] {
    return [...this.lots.values()]
      .filter(({ remaining }) => remaining > 0)
      .sort((one, other) => one.seq - other.seq)
      .map(({ seq, remaining, held, pending, expiresAt, idleMonths }) => {
        const end = idleMonths === null ? (expiresAt?.getTime() ?? null) : -idleMonths;
        return [seq, remaining, held, pending, end];
      });
  }

  private open(acts: Act[], programme: Programme, now: Date): Books {
    const { dueAt } = this.account;
    const needs = acts.map((act) => needsOf(act, dueAt !== null && dueAt <= now));
    const targets = acts.flatMap((act) => (act.kind === 'reverse' ? (this.target(act.seq) ?? []) : []));
    const named = new Set(targets.flatMap(({ seq, draws }) => [seq, ...draws.keys()]));
    const asked = new Set(acts.flatMap((act) => ('holdId' in act ? [act.holdId] : [])));
    const lots = [...this.lots.values()].filter(
      (lot) => named.has(lot.seq) || (needs.some((one) => one.lots) && lot.remaining > 0),
    );
    const holds = [...this.holds.values()].filter(
      (hold) => asked.has(hold.holdId) || (needs.some((one) => one.holds) && hold.status === 'open'),
    );
    return new Books(
      { ...this.account },
      new Map(lots.map((lot) => [lot.seq, { ...lot }])),
      new Map(holds.map((hold) => [hold.holdId, { ...hold, lots: new Map(hold.lots) }])),
      new Map(targets.map((target) => [target.seq, target])),
      programme,
      now,
    );
  }

  private target(seq: number): Target | undefined {
    const entry = this.entries[seq - 1];
    if (!entry) return undefined;
    const { kind, points, pendingPoints, reference } = entry;
    const reversals = this.entries.filter(({ reversesSeq }) => reversesSeq === seq);
    const reversed = reversals.reduce((sum, { reversedPoints }) => sum + reversedPoints!, 0);
    const draws = [...entry.movements].flatMap(([lot, moved]) =>
      moved.points < 0 ? [[lot, -moved.points] as const] : [],
    );
    return { seq, kind, points, pendingPoints, reference, reversed, draws: new Map(draws) };
  }

  /** Opens all there is, for what concerns the account as a whole. */
  openAll(programme: Programme, now: Date): Books {
    return new Books(
      { ...this.account },
      new Map([...this.lots].map(([seq, lot]) => [seq, { ...lot }])),
      new Map([...this.holds].map(([id, hold]) => [id, { ...hold, lots: new Map(hold.lots) }])),
      new Map(),
      programme,
      now,
    );
  }

  keep(books: Books): void {
    this.account = books.account;
    this.entries.push(...books.written);
    for (const seq of [...books.granted, ...books.touchedLots]) this.lots.set(seq, books.lots.get(seq)!);
    for (const id of [...books.openedHolds, ...books.touchedHolds]) this.holds.set(id, books.holds.get(id)!);
  }
}
