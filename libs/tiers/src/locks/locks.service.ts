import { Injectable } from '@nestjs/common';
import { newId } from '@siyu/kernel';
import type { EntityManager } from 'typeorm';
import { actorLabel, Audit, Database, Events, type Operator } from '@siyu/platform';
import { tiersPermissions } from '../tiers.permissions';
import { CoversService } from './covers.service';
import { lockErrors } from './domain/errors';
import { isSame, type LockTerms } from './domain/locks';
import { LockRules } from './lock-rules.service';
import type { LockRow } from './locks.entities';
import { lockWanted } from './locks.events';
import { LocksStore } from './locks.store';

/** A lock as it is asked for. */
export interface LockAsked extends LockTerms {
  customerId: string;
  note: string | null;
}

/** Tiers given by hand. */
@Injectable()
export class LocksService {
  constructor(
    private readonly database: Database,
    private readonly store: LocksStore,
    private readonly covers: CoversService,
    private readonly rules: LockRules,
    private readonly events: Events,
    private readonly audit: Audit,
  ) {}

  /**
   * Locks at once, in place of a lock that is there, when a person asks who may approve; else the lock waits for one who may. Asked
   * again it is the same lock.
   *
   * @throws DomainError `customers.not-found` (not-found), `tiers.no-ladder`, `tiers.lock-waiting` (conflict),
   *   `tiers.tier-unknown`, `tiers.lock-until-invalid` (invalid)
   */
  async set(actor: Operator, asked: LockAsked): Promise<LockRow> {
    await this.rules.check(asked);
    const mayApprove = actor.kind === 'staff' && actor.permissions.has(tiersPermissions.approve);
    await this.covers.settle(asked.customerId, this.rules.today());
    return this.database.transaction(async (em) => {
      await this.store.takeTurn(em, asked.customerId);
      const active = await this.store.current(em, asked.customerId, 'active');
      if (active && isSame(active, asked)) return active;
      return mayApprove ? this.lockAtOnce(em, actor, asked) : this.request(em, actor, asked);
    });
  }

  /**
   * Lifts the lock that covers the customer's tier; where none does, withdraws one's own that waits. Without either nothing
   * happens.
   *
   * @throws DomainError `tiers.not-own-lock` (forbidden)
   */
  async lift(actor: Operator, customerId: string, note: string | null): Promise<void> {
    await this.rules.mustExist(customerId);
    await this.covers.settle(customerId, this.rules.today());
    await this.database.transaction(async (em) => {
      await this.store.takeTurn(em, customerId);
      const lifted = await this.covers.lift(em, customerId, actor, note);
      const waiting = lifted ? null : await this.store.current(em, customerId, 'waiting');
      if (waiting && waiting.requestedBy !== actorLabel(actor)) throw lockErrors.notOwn();
      const withdrawn = waiting && (await this.withdraw(em, actor, waiting, note));
      const ended = lifted ?? withdrawn;
      if (!ended) return;
      await this.audit.record(em, {
        actor,
        action: lifted ? 'tiers.lift-lock' : 'tiers.withdraw-lock',
        subject: 'tier-lock',
        subjectId: ended.lockId,
        before: { status: lifted ? 'active' : 'waiting', ...recordOf(ended) },
        after: { status: ended.status, customerId, note },
      });
    });
  }

  private withdraw(em: EntityManager, actor: Operator, waiting: LockRow, note: string | null) {
    const decision = { decidedBy: actorLabel(actor), decidedAt: this.rules.now(), note };
    return this.store.decide(em, waiting.customerId, waiting.lockId, { status: 'withdrawn', ...decision });
  }

  private async lockAtOnce(em: EntityManager, actor: Operator, asked: LockAsked): Promise<LockRow> {
    const by = actorLabel(actor);
    const at = this.rules.now();
    const { lock, replaced } = await this.covers.cover(em, asked.customerId, actor, () =>
      this.store.insert(em, {
        ...asked,
        lockId: newId(),
        status: 'active',
        requestedBy: by,
        requestedAt: at,
        decidedBy: by,
        decidedAt: at,
      }),
    );
    await this.audit.record(em, {
      actor,
      action: 'tiers.lock',
      subject: 'tier-lock',
      subjectId: lock.lockId,
      before: replaced ? { lockId: replaced.lockId, ...recordOf(replaced) } : undefined,
      after: { customerId: lock.customerId, ...recordOf(lock) },
    });
    return lock;
  }

  /** One's own request that still waits makes room for the new one; somebody else's does not. */
  private async request(em: EntityManager, actor: Operator, asked: LockAsked): Promise<LockRow> {
    const requestedBy = actorLabel(actor);
    const waiting = await this.store.current(em, asked.customerId, 'waiting');
    if (waiting && waiting.requestedBy !== requestedBy) throw lockErrors.waits(waiting.lockId);
    if (waiting && isSame(waiting, asked)) return waiting;
    if (waiting) await this.withdraw(em, actor, waiting, null);
    const lock = await this.store.insert(em, {
      ...asked,
      lockId: newId(),
      status: 'waiting',
      requestedBy,
      requestedAt: this.rules.now(),
      decidedBy: null,
      decidedAt: null,
    });
    const { customerId, lockId, tierKey, until, reason } = lock;
    await this.events.publish(em, lockWanted, { customerId, lockId, tierKey, until, reason, requestedBy });
    await this.audit.record(em, {
      actor,
      action: 'tiers.request-lock',
      subject: 'tier-lock',
      subjectId: lockId,
      before: waiting ? { lockId: waiting.lockId, ...recordOf(waiting) } : undefined,
      after: { customerId, ...recordOf(lock) },
    });
    return lock;
  }
}

/** What the audit keeps of a lock. */
export function recordOf({ tierKey, until, mayRise, reason }: LockTerms): LockTerms {
  return { tierKey, until, mayRise, reason };
}
