import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@siyu/kernel';
import { type Actor, Authenticator, CLOCK, Database, row } from '@siyu/platform';
import { unauthenticated } from './domain/errors';
import { permissionsOf } from './domain/roles';
import { TokensService } from './tokens.service';

/** How long a sign-out, a disabled account or a changed role may stay unnoticed by another process. */
const REMEMBERED_MS = 5000;
const MOST_REMEMBERED = 10_000;

interface Remembered {
  actor: Promise<Actor | null>;
  until: number;
}

/**
 * Who a bearer token belongs to. The token only names the session; whether that is still open, the account active, and what
 * its role may do is read from the database and remembered for a few seconds.
 */
@Injectable()
export class StaffAuthenticator extends Authenticator {
  private readonly remembered = new Map<string, Remembered>();

  constructor(
    private readonly database: Database,
    private readonly tokens: TokensService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    super();
  }

  async authenticate(bearer: string): Promise<Actor> {
    const now = this.clock.now();
    const { sessionId, staffId } = await this.tokens.readAccess(bearer, now);
    const actor = await this.actorOf(sessionId, now);
    if (actor?.id !== staffId) throw unauthenticated();
    return actor;
  }

  /** Drops what this process remembers of anybody: something about accounts or sessions has changed. */
  forget(): void {
    this.remembered.clear();
  }

  private actorOf(sessionId: string, now: Date): Promise<Actor | null> {
    const known = this.remembered.get(sessionId);
    if (known && now.getTime() < known.until) return known.actor;
    if (this.remembered.size >= MOST_REMEMBERED) this.remembered.clear();
    const actor = this.load(sessionId, now);
    this.remembered.set(sessionId, { actor, until: now.getTime() + REMEMBERED_MS });
    actor.catch(() => this.remembered.delete(sessionId));
    return actor;
  }

  private async load(sessionId: string, now: Date): Promise<Actor | null> {
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
