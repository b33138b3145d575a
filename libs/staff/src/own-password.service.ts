import { Injectable } from '@nestjs/common';
import { Audit, type StaffActor } from '@siyu/platform';
import { AccessChanges } from './access-changes';
import { type Credentials, CredentialsService } from './credentials.service';
import { wrongPassword } from './domain/errors';
import { PasswordsService } from './passwords.service';
import { SessionsStore } from './sessions.store';
import { StaffStore } from './staff.store';

/** Changing one's own password. */
@Injectable()
export class OwnPasswordService {
  constructor(
    private readonly changes: AccessChanges,
    private readonly credentials: CredentialsService,
    private readonly passwords: PasswordsService,
    private readonly staff: StaffStore,
    private readonly sessions: SessionsStore,
    private readonly audit: Audit,
  ) {}

  /**
   * Replaces the password and ends all other sessions of the account. The current password is guarded like a sign-in, or a
   * borrowed session could guess it.
   *
   * @throws DomainError `auth.wrong-password`, `auth.locked`, `auth.busy`, `staff.weak-password`
   */
  async change(actor: StaffActor, current: Omit<Credentials, 'email'>, newPassword: string): Promise<void> {
    const email = (await this.staff.find(this.changes.em, actor.id))?.email;
    const account = email ? await this.credentials.verify({ ...current, email }) : null;
    if (!account) throw wrongPassword();
    const hash = await this.passwords.accept(newPassword, account.email, '/newPassword');
    await this.changes.transaction(async (em, now) => {
      const locked = await this.staff.lock(em, actor.id);
      // Somebody else replaced it meanwhile: what was proven is no longer true.
      if (locked?.password_hash !== account.password_hash) throw wrongPassword();
      await this.staff.setPassword(em, actor.id, { hash, mustChange: false }, now);
      const ended = await this.sessions.endAll(em, actor.id, 'password', now, actor.sessionId);
      await this.audit.record(em, {
        actor,
        action: 'staff.password-change',
        subject: 'staff',
        subjectId: actor.id,
        after: { endedSessions: ended },
      });
    });
  }
}
