import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@siyu/kernel';
import { CLOCK, Database } from '@siyu/platform';
import { AccountsStore, type DueAccount } from './accounts.store';
import { ActsService } from './acts.service';
import { settle } from './domain/dues';

/** Accounts that are looked up at once. */
const ACCOUNTS_PER_BATCH = 4000;
/** Accounts that one transaction keeps locked while their customers wait. */
const ACCOUNTS_PER_TRANSACTION = 500;
/** One transaction waits for the server while the other one computes. */
const LANES = 2;

/** Sees to it that what time alone brings about is booked: holds that end, awards that mature, lots that expire. */
@Injectable()
export class DuesService {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountsStore,
    private readonly acts: ActsService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Settles every account that is due by now, soonest first. What is settled is due later or never, so a sweep that was
   * stopped goes on where it was, and sweeps side by side do each other no harm: whoever comes second finds nothing to book.
   *
   * @param signal aborted: the sweep ends with an error behind the batch it is at
   * @returns how many accounts were due
   */
  async settleDue(signal?: AbortSignal): Promise<number> {
    const until = this.clock.now();
    let settled = 0;
    for (let behind: DueAccount | null = null; ;) {
      signal?.throwIfAborted();
      const due: DueAccount[] = await this.accounts.due(this.database.em, until, behind, ACCOUNTS_PER_BATCH);
      if (due.length === 0) return settled;
      await this.settleBatch(due.map(({ customerId }) => customerId));
      settled += due.length;
      behind = due.at(-1)!;
    }
  }

  private async settleBatch(customerIds: string[]): Promise<void> {
    // In the order of their ids, transactions find their rows side by side.
    const waiting = customerIds.sort();
    const lane = async () => {
      while (waiting.length > 0) await this.settleSome(waiting.splice(0, ACCOUNTS_PER_TRANSACTION));
    };
    await Promise.all(Array.from({ length: LANES }, lane));
  }

  private settleSome(customerIds: string[]): Promise<void> {
    return this.database.transaction(async (em) => {
      const open = [...(await this.acts.openBooks(em, customerIds)).values()].filter(({ account }) => !account.movedTo);
      for (const books of open) settle(books);
      const changed = open.filter((books) => books.written.length > 0 || books.dueMoved);
      if (changed.length > 0) await this.acts.write(em, changed);
    });
  }
}
