import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { newId, type Clock } from '@siyu/kernel';
import { Audit, CLOCK, Database, decideRefresh, endOf, type SessionState } from '@siyu/platform';
import { type SignedIn, signedInStaff } from './auth.dto';
import { refreshInvalid, refreshReused } from './domain/errors';
import { IDLE_HOURS, SESSION_DAYS } from './domain/sessions';
import { SessionsStore } from './sessions.store';
import type { StaffRow, StaffSessionRow } from './staff.entities';
import { StaffStore } from './staff.store';
import { TokensService } from './tokens.service';

/** The answer to a sign-in or refresh, and until when its refresh token can be used. */
export interface Grant {
  signedIn: SignedIn;
  usableUntil: Date;
}

type Refreshed = { kind: 'granted'; session: StaffSessionRow; staff: StaffRow } | { kind: 'over' | 'reused' };

/** Opening sessions and keeping them alive. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionsStore,
    private readonly staff: StaffStore,
    private readonly tokens: TokensService,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Opens a session in the transaction of the sign-in; {@link grant} makes its tokens. */
  async open(em: EntityManager, staffId: string, now: Date): Promise<StaffSessionRow> {
    const sessionId = newId();
    const expiresAt = new Date(now.getTime() + SESSION_DAYS * 86_400_000);
    await this.sessions.insert(em, { sessionId, staffId, at: now, expiresAt });
    return {
      session_id: sessionId,
      staff_id: staffId,
      counter: 1,
      rotated_at: now,
      created_at: now,
      expires_at: expiresAt,
      ended_at: null,
      ended_by: null,
    };
  }

  /**
   * Trades a refresh token for fresh tokens.
   *
   * @throws DomainError `auth.refresh-invalid`, `auth.refresh-reused` (the session is ended then)
   */
  async refresh(refreshToken: string | undefined): Promise<Grant> {
    const presented = refreshToken ? await this.tokens.readRefresh(refreshToken) : null;
    if (!presented) throw refreshInvalid();
    const now = this.clock.now();
    const refreshed = await this.database.transaction((em) => this.rotate(em, presented, now));
    if (refreshed.kind !== 'granted') throw refreshed.kind === 'reused' ? refreshReused() : refreshInvalid();
    return this.grant(refreshed.session, refreshed.staff, now);
  }

  private async rotate(
    em: EntityManager,
    presented: { sessionId: string; counter: number },
    now: Date,
  ): Promise<Refreshed> {
    const session = await this.sessions.lock(em, presented.sessionId);
    if (!session) return { kind: 'over' };
    const decision = decideRefresh(stateOf(session), presented.counter, now);
    if (decision === 'reused') await this.endReused(em, session, presented.counter, now);
    if (decision === 'reused' || decision === 'over') return { kind: decision };
    const staff = await this.staff.find(em, session.staff_id);
    if (staff?.status !== 'active') return { kind: 'over' };
    if (decision === 'repeat') return { kind: 'granted', session, staff };
    await this.sessions.advance(em, session.session_id, now);
    return { kind: 'granted', session: { ...session, counter: session.counter + 1, rotated_at: now }, staff };
  }

  private async endReused(em: EntityManager, session: StaffSessionRow, presented: number, now: Date): Promise<void> {
    await this.sessions.end(em, session.session_id, 'reuse', now);
    await this.audit.record(em, {
      actor: null,
      action: 'auth.refresh-reused',
      subject: 'staff',
      subjectId: session.staff_id,
      after: { sessionId: session.session_id, presented, current: session.counter },
    });
  }

  /** The tokens of an open session. */
  async grant(session: StaffSessionRow, staff: StaffRow, now: Date): Promise<Grant> {
    const usableUntil = endOf(stateOf(session));
    const ref = { holder: staff.staff_id, sessionId: session.session_id };
    const access = await this.tokens.signAccess(ref, now, usableUntil);
    const refreshToken = await this.tokens.refreshToken(ref, session.counter);
    const expiresAt = access.expiresAt.toISOString();
    return {
      signedIn: { accessToken: access.token, refreshToken, expiresAt, staff: signedInStaff(staff) },
      usableUntil,
    };
  }
}

function stateOf(session: StaffSessionRow): SessionState {
  return {
    counter: session.counter,
    rotatedAt: session.rotated_at,
    expiresAt: session.expires_at,
    endedAt: session.ended_at,
    idleHours: IDLE_HOURS,
  };
}
