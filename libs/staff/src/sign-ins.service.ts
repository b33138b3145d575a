import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@siyu/kernel';
import { Audit, CLOCK, Database } from '@siyu/platform';
import { type Credentials, CredentialsService } from './credentials.service';
import { invalidCredentials } from './domain/errors';
import { type Grant, SessionsService } from './sessions.service';
import { StaffStore } from './staff.store';

/** Letting people in. */
@Injectable()
export class SignInsService {
  constructor(
    private readonly database: Database,
    private readonly credentials: CredentialsService,
    private readonly staff: StaffStore,
    private readonly sessions: SessionsService,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Opens a session.
   *
   * @throws DomainError `auth.invalid-credentials`, `auth.locked`, `auth.busy`
   */
  async signIn(credentials: Credentials): Promise<Grant> {
    const account = await this.credentials.verify(credentials);
    if (!account) throw invalidCredentials();
    const now = this.clock.now();
    const session = await this.database.transaction(async (em) => {
      const unchanged = await this.staff.noteSignIn(em, account.staff_id, account.password_hash, now);
      if (!unchanged) return null;
      const opened = await this.sessions.open(em, account.staff_id, now);
      await this.audit.record(em, {
        actor: { kind: 'staff', id: account.staff_id },
        action: 'auth.sign-in',
        subject: 'staff',
        subjectId: account.staff_id,
        after: { sessionId: opened.session_id },
      });
      return opened;
    });
    if (!session) throw invalidCredentials();
    return this.sessions.grant(session, account, now);
  }
}
