import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Authenticator, Database, type MemberActor, type TokenClaims, type TokenReader } from '@siyu/platform';
import { MemberSessionsStore } from './member-sessions.store';
import { MemberTokens } from './member-tokens';

/** Tells the guard which customer an access token of members belongs to. */
@Injectable()
export class MemberTokensReader implements TokenReader, OnModuleInit {
  readonly prefix: string;

  constructor(
    private readonly database: Database,
    private readonly sessions: MemberSessionsStore,
    private readonly tokens: MemberTokens,
    private readonly authenticator: Authenticator,
  ) {
    this.prefix = tokens.beginning;
  }

  onModuleInit(): void {
    this.authenticator.register(this);
  }

  async verify(bearer: string, now: Date): Promise<TokenClaims | null> {
    const claims = await this.tokens.readAccess(bearer, now);
    return claims && { subject: claims.sessionId, holder: claims.holder, expiresAt: claims.expiresAt };
  }

  async actorOf({ subject, holder }: TokenClaims, now: Date): Promise<MemberActor | null> {
    const ref = { holder: holder!, sessionId: subject };
    const isOpen = await this.sessions.isOpen(this.database.em, ref, now);
    return isOpen ? { kind: 'member', customerId: ref.holder, sessionId: subject } : null;
  }
}
