import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { customerNotFound, CustomersQueries } from '@siyu/customers';
import { DomainError, type Clock } from '@siyu/kernel';
import { CLOCK, Events } from '@siyu/platform';
import { ProgrammesService } from '../programme/programmes.service';
import type { Act, Entry, Posted } from './domain/acts';
import type { Account, Books, Writing } from './domain/books';
import { decide } from './domain/decide';
import { ledgerErrors } from './domain/errors';
import { AccountsStore } from './accounts.store';
import { BooksReader, type OpenBooks } from './books.reader';
import { EntriesStore, type Changes } from './entries.store';
import { ENTRIES_PER_EVENT, pointsChanged } from './points.events';
import { fingerprintOf, sealAll } from './seals';

/** The answer to one act; nothing of a refused act is written. */
export type Answer = Posted | { refusal: DomainError };

const SETTLE = { kind: 'settle', key: 'settle', reason: 'due', source: 'system', actor: 'system' } as const;

/** Lock, load, decide, apply, publish: any number of acts of any customers in the caller's transaction. */
@Injectable()
export class ActsService {
  constructor(
    private readonly accounts: AccountsStore,
    private readonly reader: BooksReader,
    private readonly entries: EntriesStore,
    private readonly programmes: ProgrammesService,
    private readonly customers: CustomersQueries,
    private readonly events: Events,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @returns one answer per act, in order; acts of one customer happen in their order */
  async carryOut(em: EntityManager, acts: Act[]): Promise<Answer[]> {
    const accounts = await this.lock(em, acts);
    const programme = await this.programmes.current(em);
    const now = this.clock.now();
    const booked = await this.booked(em, acts, accounts);
    const open = await this.reader.read(
      em,
      acts.filter((act) => !booked.has(nameOf(act))),
      accounts,
      programme,
      now,
    );
    const session = new Session(open, booked);
    for (const act of acts) session.take(act);
    const changes = session.changes();
    await this.entries.apply(em, changes);
    await this.publish(em, changes);
    return this.answers(em, session, acts);
  }

  /** Locks the accounts of all acts in one order; opens those that are missing, for customers that exist. */
  private async lock(em: EntityManager, acts: Act[]): Promise<Map<string, Account>> {
    const customerIds = [...new Set(acts.map(({ customerId }) => customerId))].sort();
    const found = await this.accounts.lock(em, customerIds);
    const accounts = new Map(found.map((account) => [account.customerId, account]));
    const missing = customerIds.filter((id) => !accounts.has(id));
    if (missing.length === 0) return accounts;
    const known = await this.customers.known(missing, em);
    const opening = missing.filter((id) => known.has(id));
    await this.accounts.open(em, opening);
    for (const account of await this.accounts.lock(em, opening)) accounts.set(account.customerId, account);
    return accounts;
  }

  /** What was booked under the keys of acts before, also by accounts that these have absorbed. */
  private async booked(
    em: EntityManager,
    acts: Act[],
    accounts: Map<string, Account>,
  ): Promise<Map<string, BookedKey>> {
    const keyed = acts.filter(({ kind }) => kind !== 'settle');
    const found = keyed.length > 0 ? await this.accounts.keys(em, keyed) : [];
    const booked = new Map<string, BookedKey>(found.map((key) => [nameOf(key), key]));
    const heirs = keyed.filter(({ customerId }) => accounts.get(customerId)?.absorbed);
    const inherited = heirs.length > 0 ? await this.accounts.inheritedKeys(em, heirs) : [];
    for (const { heirId, ...key } of inherited) booked.set(nameOf({ customerId: heirId, key: key.key }), key);
    return booked;
  }

  /** The books of accounts that exist, locked and with all that is open; for what is more than acts on one account. */
  async openBooks(em: EntityManager, customerIds: string[]): Promise<Map<string, Books>> {
    const accounts = await this.accounts.lock(em, [...customerIds].sort());
    const settling = customerIds.map((customerId): Act => ({ ...SETTLE, customerId }));
    const byId = new Map(accounts.map((account) => [account.customerId, account]));
    const open = await this.reader.read(em, settling, byId, await this.programmes.current(em), this.clock.now());
    return new Map([...open].map(([customerId, { books }]) => [customerId, books]));
  }

  /** Writes what was done in these books. */
  async write(em: EntityManager, all: Books[]): Promise<void> {
    const changes = all.map((books) => ({ books, sealed: sealAll(books) }));
    await this.entries.apply(em, changes);
    await this.publish(em, changes);
  }

  private async publish(em: EntityManager, changes: Changes[]): Promise<void> {
    const entries = changes.flatMap(({ books, sealed }) =>
      sealed.map(({ writing: { seq, kind, points } }) => ({ customerId: books.account.customerId, seq, kind, points })),
    );
    for (let from = 0; from < entries.length; from += ENTRIES_PER_EVENT) {
      await this.events.publish(em, pointsChanged, { entries: entries.slice(from, from + ENTRIES_PER_EVENT) });
    }
  }

  private async answers(em: EntityManager, session: Session, acts: Act[]): Promise<Answer[]> {
    const replays = session.replays();
    const stored = replays.length > 0 ? await this.entries.get(em, replays) : [];
    const bySeq = new Map(stored.map((entry) => [`${entry.customerId} ${entry.seq}`, entry]));
    return acts.map((_, index) => session.answer(index, (customerId, seq) => bySeq.get(`${customerId} ${seq}`)!));
  }
}

interface BookedKey {
  customerId: string;
  key: string;
  seq: number;
  fingerprint: Buffer;
}

type Result =
  | { refusal: DomainError }
  | { replay: { customerId: string; seq: number } }
  | { customerId: string; writing: Writing | null };

/** The acts of one transaction: what each came to, and what is to be written. */
class Session {
  private readonly results: Result[] = [];
  private readonly fingerprints = new Map<Writing, Buffer>();

  constructor(
    private readonly open: Map<string, OpenBooks>,
    private readonly booked: Map<string, BookedKey>,
  ) {}

  take(act: Act): void {
    this.results.push(this.resultOf(act));
  }

  private resultOf(act: Act): Result {
    const fingerprint = fingerprintOf(act);
    const before = this.booked.get(nameOf(act));
    if (before) {
      if (!act.anyContent && !before.fingerprint.equals(fingerprint)) return { refusal: ledgerErrors.otherContent() };
      return { replay: before };
    }
    const books = this.open.get(act.customerId)?.books;
    if (!books) return { refusal: customerNotFound() };
    try {
      const writing = decide(books, act);
      if (writing) {
        this.fingerprints.set(writing, fingerprint);
        this.booked.set(nameOf(act), { customerId: act.customerId, key: act.key, seq: writing.seq, fingerprint });
      }
      return { customerId: act.customerId, writing };
    } catch (error) {
      if (error instanceof DomainError) return { refusal: error };
      throw error;
    }
  }

  changes(): Changes[] {
    return [...this.open.values()]
      .filter(({ books }) => books.written.length > 0 || books.touchedLots.size > 0 || books.dueMoved)
      .map(({ books }) => ({ books, sealed: sealAll(books, this.fingerprints) }));
  }

  /** Entries that were there before this transaction. */
  replays(): { customerId: string; seq: number }[] {
    return this.results.flatMap((result) => ('replay' in result ? [result.replay] : []));
  }

  answer(index: number, stored: (customerId: string, seq: number) => Entry): Answer {
    const result = this.results[index]!;
    if ('refusal' in result) return result;
    if ('replay' in result) return { entry: stored(result.replay.customerId, result.replay.seq), replayed: true };
    if (!result.writing) return { entry: null, replayed: false };
    return {
      entry: entryOf(result.customerId, result.writing, this.open.get(result.customerId)!.books.now),
      replayed: false,
    };
  }
}

/** Field by field in the order of `ENTRY_COLUMNS`: the first answer and its repetition are the same text. */
function entryOf(customerId: string, entry: Writing, recordedAt: Date): Entry {
  const { seq, kind, points, pendingPoints, heldPoints, debtPoints, balanceAfter, key, reason, reference } = entry;
  const { source, actor, reversesSeq, reversedPoints, holdId, availableAt, expiresAt, breakdown, occurredAt } = entry;
  return {
    ...{ customerId, seq, kind, points, pendingPoints, heldPoints, debtPoints, balanceAfter, key, reason, reference },
    ...{ source, actor, reversesSeq, reversedPoints, holdId, availableAt, expiresAt, breakdown, occurredAt },
    recordedAt,
  };
}

function nameOf({ customerId, key }: { customerId: string; key: string }): string {
  return `${customerId} ${key}`;
}
