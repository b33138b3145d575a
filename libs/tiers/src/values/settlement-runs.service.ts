import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@siyu/kernel';
import { CLOCK, Database, Events } from '@siyu/platform';
import type { EntityManager } from 'typeorm';
import { SettlementsStore } from './settlements.store';
import { settlingRules, ValueBookingService } from './value-booking.service';
import { ValueRulesService } from './value-rules.service';
import { valuesSettled } from './values.events';

const CUSTOMERS_PER_BATCH = 10_000;
/** Rules with caps are decided here rather than by the database. */
const CUSTOMERS_PER_BATCH_WITH_CAPS = 2_000;
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** Settles a ledger for everybody, batch by batch in the order of customers; taken up again, it goes on where it was. */
@Injectable()
export class SettlementRunsService {
  constructor(
    private readonly database: Database,
    private readonly settlements: SettlementsStore,
    private readonly rules: ValueRulesService,
    private readonly booking: ValueBookingService,
    private readonly events: Events,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async perform(settlementId: string, signal: AbortSignal): Promise<void> {
    for (;;) {
      signal.throwIfAborted();
      if (await this.database.transaction((em) => this.step(em, settlementId))) return;
    }
  }

  /** One batch, with the mark behind it. @returns whether that was all */
  private async step(em: EntityManager, settlementId: string): Promise<boolean> {
    const settlement = await this.settlements.lockOpen(em, settlementId);
    if (!settlement) return true;
    const { ledger } = settlement;
    const dated = (await this.rules.dated(em))[ledger];
    const isCapped = settlingRules(dated).cappedKeys.length > 0;
    const above = settlement.doneTo ?? NOBODY;
    const batch = await this.settlements.nextBatch(
      em,
      above,
      isCapped ? CUSTOMERS_PER_BATCH_WITH_CAPS : CUSTOMERS_PER_BATCH,
    );
    if (!batch) {
      await this.settlements.end(em, settlementId, 'done', null, this.clock.now());
      await this.events.publish(em, valuesSettled, { ledger, entries: settlement.bookedEntries });
      return true;
    }
    const booked = await this.booking.settleRange(em, ledger, dated, { above, upTo: batch.upTo });
    await this.settlements.advance(em, settlementId, { doneTo: batch.upTo, customers: batch.customers, ...booked });
    return false;
  }
}
