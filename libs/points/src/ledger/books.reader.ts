import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Programme } from '../programme/domain/programme';
import { AccountsStore, numbered, type OfCustomer } from './accounts.store';
import type { Act, EntryKind } from './domain/acts';
import { Books, type Account, type Hold, type Lot, type Target } from './domain/books';
import { needsOf } from './domain/decide';

export interface OpenBooks {
  books: Books;
}

/** Opens the books that acts need: no more of them than their kinds ask for. */
@Injectable()
export class BooksReader {
  constructor(private readonly accounts: AccountsStore) {}

  /** @param accounts locked */
  async read(
    em: EntityManager,
    acts: Act[],
    accounts: Map<string, Account>,
    programme: Programme,
    now: Date,
  ): Promise<Map<string, OpenBooks>> {
    const open = new Map<string, OpenBooks>();
    for (const { customerId } of acts) {
      const account = accounts.get(customerId);
      if (!account || open.has(customerId)) continue;
      const at = account.bookedAt && account.bookedAt > now ? account.bookedAt : now;
      open.set(customerId, { books: new Books(account, new Map(), new Map(), new Map(), programme, at) });
    }
    const reading = acts.filter((act) => open.has(act.customerId));
    await this.readTargets(em, reading, open);
    await this.readLots(em, reading, open);
    await this.readHolds(em, reading, open);
    return open;
  }

  private async readTargets(em: EntityManager, acts: Act[], open: Map<string, OpenBooks>): Promise<void> {
    const asked = acts.flatMap((act) => (act.kind === 'reverse' ? [{ customerId: act.customerId, seq: act.seq }] : []));
    if (asked.length === 0) return;
    const targets = await this.accounts.targets(em, asked);
    const lots: OfCustomer<{ seq: number }>[] = [];
    for (const { customerId, ...stored } of targets) {
      const target: Target = { ...stored, kind: stored.kind as EntryKind, draws: numbered(stored.draws) };
      open.get(customerId)!.books.targets.set(target.seq, target);
      lots.push(...[target.seq, ...target.draws.keys()].map((seq) => ({ customerId, seq })));
    }
    this.keepLots(await this.accounts.lots(em, lots), open);
  }

  private async readLots(em: EntityManager, acts: Act[], open: Map<string, OpenBooks>): Promise<void> {
    const customerIds = customersThat(acts, open, 'lots');
    if (customerIds.length > 0) this.keepLots(await this.accounts.openLots(em, customerIds), open);
  }

  private async readHolds(em: EntityManager, acts: Act[], open: Map<string, OpenBooks>): Promise<void> {
    const customerIds = customersThat(acts, open, 'holds');
    if (customerIds.length > 0) this.keepHolds(await this.accounts.openHolds(em, customerIds), open);
    const asked = acts.flatMap((act) =>
      act.kind === 'capture' || act.kind === 'release' ? [{ customerId: act.customerId, holdId: act.holdId }] : [],
    );
    const missing = asked.filter(({ customerId, holdId }) => !open.get(customerId)!.books.holds.has(holdId));
    if (missing.length > 0) this.keepHolds(await this.accounts.pastHolds(em, missing), open);
  }

  private keepLots(lots: OfCustomer<Lot>[], open: Map<string, OpenBooks>): void {
    for (const { customerId, ...lot } of lots) open.get(customerId)!.books.lots.set(lot.seq, lot);
  }

  private keepHolds(holds: OfCustomer<Hold>[], open: Map<string, OpenBooks>): void {
    for (const { customerId, ...hold } of holds) open.get(customerId)!.books.holds.set(hold.holdId, hold);
  }
}

function customersThat(acts: Act[], open: Map<string, OpenBooks>, need: 'lots' | 'holds'): string[] {
  const needing = acts.filter((act) => {
    const { account, now } = open.get(act.customerId)!.books;
    // An open hold holds something: an account of which nothing is held has none.
    if (need === 'holds' && account.held === 0) return false;
    return needsOf(act, account.dueAt !== null && account.dueAt <= now)[need];
  });
  return [...new Set(needing.map(({ customerId }) => customerId))];
}
