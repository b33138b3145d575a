import { Inject, Injectable } from '@nestjs/common';
import type { Day } from '@siyu/kernel';
import { affected, CONFIG, row, rows, type Config } from '@siyu/platform';
import type { EntityManager } from 'typeorm';
import type { LockEnd, LockRow, LockStatus } from './locks.entities';

const COLUMNS = `customer_id as "customerId", lock_id as "lockId", status, tier_key as "tierKey", until::text, may_rise as "mayRise",
  reason, requested_by as "requestedBy", requested_at as "requestedAt", decided_by as "decidedBy",
  decided_at as "decidedAt", note, ended_at as "endedAt", ended_by as "endedBy", end_reason as "endReason",
  end_note as "endNote"`;

/** A lock before it ended. */
export type NewLock = Omit<LockRow, 'endedAt' | 'endedBy' | 'endReason' | 'endNote'>;

export interface LockDecision {
  status: 'active' | 'refused' | 'withdrawn';
  decidedBy: string;
  decidedAt: Date;
  note: string | null;
}

export interface LockEnding {
  endReason: LockEnd;
  endedBy: string;
  endedAt: Date;
  endNote: string | null;
}

/** Every read and write of locks. */
@Injectable()
export class LocksStore {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** Until the end of the transaction nobody else decides about locks of the customer. */
  async takeTurn(em: EntityManager, customerId: string): Promise<void> {
    await row(em, `select pg_advisory_xact_lock(hashtextextended('tiers_locks:' || $1, 0))`, [customerId]);
  }

  find(em: EntityManager, customerId: string, lockId: string): Promise<LockRow | null> {
    return row<LockRow>(em, `select ${COLUMNS} from tiers_locks where customer_id = $1 and lock_id = $2`, [
      customerId,
      lockId,
    ]);
  }

  /** The one lock of a customer that waits, or that covers. */
  current(em: EntityManager, customerId: string, status: 'waiting' | 'active'): Promise<LockRow | null> {
    return row<LockRow>(em, `select ${COLUMNS} from tiers_locks where customer_id = $1 and status = $2`, [
      customerId,
      status,
    ]);
  }

  async insert(em: EntityManager, lock: NewLock): Promise<LockRow> {
    const { customerId, lockId, status, tierKey, until, mayRise, reason, requestedBy, requestedAt } = lock;
    const { decidedBy, decidedAt, note } = lock;
    const inserted = await row<LockRow>(
      em,
      `insert into tiers_locks (customer_id, lock_id, status, tier_key, until, may_rise, reason, requested_by, requested_at,
         decided_by, decided_at, note)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) returning ${COLUMNS}`,
      [
        ...[customerId, lockId, status, tierKey, until, mayRise, reason, requestedBy, requestedAt],
        ...[decidedBy, decidedAt, note],
      ],
    );
    return inserted!;
  }

  /** Decides about a lock that still waits; of several at once, one does. @returns null when it was decided before */
  decide(em: EntityManager, customerId: string, lockId: string, decision: LockDecision): Promise<LockRow | null> {
    const { status, decidedBy, decidedAt, note } = decision;
    return row<LockRow>(
      em,
      `update tiers_locks set status = $3, decided_by = $4, decided_at = $5, note = coalesce($6, note)
       where customer_id = $1 and lock_id = $2 and status = 'waiting' returning ${COLUMNS}`,
      [customerId, lockId, status, decidedBy, decidedAt, note],
    );
  }

  /** Ends the lock that covers the customer. @returns null when there is none */
  end(em: EntityManager, customerId: string, ending: LockEnding): Promise<LockRow | null> {
    const { endReason, endedBy, endedAt, endNote } = ending;
    return row<LockRow>(
      em,
      `update tiers_locks set status = 'ended', end_reason = $2, ended_by = $3, ended_at = $4, end_note = $5
       where customer_id = $1 and status = 'active' returning ${COLUMNS}`,
      [customerId, endReason, endedBy, endedAt, endNote],
    );
  }

  /**
   * Follows the calendar: locks whose last day is over have ended with it, and requests that came too late are withdrawn.
   * What customers' tiers become is evaluation's part.
   *
   * @returns how many
   */
  endPassed(em: EntityManager, today: Day): Promise<number> {
    return affected(
      em,
      `with passed as (
         select customer_id, lock_id, status, (until + 1)::timestamp at time zone $2 as over_at
         from tiers_locks where status in ('active', 'waiting') and until < $1
       )
       update tiers_locks l set
         status = case p.status when 'active' then 'ended' else 'withdrawn' end,
         ended_at = case p.status when 'active' then p.over_at end,
         ended_by = case p.status when 'active' then 'system' end,
         end_reason = case p.status when 'active' then 'over' end,
         decided_at = coalesce(l.decided_at, p.over_at), decided_by = coalesce(l.decided_by, 'system')
       from passed p
       where l.customer_id = p.customer_id and l.lock_id = p.lock_id and l.status = p.status`,
      [today, this.config.timeZone],
    );
  }

  /** Newest first, behind `before`. */
  list(
    em: EntityManager,
    filter: { status?: LockStatus; customerId?: string },
    limit: number,
    before: string | null,
  ): Promise<LockRow[]> {
    const params: unknown[] = [limit];
    const conditions = [
      ['status =', filter.status],
      ['customer_id =', filter.customerId],
      ['lock_id <', before],
    ].flatMap(([condition, value]) => (value ? [`${condition} $${params.push(value)}`] : []));
    return rows<LockRow>(
      em,
      `select ${COLUMNS} from tiers_locks where ${conditions.join(' and ') || 'true'} order by lock_id desc limit $1`,
      params,
    );
  }
}
