import { Inject, Injectable } from '@nestjs/common';
import { addDays, dayOf, startOfDay, type Clock } from '@siyu/kernel';
import { CLOCK, Database, Events } from '@siyu/platform';
import { ProgrammesService } from '../programme/programmes.service';
import { CUSTOMERS_PER_EVENT, pointsExpiring } from './warnings.events';
import { WarningsStore } from './warnings.store';

const CUSTOMERS_PER_BATCH = 5000;

/** Tells in time who loses points, if nothing is done. */
@Injectable()
export class WarningsService {
  constructor(
    private readonly database: Database,
    private readonly store: WarningsStore,
    private readonly programmes: ProgrammesService,
    private readonly events: Events,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * One warning per customer, last day of her points and warning day of the programme, however often it is asked for. A day
   * that was missed is caught up with on the next one.
   *
   * @param signal aborted: ends with an error behind the batch that it is at
   * @returns how many customers' days were warned of
   */
  async warn(signal?: AbortSignal): Promise<number> {
    const { timeZone, warningDays } = await this.programmes.current();
    if (warningDays.length === 0) return 0;
    const now = this.clock.now();
    const today = dayOf(now, timeZone);
    const until = startOfDay(addDays(today, Math.max(...warningDays) + 1), timeZone);
    let warned = 0;
    for (let behind: string | null = null; ;) {
      signal?.throwIfAborted();
      const customerIds: string[] = await this.store.candidates(this.database.em, behind, until, CUSTOMERS_PER_BATCH);
      if (customerIds.length === 0) return warned;
      warned += await this.warnBatch(customerIds, { now, today, until, timeZone, warningDays });
      behind = customerIds.at(-1)!;
    }
  }

  private warnBatch(customerIds: string[], when: Parameters<WarningsStore['warn']>[2]): Promise<number> {
    return this.database.transaction(async (em) => {
      const warnings = await this.store.warn(em, customerIds, when);
      const customers = warnings.map(({ customerId, points, expiresAt, daysLeft }) => ({
        customerId,
        points,
        expiresAt: expiresAt.toISOString(),
        days: daysLeft,
      }));
      for (let from = 0; from < customers.length; from += CUSTOMERS_PER_EVENT) {
        const some = customers.slice(from, from + CUSTOMERS_PER_EVENT);
        await this.events.publish(em, pointsExpiring, { customers: some });
      }
      return customers.length;
    });
  }
}
