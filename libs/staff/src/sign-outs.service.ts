import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Clock } from '@siyu/kernel';
import { Audit, CLOCK } from '@siyu/platform';
import { AccessChanges } from './access-changes';
import { SessionsStore } from './sessions.store';
import { TokensService } from './tokens.service';

/** Leaving. */
@Injectable()
export class SignOutsService {
  constructor(
    private readonly changes: AccessChanges,
    private readonly sessions: SessionsStore,
    private readonly tokens: TokensService,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Ends the sessions that the tokens belong to. Tokens that are missing, too old or not ours end nothing and are no error:
   * whoever asks to be out is out.
   */
  async signOut(tokens: { refresh: string | undefined; access: string | undefined }): Promise<void> {
    const now = this.clock.now();
    const byRefresh = tokens.refresh ? await this.tokens.readRefresh(tokens.refresh) : null;
    const byAccess = tokens.access ? await this.tokens.readAccess(tokens.access, now) : null;
    const ids = new Set([byRefresh?.sessionId, byAccess?.sessionId].filter((id) => id !== undefined));
    for (const id of ids) await this.changes.transaction((em) => this.end(em, id, now));
  }

  private async end(em: EntityManager, sessionId: string, now: Date): Promise<void> {
    const session = await this.sessions.lock(em, sessionId);
    if (!session || !(await this.sessions.end(em, sessionId, 'sign-out', now))) return;
    await this.audit.record(em, {
      actor: { kind: 'staff', id: session.staff_id },
      action: 'auth.sign-out',
      subject: 'staff',
      subjectId: session.staff_id,
      after: { sessionId },
    });
  }
}
