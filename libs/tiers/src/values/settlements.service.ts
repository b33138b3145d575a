import { Inject, Injectable } from '@nestjs/common';
import { newId, type Clock } from '@siyu/kernel';
import { actorLabel, Audit, CLOCK, Database, Jobs, type Operator } from '@siyu/platform';
import type { EntityManager } from 'typeorm';
import { valueErrors } from './domain/errors';
import type { ValueLedger } from './domain/rules';
import { SettlementsStore } from './settlements.store';
import { settleValues, settlementJobKey } from './values.events';
import type { ValueSettlementRow } from './values.entities';

/** Asking for a ledger to be settled for everybody. */
@Injectable()
export class SettlementsService {
  constructor(
    private readonly database: Database,
    private readonly store: SettlementsStore,
    private readonly jobs: Jobs,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError `tiers.value-settling` (conflict) while one is under way */
  async ask(actor: Operator, ledger: ValueLedger): Promise<ValueSettlementRow> {
    return this.database.transaction(async (em) => {
      const settlementId = await this.request(em, ledger, actorLabel(actor));
      const subject = { subject: 'tiers-value-settlement', subjectId: settlementId };
      await this.audit.record(em, { actor, action: 'tiers.settle-values', ...subject, after: { ledger } });
      return (await this.store.find(em, settlementId))!;
    });
  }

  /** In the caller's transaction. @throws DomainError `tiers.value-settling` (conflict) */
  async request(em: EntityManager, ledger: ValueLedger, requestedBy: string): Promise<string> {
    const active = await this.store.lockActive(em, ledger);
    if (active) {
      if (await this.jobs.isAlive(em, settlementJobKey(active.settlementId)))
        throw valueErrors.settling(active.settlementId);
      const message = 'It was given up after several attempts.';
      await this.store.end(em, active.settlementId, 'failed', message, this.clock.now());
    }
    const settlementId = newId();
    await this.store.insert(em, { settlementId, ledger, requestedBy, requestedAt: this.clock.now() });
    await this.jobs.enqueue(em, settleValues, { settlementId }, { key: settlementJobKey(settlementId) });
    return settlementId;
  }

  /** The last one. @throws DomainError `tiers.value-settlement-unknown` (not-found) */
  async latest(ledger: ValueLedger): Promise<ValueSettlementRow> {
    const found = await this.store.latest(this.database.em, ledger);
    if (!found) throw valueErrors.settlementUnknown();
    return found;
  }
}
