import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { newId, type Clock } from '@siyu/kernel';
import {
  Audit,
  Authenticator,
  CLOCK,
  Database,
  decideRefresh,
  endOf,
  type Operator,
  type SessionRef,
  type SessionState,
} from '@siyu/platform';
import { CustomersQueries } from '../customers.queries';
import { IDLE_HOURS, SESSION_DAYS } from './domain/codes';
import { refreshInvalid, refreshReused } from './domain/errors';
import type { MemberSignedIn } from './member-auth.dto';
import { MemberSessionsStore } from './member-sessions.store';
import { MemberTokens } from './member-tokens';
import type { MemberSessionRow, SignInWay } from './members.entities';

type Refreshed = { kind: 'granted'; session: MemberSessionRow } | { kind: 'over' | 'reused' };

/** Sessions of members: opened, kept alive, ended. */
@Injectable()
export class MemberSessionsService {
  constructor(
    private readonly database: Database,
    private readonly store: MemberSessionsStore,
    private readonly tokens: MemberTokens,
    private readonly authenticator: Authenticator,
    private readonly audit: Audit,
    private readonly customers: CustomersQueries,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Opens a session for a customer who has proven who she is. */
  async open(customerId: string, via: SignInWay): Promise<MemberSignedIn> {
    const session = this.begun(customerId, via);
    await this.database.transaction((em) => this.store.insert(em, session));
    return this.grant(session);
  }

  /**
   * Opens a session for a customer whom a trusted program vouches for; that it did is on record.
   *
   * @throws DomainError `customers.not-found`
   */
  async issue(actor: Operator, customerId: string): Promise<MemberSignedIn> {
    await this.customers.mustExist(customerId);
    const session = this.begun(customerId, 'api-key');
    await this.database.transaction(async (em) => {
      await this.store.insert(em, session);
      await this.record(em, actor, 'members.issue-token', session, {});
    });
    return this.grant(session);
  }

  /**
   * Trades a refresh token for fresh tokens.
   *
   * @throws DomainError `member-auth.refresh-invalid`, `member-auth.refresh-reused` (the session is ended then)
   */
  async refresh(refreshToken: string): Promise<MemberSignedIn> {
    const presented = await this.tokens.readRefresh(refreshToken);
    if (!presented) throw refreshInvalid();
    const refreshed = await this.database.transaction((em) => this.rotate(em, presented));
    if (refreshed.kind === 'granted') return this.grant(refreshed.session);
    if (refreshed.kind === 'over') throw refreshInvalid();
    this.authenticator.forget(presented.sessionId);
    throw refreshReused();
  }

  /** Ends the sessions that the tokens belong to; whoever asks to be out is out. */
  async signOut(given: { refresh: string | undefined; access: string | undefined }): Promise<void> {
    const now = this.clock.now();
    const byRefresh = given.refresh ? await this.tokens.readRefresh(given.refresh) : null;
    const byAccess = given.access ? await this.tokens.readAccess(given.access, now) : null;
    for (const ref of [byRefresh, byAccess]) {
      if (!ref) continue;
      await this.database.transaction((em) => this.store.end(em, ref, 'sign-out', now));
      this.authenticator.forget(ref.sessionId);
    }
  }

  private begun(customerId: string, via: SignInWay): MemberSessionRow {
    const now = this.clock.now();
    return {
      customer_id: customerId,
      session_id: newId(),
      via,
      counter: 1,
      rotated_at: now,
      created_at: now,
      expires_at: new Date(now.getTime() + SESSION_DAYS * 86_400_000),
      ended_at: null,
      ended_by: null,
    };
  }

  private async rotate(em: EntityManager, presented: SessionRef & { counter: number }): Promise<Refreshed> {
    const now = this.clock.now();
    const session = await this.store.lock(em, presented);
    if (!session) return { kind: 'over' };
    const decision = decideRefresh(stateOf(session), presented.counter, now);
    if (decision === 'over') return { kind: 'over' };
    if (decision === 'repeat') return { kind: 'granted', session };
    if (decision === 'reused') {
      await this.store.end(em, presented, 'reuse', now);
      const after = { presented: presented.counter, current: session.counter };
      await this.record(em, null, 'member-auth.refresh-reused', session, after);
      return { kind: 'reused' };
    }
    await this.store.advance(em, presented, now);
    return { kind: 'granted', session: { ...session, counter: session.counter + 1, rotated_at: now } };
  }

  private async grant(session: MemberSessionRow): Promise<MemberSignedIn> {
    const ref = { holder: session.customer_id, sessionId: session.session_id };
    const access = await this.tokens.signAccess(ref, this.clock.now(), endOf(stateOf(session)));
    return {
      accessToken: access.token,
      refreshToken: await this.tokens.refreshToken(ref, session.counter),
      expiresAt: access.expiresAt.toISOString(),
      customerId: session.customer_id,
    };
  }

  private record(
    em: EntityManager,
    actor: Operator | null,
    action: string,
    { customer_id, session_id }: MemberSessionRow,
    after: object,
  ): Promise<void> {
    return this.audit.record(em, {
      actor,
      action,
      subject: 'customer',
      subjectId: customer_id,
      after: { sessionId: session_id, ...after },
    });
  }
}

function stateOf(session: MemberSessionRow): SessionState {
  return {
    counter: session.counter,
    rotatedAt: session.rotated_at,
    expiresAt: session.expires_at,
    endedAt: session.ended_at,
    idleHours: IDLE_HOURS,
  };
}
