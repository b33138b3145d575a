import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@siyu/kernel';
import { CLOCK, Database } from '@siyu/platform';
import { AccountsStore, type DueAccount } from './accounts.store';
import { LedgerService } from './ledger.service';

/** Accounts that are looked up at once; the ledger books them in transactions of some hundred. */
const ACCOUNTS_PER_BATCH = 2000;

const SETTLE = { kind: 'settle', key: 'settle', reason: 'due', source: 'system', actor: 'system' } as const;

/** Sees to it that what time alone brings about is booked: holds that end, awards that mature, lots that expire. */
@Injectable()
export class DuesService {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountsStore,
    private readonly ledger: LedgerService,
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
      await this.ledger.postAll(due.map(({ customerId }) => ({ ...SETTLE, customerId })));
      settled += due.length;
      behind = due.at(-1)!;
    }
  }
}
