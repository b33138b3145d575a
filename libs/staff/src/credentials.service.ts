import { Injectable } from '@nestjs/common';
import { Audit, Database } from '@siyu/platform';
import { AttemptsService } from './attempts.service';
import { normaliseEmail } from './domain/emails';
import { PasswordsService } from './passwords.service';
import type { StaffRow } from './staff.entities';
import { StaffStore } from './staff.store';

export interface Credentials {
  email: string;
  password: string;
  /** Network address that they came from. */
  from: string;
}

/** Whether somebody is who they say they are. */
@Injectable()
export class CredentialsService {
  constructor(
    private readonly database: Database,
    private readonly attempts: AttemptsService,
    private readonly passwords: PasswordsService,
    private readonly staff: StaffStore,
    private readonly audit: Audit,
  ) {}

  /**
   * The active account with this e-mail and password; null when there is none, after the same time for whatever reason.
   *
   * @throws DomainError `auth.locked` after too many failures, `auth.busy`
   */
  async verify({ email, password, from }: Credentials): Promise<StaffRow | null> {
    const name = normaliseEmail(email);
    const attempt = await this.attempts.attempt(name, from, async () => {
      const account = await this.staff.findByEmail(this.database.em, name);
      const matched = await this.passwords.matches(password, account?.password_hash ?? null);
      return matched && account?.status === 'active' ? account : null;
    });
    if (attempt.closed) await this.noteClosure(name);
    return attempt.result;
  }

  private async noteClosure(email: string): Promise<void> {
    const account = await this.staff.findByEmail(this.database.em, email);
    if (!account) return;
    const entry = { actor: null, action: 'auth.locked', subject: 'staff', subjectId: account.staff_id };
    await this.audit.record(this.database.em, entry);
  }
}
