import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { actorLabel, Audit, Database, type Operator } from '@siyu/platform';
import { CoversService } from './covers.service';
import { lockErrors } from './domain/errors';
import { LockRules } from './lock-rules.service';
import type { LockRow } from './locks.entities';
import { recordOf } from './locks.service';
import { LocksStore, type LockDecision } from './locks.store';

/** What is decided about which lock. */
export interface LockVerdict {
  customerId: string;
  lockId: string;
  status: LockDecision['status'];
  note: string | null;
}

const ACTIONS = {
  active: 'tiers.approve-lock',
  refused: 'tiers.refuse-lock',
  withdrawn: 'tiers.withdraw-lock',
} as const;

/** The second person's word on locks. */
@Injectable()
export class LockDecisionsService {
  constructor(
    private readonly database: Database,
    private readonly store: LocksStore,
    private readonly covers: CoversService,
    private readonly rules: LockRules,
    private readonly audit: Audit,
  ) {}

  /**
   * Agrees to somebody else's lock, which then covers the tier in place of one that is there; refuses it, or withdraws one's own.
   * Of several who decide at the same moment one does.
   *
   * @throws DomainError `tiers.lock-unknown` (not-found), `tiers.own-lock`, `tiers.not-own-lock`,
   *   `tiers.lock-decided-by-a-program` (forbidden), `tiers.lock-decided`, `tiers.no-ladder` (conflict), `tiers.lock-over`
   *   (refused), `tiers.tier-unknown` (invalid)
   */
  async decide(actor: Operator, verdict: LockVerdict): Promise<LockRow> {
    const { customerId, lockId, status, note } = verdict;
    return this.database.transaction(async (em) => {
      await this.store.takeTurn(em, customerId);
      const asked = await this.store.find(em, customerId, lockId);
      if (!asked) throw lockErrors.notFound();
      refuseWrongPerson(actor, status, asked);
      const decidedBy = actorLabel(actor);
      // His own decision, repeated because the answer was lost.
      if (asked.status === status && asked.decidedBy === decidedBy) return asked;
      if (asked.status !== 'waiting') throw lockErrors.decided(asked.status);
      if (status === 'active' && asked.until < this.rules.today()) throw lockErrors.over();
      return this.apply(em, actor, asked, { status, decidedBy, decidedAt: this.rules.now(), note });
    });
  }

  private async apply(em: EntityManager, actor: Operator, asked: LockRow, decision: LockDecision): Promise<LockRow> {
    const { customerId, lockId, requestedBy } = asked;
    const decide = async () => (await this.store.decide(em, customerId, lockId, decision))!;
    const { lock, replaced } =
      decision.status === 'active'
        ? await this.covers.cover(em, customerId, actor, decide)
        : { lock: await decide(), replaced: null };
    await this.audit.record(em, {
      actor,
      action: ACTIONS[decision.status],
      subject: 'tier-lock',
      subjectId: lockId,
      before: { status: 'waiting', requestedBy, ...(replaced ? { replaced: recordOf(replaced) } : {}) },
      after: { status: lock.status, customerId, note: decision.note, ...recordOf(lock) },
    });
    return lock;
  }
}

function refuseWrongPerson(actor: Operator, status: LockDecision['status'], asked: LockRow): void {
  const isOwn = asked.requestedBy === actorLabel(actor);
  if (status === 'withdrawn') {
    if (!isOwn) throw lockErrors.notOwn();
    return;
  }
  if (actor.kind !== 'staff') throw lockErrors.notAPerson();
  if (isOwn) throw lockErrors.own();
}
