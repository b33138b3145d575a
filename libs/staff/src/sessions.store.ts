import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { affected, row, rows } from '@siyu/platform';
import type { SessionEnd, StaffSessionRow } from './staff.entities';

const SWEEP_BATCH = 10_000;

/** Every write and locked read of `staff_sessions`. */
@Injectable()
export class SessionsStore {
  async insert(
    em: EntityManager,
    session: { sessionId: string; staffId: string; at: Date; expiresAt: Date },
  ): Promise<void> {
    await affected(
      em,
      `insert into staff_sessions (session_id, staff_id, counter, rotated_at, created_at, expires_at)
       values ($1, $2, 1, $3, $3, $4)`,
      [session.sessionId, session.staffId, session.at, session.expiresAt],
    );
  }

  async lock(em: EntityManager, sessionId: string): Promise<StaffSessionRow | null> {
    return row<StaffSessionRow>(em, 'select * from staff_sessions where session_id = $1 for no key update', [
      sessionId,
    ]);
  }

  async advance(em: EntityManager, sessionId: string, now: Date): Promise<void> {
    await affected(em, 'update staff_sessions set counter = counter + 1, rotated_at = $2 where session_id = $1', [
      sessionId,
      now,
    ]);
  }

  async end(em: EntityManager, sessionId: string, by: SessionEnd, now: Date): Promise<boolean> {
    const ended = await affected(
      em,
      'update staff_sessions set ended_at = $3, ended_by = $2 where session_id = $1 and ended_at is null',
      [sessionId, by, now],
    );
    return ended > 0;
  }

  /** Ends the sessions of an account, but for one. @returns ids of those that were open */
  async endAll(
    em: EntityManager,
    staffId: string,
    by: SessionEnd,
    now: Date,
    except: string | null = null,
  ): Promise<string[]> {
    const ended = await rows<{ session_id: string }>(
      em,
      `update staff_sessions set ended_at = $3, ended_by = $2
       where staff_id = $1 and ended_at is null and session_id is distinct from $4
       returning session_id`,
      [staffId, by, now, except],
    );
    return ended.map((session) => session.session_id);
  }

  /** Removes a batch of sessions that could not be picked up since before the given time. */
  async sweep(em: EntityManager, before: Date): Promise<number> {
    return affected(
      em,
      `delete from staff_sessions where session_id in (
         select session_id from staff_sessions where expires_at < $1 order by expires_at limit $2)`,
      [before, SWEEP_BATCH],
    );
  }
}
