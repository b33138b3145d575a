import { Inject, Injectable } from '@nestjs/common';
import type { Clock, Day } from '@siyu/kernel';
import { actorLabel, CLOCK, Database, type Operator } from '@siyu/platform';
import type { EntityManager } from 'typeorm';
import { EvaluationService } from '../evaluation/evaluation.service';
import type { LockRow } from './locks.entities';
import { LocksStore } from './locks.store';

/** How a lock comes to lie over a tier, and is taken away. */
@Injectable()
export class CoversService {
  constructor(
    private readonly database: Database,
    private readonly store: LocksStore,
    private readonly evaluation: EvaluationService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * In the caller's transaction: the lock that lay there ends, the new one is written by `write` and covers.
   *
   * @returns the new lock, and the one it replaced
   * @throws DomainError `tiers.no-ladder` (conflict), `tiers.tier-unknown` (invalid)
   */
  async cover(
    em: EntityManager,
    customerId: string,
    actor: Operator,
    write: () => Promise<LockRow>,
  ): Promise<{ lock: LockRow; replaced: LockRow | null }> {
    const endedBy = actorLabel(actor);
    const ending = { endReason: 'replaced' as const, endedBy, endedAt: this.clock.now(), endNote: null };
    const replaced = await this.store.end(em, customerId, ending);
    const lock = await write();
    const { lockId, tierKey, until, mayRise, reason } = lock;
    await this.evaluation.coverWithLock(em, { customerId, lockId, tierKey, until, mayRise, reason, actor: endedBy });
    return { lock, replaced };
  }

  /** In the caller's transaction: takes the lock away. @returns null when none lay there */
  async lift(em: EntityManager, customerId: string, actor: Operator, note: string | null): Promise<LockRow | null> {
    const endedBy = actorLabel(actor);
    const ending = { endReason: 'lifted' as const, endedBy, endedAt: this.clock.now(), endNote: note };
    const lifted = await this.store.end(em, customerId, ending);
    if (lifted) await this.evaluation.uncover(em, { customerId, reason: note, actor: endedBy });
    return lifted;
  }

  /** Follows the calendar where the nightly run has not come to the customer yet: a lock that is over is not lifted. */
  async settle(customerId: string, today: Day): Promise<void> {
    const { em } = this.database;
    const active = await this.store.current(em, customerId, 'active');
    if (!active || active.until >= today) return;
    await this.evaluation.evaluate([customerId]);
    await this.store.endPassed(em, today);
  }
}
