import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database } from '@siyu/platform';
import { AccountsStore } from './accounts.store';
import { ActsService } from './acts.service';
import type { Books } from './domain/books';
import { settle } from './domain/dues';
import { ledgerErrors } from './domain/errors';
import { giveBack, takeOver, type TransferBasis } from './domain/transfers';
import type { TransferRow } from './transfers.entities';
import { TransfersStore } from './transfers.store';

export interface TransferRequest {
  /** Made by the caller: asked for again under it, the transfer is done once. */
  transferId: string;
  /** Whose account goes. */
  from: string;
  /** Whose account takes it over. */
  to: string;
  /** `staff:<id>` or `system`. */
  actor: string;
}

/** Points move when two customers turn out to be one, and back when they turn out not to be. */
@Injectable()
export class TransfersService {
  constructor(
    private readonly database: Database,
    private readonly store: TransfersStore,
    private readonly accounts: AccountsStore,
    private readonly acts: ActsService,
  ) {}

  /**
   * Moves lots with their ends, awards that wait, holds and debt. Acts on the account that went are refused from then on with
   * `points.account-moved`; what was booked there under a key is the answer to that key here, too.
   *
   * @param em of the caller's transaction; left out: one of its own
   * @returns what moved where; of a repeated call, what moved then
   * @throws DomainError `points.account-moved`, `points.transfer-to-itself`, `points.too-many` (refused)
   */
  async transfer(request: TransferRequest, em?: EntityManager): Promise<TransferRow> {
    if (request.from === request.to) throw ledgerErrors.transferToItself();
    return em ? this.transferIn(em, request) : this.database.transaction((own) => this.transferIn(own, request));
  }

  /**
   * Gives back what is still there.
   *
   * @throws DomainError `points.transfer-unknown` (not-found), `points.account-moved` (refused) when the account that took
   *   over was taken over itself since
   */
  undo(transferId: string, actor: string, em?: EntityManager): Promise<TransferRow> {
    return em
      ? this.undoIn(em, transferId, actor)
      : this.database.transaction((own) => this.undoIn(own, transferId, actor));
  }

  private async transferIn(em: EntityManager, { transferId, from, to, actor }: TransferRequest): Promise<TransferRow> {
    const open = await this.openBoth(em, from, to);
    const before = await this.store.find(em, transferId);
    if (before) return before;
    const [source, target] = [open.get(from)!, open.get(to)!];
    refuseMoved(source);
    refuseMoved(target);
    const holdIds = [...source.holds.keys()].map((holdId) => ({ customerId: to, holdId }));
    keepHolds(target, await this.accounts.pastHolds(em, holdIds));
    settle(source);
    settle(target);
    const taken = takeOver(source, target, basisOf(`transfer:${transferId}`, actor));
    await this.acts.write(em, [source, target]);
    const transfer = { customerId: to, transferId, fromId: from, actor, ...taken, doneAt: target.now, undoneAt: null };
    await this.store.insert(em, transfer);
    return transfer;
  }

  private async undoIn(em: EntityManager, transferId: string, actor: string): Promise<TransferRow> {
    const found = await this.store.find(em, transferId);
    if (!found) throw ledgerErrors.transferUnknown();
    const open = await this.openBoth(em, found.fromId, found.customerId);
    const transfer = (await this.store.find(em, transferId))!;
    if (transfer.undoneAt) return transfer;
    const [source, target] = [open.get(transfer.fromId)!, open.get(transfer.customerId)!];
    refuseMoved(target);
    await this.readWhatWent(em, source, transfer);
    settle(target);
    giveBack(target, source, transfer, basisOf(`transfer:${transferId}:undo`, actor));
    await this.acts.write(em, [source, target]);
    await this.store.undo(em, transfer, target.now);
    return { ...transfer, undoneAt: target.now };
  }

  /** Locks both accounts, opens those that are missing, and reads their open lots and holds. */
  private async openBoth(em: EntityManager, from: string, to: string): Promise<Map<string, Books>> {
    await this.accounts.open(em, [from, to].sort());
    return this.acts.openBooks(em, [from, to]);
  }

  private async readWhatWent(em: EntityManager, source: Books, { fromId, lots, holdIds }: TransferRow): Promise<void> {
    const asked = lots.map(({ from }) => ({ customerId: fromId, seq: from }));
    for (const { customerId: _, ...lot } of await this.accounts.lots(em, asked)) source.lots.set(lot.seq, lot);
    const holds = holdIds.map((holdId) => ({ customerId: fromId, holdId }));
    keepHolds(source, await this.accounts.pastHolds(em, holds));
  }
}

function keepHolds(books: Books, holds: Awaited<ReturnType<AccountsStore['pastHolds']>>): void {
  for (const { customerId: _, ...hold } of holds) books.holds.set(hold.holdId, hold);
}

function refuseMoved({ account: { movedTo } }: Books): void {
  if (movedTo) throw ledgerErrors.accountMoved(movedTo);
}

function basisOf(key: string, actor: string): TransferBasis {
  return { key, reason: 'transfer', source: 'merge', actor };
}
