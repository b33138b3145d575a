import { Inject, Injectable } from '@nestjs/common';
import { type Clock, DomainError, newId } from '@siyu/kernel';
import { Audit, CLOCK, CONFIG, type Config, Database } from '@siyu/platform';
import { isEmail, normaliseEmail } from './domain/emails';
import { passwordFault } from './domain/passwords';
import { PasswordsService } from './passwords.service';
import { StaffStore } from './staff.store';

export interface FirstAdministrator {
  email: string;
  /** Only when it was made up, for then nobody knows it yet. */
  password?: string;
}

/** There is no default password: whoever starts an empty house names one or is told a random one, once. */
@Injectable()
export class FirstAdministratorService {
  constructor(
    private readonly database: Database,
    private readonly staff: StaffStore,
    private readonly passwords: PasswordsService,
    private readonly audit: Audit,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Makes the first administrator if there is no account at all. Of several processes that start at once, one does.
   *
   * @param announce told who it is before the account becomes real, so that no password is lost with a crash in between
   * @throws DomainError `config.invalid` when ADMIN_EMAIL or ADMIN_PASSWORD can't be used
   */
  async ensure(announce: (administrator: FirstAdministrator) => void): Promise<void> {
    const email = normaliseEmail(this.config.adminEmail);
    const password = this.config.adminPassword ?? this.passwords.makeUp();
    await this.database.transaction(async (em) => {
      if (!(await this.staff.lockIfEmpty(em))) return;
      this.check(email, password);
      const staffId = newId();
      const account = { staffId, email, displayName: email.split('@')[0]!, role: 'administrator' };
      const passwordHash = await this.passwords.hash(password);
      await this.staff.insert(em, { ...account, passwordHash, mustChangePassword: false }, this.clock.now());
      const { displayName, role } = account;
      const after = { email, displayName, role, status: 'active' };
      await this.audit.record(em, { actor: null, action: 'staff.create', subject: 'staff', subjectId: staffId, after });
      announce(this.config.adminPassword ? { email } : { email, password });
    });
  }

  private check(email: string, password: string): void {
    const fault = isEmail(email) ? passwordFault(password, email) : null;
    if (isEmail(email) && !fault) return;
    const [name, rule] = fault ? ['ADMIN_PASSWORD', fault] : ['ADMIN_EMAIL', 'must be an e-mail address'];
    throw new DomainError('config.invalid', 'invalid', `The environment variable ${name} ${rule}.`);
  }
}
