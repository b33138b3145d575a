import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { affected, row, type SessionRef } from '@siyu/platform';
import type { MemberSessionEnd, MemberSessionRow } from './members.entities';

const SWEEP_BATCH = 10_000;

/** Every write and read of `customers_member_sessions`. */
@Injectable()
export class MemberSessionsStore {
  async insert(em: EntityManager, session: MemberSessionRow): Promise<void> {
    await affected(
      em,
      `insert into customers_member_sessions (customer_id, session_id, via, counter, rotated_at, created_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        session.customer_id,
        session.session_id,
        session.via,
        session.counter,
        session.rotated_at,
        session.created_at,
        session.expires_at,
      ],
    );
  }

  async lock(em: EntityManager, { holder, sessionId }: SessionRef): Promise<MemberSessionRow | null> {
    return row<MemberSessionRow>(
      em,
      'select * from customers_member_sessions where customer_id = $1 and session_id = $2 for no key update',
      [holder, sessionId],
    );
  }

  async isOpen(em: EntityManager, { holder, sessionId }: SessionRef, now: Date): Promise<boolean> {
    const found = await row(
      em,
      `select from customers_member_sessions
       where customer_id = $1 and session_id = $2 and ended_at is null and expires_at > $3`,
      [holder, sessionId, now],
    );
    return found !== null;
  }

  async advance(em: EntityManager, { holder, sessionId }: SessionRef, now: Date): Promise<void> {
    await affected(
      em,
      `update customers_member_sessions set counter = counter + 1, rotated_at = $3
       where customer_id = $1 and session_id = $2`,
      [holder, sessionId, now],
    );
  }

  async end(em: EntityManager, { holder, sessionId }: SessionRef, by: MemberSessionEnd, now: Date): Promise<void> {
    await affected(
      em,
      `update customers_member_sessions set ended_at = $4, ended_by = $3
       where customer_id = $1 and session_id = $2 and ended_at is null`,
      [holder, sessionId, by, now],
    );
  }

  /** Removes a batch of sessions that could not be picked up since before the given time. */
  async sweep(em: EntityManager, before: Date): Promise<number> {
    return affected(
      em,
      `delete from customers_member_sessions where (customer_id, session_id) in (
         select customer_id, session_id from customers_member_sessions where expires_at < $1 order by expires_at limit $2)`,
      [before, SWEEP_BATCH],
    );
  }
}
