import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Clock } from '@siyu/kernel';
import { actorLabel, Audit, CLOCK, Database, type Operator } from '@siyu/platform';
import { LedgerService, posted } from '../ledger/ledger.service';
import type { AdjustmentRow, AdjustmentStatus } from './adjustments.entities';
import { AdjustmentsStore } from './adjustments.store';
import { adjustmentErrors } from './domain/errors';

/** What is decided about which adjustment. */
export interface Verdict {
  customerId: string;
  adjustmentId: string;
  status: Exclude<AdjustmentStatus, 'waiting'>;
  note: string | null;
}

const ACTIONS = {
  approved: 'points.approve-adjustment',
  refused: 'points.refuse-adjustment',
  withdrawn: 'points.withdraw-adjustment',
} as const;

/** The second person's word on corrections by hand. */
@Injectable()
export class DecisionsService {
  constructor(
    private readonly database: Database,
    private readonly store: AdjustmentsStore,
    private readonly ledger: LedgerService,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Agrees to somebody else's adjustment and books it, refuses it, or withdraws one's own. Of several who decide at the same
   * moment one does. When the ledger refuses, the adjustment goes on waiting.
   *
   * @throws DomainError `points.adjustment-unknown` (not-found), `points.own-adjustment`, `points.not-own-adjustment`,
   *   `points.decided-by-a-program` (forbidden), `points.adjustment-decided` (conflict), `points.insufficient`,
   *   `points.account-moved` (refused)
   */
  async decide(actor: Operator, verdict: Verdict): Promise<AdjustmentRow> {
    const { customerId, adjustmentId, status, note } = verdict;
    const asked = await this.store.find(this.database.em, customerId, adjustmentId);
    if (!asked) throw adjustmentErrors.notFound();
    refuseWrongPerson(actor, status, asked);
    const decidedBy = actorLabel(actor);
    // His own decision, repeated because the answer was lost.
    if (asked.status === status && asked.decidedBy === decidedBy) return asked;
    if (asked.status !== 'waiting') throw adjustmentErrors.decided(asked.status);
    return this.database.transaction(async (em) => {
      const entrySeq = status === 'approved' ? await this.book(em, asked) : null;
      const decision = { status, decidedBy, decidedAt: this.clock.now(), note, entrySeq };
      const decided = await this.store.decide(em, customerId, adjustmentId, decision);
      if (!decided) throw adjustmentErrors.decided((await this.store.find(em, customerId, adjustmentId))!.status);
      await this.audit.record(em, {
        actor,
        action: ACTIONS[status],
        subject: 'points-adjustment',
        subjectId: adjustmentId,
        before: { status: 'waiting', requestedBy: asked.requestedBy },
        after: { status, customerId, points: asked.points, note, entrySeq },
      });
      return decided;
    });
  }

  /** Locks the account first, as every act does; whoever loses the race for the adjustment takes his entry back with it. */
  private async book(em: EntityManager, asked: AdjustmentRow): Promise<number> {
    const { customerId, adjustmentId, points, reason, reference, requestedBy } = asked;
    const act = { kind: 'adjust', customerId, points, reason, reference, source: 'approval' } as const;
    const [answer] = await this.ledger.postIn(em, [{ ...act, key: `adjustment:${adjustmentId}`, actor: requestedBy }]);
    return posted(answer!).entry!.seq;
  }
}

function refuseWrongPerson(actor: Operator, status: AdjustmentStatus, asked: AdjustmentRow): void {
  const isOwn = asked.requestedBy === actorLabel(actor);
  if (status === 'withdrawn') {
    if (!isOwn) throw adjustmentErrors.notOwn();
    return;
  }
  if (actor.kind !== 'staff') throw adjustmentErrors.notAPerson();
  if (isOwn) throw adjustmentErrors.own();
}
