import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Authenticator, Database, row, type StaffActor, type TokenClaims, type TokenReader } from '@siyu/platform';
import { permissionsOf } from './domain/roles';
import { TokensService } from './tokens.service';

/**
 * Tells the guard who an access token of staff belongs to. The token only names the session; whether that is still open, the
 * account active, and what its role may do is read from the database.
 */
@Injectable()
export class StaffTokensReader implements TokenReader, OnModuleInit {
  readonly prefix: string;

  constructor(
    private readonly database: Database,
    private readonly tokens: TokensService,
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

  async actorOf({ subject: sessionId }: TokenClaims, now: Date): Promise<StaffActor | null> {
    const found = await row<{ staff_id: string; role: string; must_change_password: boolean }>(
      this.database.em,
      `select a.staff_id, a.role, a.must_change_password
       from staff_sessions s join staff a using (staff_id)
       where s.session_id = $1 and s.ended_at is null and s.expires_at > $2 and a.status = 'active'`,
      [sessionId, now],
    );
    return (
      found && {
        kind: 'staff',
        id: found.staff_id,
        sessionId,
        role: found.role,
        permissions: new Set(permissionsOf(found.role)),
        mustChangePassword: found.must_change_password,
      }
    );
  }
}
