import { Inject, Injectable } from '@nestjs/common';
import { CustomersQueries } from '@siyu/customers';
import { newId, type Clock } from '@siyu/kernel';
import { actorLabel, Audit, CLOCK, Database, Events, type Operator } from '@siyu/platform';
import { ledgerErrors } from '../ledger/domain/errors';
import type { AdjustmentRow } from './adjustments.entities';
import { approvalWanted } from './adjustments.events';
import { AdjustmentsStore } from './adjustments.store';

/** A correction by hand, as it is asked for; `points` up or down. */
export interface AdjustmentAsked {
  customerId: string;
  points: number;
  reason: string;
  reference?: string | null;
  /** Makes its repetition safe, for good. */
  key: string;
}

/** Asking for a correction that a second person has to agree to. */
@Injectable()
export class RequestsService {
  constructor(
    private readonly database: Database,
    private readonly store: AdjustmentsStore,
    private readonly customers: CustomersQueries,
    private readonly events: Events,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError `customers.not-found` (not-found), `idempotency.mismatch` (refused) */
  async request(actor: Operator | null, asked: AdjustmentAsked): Promise<AdjustmentRow> {
    const { customerId, points, reason, reference = null, key } = asked;
    await this.customers.mustExist(customerId);
    const adjustmentId = newId();
    const requestedBy = actorLabel(actor);
    const request = { ...asked, reference, adjustmentId, requestedBy, requestedAt: this.clock.now() };
    await this.database.transaction(async (em) => {
      // Somebody may have asked under the same key at the same moment.
      if (!(await this.store.insert(em, request))) return;
      await this.events.publish(em, approvalWanted, { customerId, adjustmentId, points, reason, requestedBy });
      await this.audit.record(em, {
        actor,
        action: 'points.request-adjustment',
        subject: 'points-adjustment',
        subjectId: adjustmentId,
        after: { customerId, points, reason, reference },
      });
    });
    return sameContent((await this.store.findByKey(this.database.em, customerId, key))!, asked);
  }
}

/** @throws DomainError `idempotency.mismatch` (refused) when the key was used for something else */
export function sameContent(found: AdjustmentRow, { points, reason, reference = null }: AdjustmentAsked) {
  if (found.points === points && found.reason === reason && found.reference === reference) return found;
  throw ledgerErrors.otherContent();
}
