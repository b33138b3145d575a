import { Injectable } from '@nestjs/common';
import { decodeIdCursor, pageOf, type Page } from '@siyu/kernel';
import { actorLabel, Database, type Operator } from '@siyu/platform';
import type { Posted } from '../ledger/domain/acts';
import { ledgerErrors } from '../ledger/domain/errors';
import { LedgerService } from '../ledger/ledger.service';
import { ProgrammesService } from '../programme/programmes.service';
import type { AdjustmentRow, AdjustmentStatus } from './adjustments.entities';
import { AdjustmentsStore } from './adjustments.store';
import { adjustmentErrors } from './domain/errors';
import { RequestsService, sameContent, type AdjustmentAsked } from './requests.service';

/** What became of it: booked, or waiting for a second person. */
export type Adjusted = Posted | { adjustment: AdjustmentRow; replayed: boolean };

/** Corrections by hand. Small ones are booked at once, large ones when a second person agrees. */
@Injectable()
export class AdjustmentsService {
  constructor(
    private readonly database: Database,
    private readonly store: AdjustmentsStore,
    private readonly requests: RequestsService,
    private readonly ledger: LedgerService,
    private readonly programmes: ProgrammesService,
  ) {}

  /**
   * Books a correction up to the programme's limit; one above it waits. Asked again under its key it gives the same entry or
   * the same adjustment, wherever the limit is by then.
   *
   * @throws DomainError `customers.not-found` (not-found), `idempotency.mismatch` (refused), `points.adjustment-of-nothing`
   *   (invalid), `points.insufficient` (refused)
   */
  async adjust(actor: Operator | null, asked: AdjustmentAsked): Promise<Adjusted> {
    const { em } = this.database;
    if (asked.points === 0) throw ledgerErrors.adjustmentOfNothing();
    const known = await this.store.findByKey(em, asked.customerId, asked.key);
    if (known) return { adjustment: sameContent(known, asked), replayed: true };
    const { approvalAbove } = await this.programmes.current();
    const isLarge = Math.abs(asked.points) > approvalAbove;
    if (!isLarge || (await this.store.isBooked(em, asked.customerId, asked.key))) {
      return this.ledger.post({ kind: 'adjust', ...asked, source: 'api', actor: actorLabel(actor) });
    }
    return { adjustment: await this.requests.request(actor, asked), replayed: false };
  }

  /** Adjustments that wait or waited, newest first. */
  async list(
    filter: { status?: AdjustmentStatus; customerId?: string },
    limit: number,
    cursor?: string,
  ): Promise<Page<AdjustmentRow>> {
    const before = cursor ? decodeIdCursor(cursor) : null;
    const found = await this.store.list(this.database.em, filter, limit + 1, before);
    return pageOf(found, limit, (last) => [last.adjustmentId]);
  }

  /** @throws DomainError `points.adjustment-unknown` (not-found) */
  async get(customerId: string, adjustmentId: string): Promise<AdjustmentRow> {
    const found = await this.store.find(this.database.em, customerId, adjustmentId);
    if (!found) throw adjustmentErrors.notFound();
    return found;
  }
}
