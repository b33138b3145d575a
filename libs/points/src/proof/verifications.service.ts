import { Inject, Injectable } from '@nestjs/common';
import { CustomersQueries } from '@siyu/customers';
import { decodeIdCursor, newId, pageOf, type Clock, type Page } from '@siyu/kernel';
import { actorId, actorLabel, CLOCK, Database, type Operator } from '@siyu/platform';
import { ProofsQueries } from '../ledger/proofs.queries';
import { proofErrors } from './domain/errors';
import { ProvingService } from './proving.service';
import { QueuedProofsService } from './queued-proofs.service';
import type { VerificationRow } from './verifications.entities';
import { VerificationsStore } from './verifications.store';

/** So many entries are proved while the caller waits, a matter of seconds; more of them by a job. */
export const ENTRIES_AT_ONCE = 500_000;

/** Proofs of the books, asked for by somebody. */
@Injectable()
export class VerificationsService {
  constructor(
    private readonly database: Database,
    private readonly store: VerificationsStore,
    private readonly customers: CustomersQueries,
    private readonly proofs: ProofsQueries,
    private readonly proving: ProvingService,
    private readonly queue: QueuedProofsService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Proves the books of one customer or of everybody. A large ledger is proved by a job; while one is at it, it is the answer.
   *
   * @throws DomainError `customers.not-found` (not-found)
   */
  async verify(actor: Operator, customerId: string | null, entriesAtOnce = ENTRIES_AT_ONCE): Promise<VerificationRow> {
    if (customerId) await this.customers.mustExist(customerId);
    const { entries } = await this.proofs.counts(this.database.em, customerId);
    if (entries > entriesAtOnce) return this.queue.request(actorLabel(actor));
    const verificationId = newId();
    const requested = { requestedBy: actorLabel(actor), requestedAt: this.clock.now() };
    const ref = { kind: actor.kind, id: actorId(actor) };
    const result = await this.proving.prove({ verificationId, customerId, actor: ref });
    await this.store.insertDone(this.database.em, { verificationId, customerId, ...requested }, result);
    return this.get(verificationId);
  }

  /** Proofs, newest first. */
  async list(limit: number, cursor?: string): Promise<Page<VerificationRow>> {
    const found = await this.store.list(this.database.em, limit + 1, cursor ? decodeIdCursor(cursor) : null);
    return pageOf(found, limit, (last) => [last.verificationId]);
  }

  /** @throws DomainError `points.verification-unknown` (not-found) */
  async get(verificationId: string): Promise<VerificationRow> {
    const found = await this.store.find(this.database.em, verificationId);
    if (!found) throw proofErrors.notFound();
    return found;
  }
}
