import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { newId } from '@siyu/kernel';
import { type ActorRef, Audit, type Operator, violates } from '@siyu/platform';
import { AccessChanges } from './access-changes';
import { type Account, type AccountChange, decideChange } from './domain/accounts';
import { isEmail, normaliseEmail } from './domain/emails';
import { badEmail, emailTaken, noSuchStaff } from './domain/errors';
import type { Role } from './domain/roles';
import { PasswordsService } from './passwords.service';
import { SessionsStore } from './sessions.store';
import type { StaffRow } from './staff.entities';
import { StaffStore } from './staff.store';
import { accountKey, ThrottlesStore } from './throttles.store';

export interface StaffDetails {
  email: string;
  displayName: string;
  role: Role;
  /** Made up when left out. */
  password?: string;
}

/** Managing the accounts of others. */
@Injectable()
export class StaffService {
  constructor(
    private readonly changes: AccessChanges,
    private readonly staff: StaffStore,
    private readonly sessions: SessionsStore,
    private readonly throttles: ThrottlesStore,
    private readonly passwords: PasswordsService,
    private readonly audit: Audit,
  ) {}

  /**
   * Makes an account.
   *
   * @returns its id, and the password when it was made up
   * @throws DomainError `staff.bad-email`, `staff.email-taken`, `staff.weak-password`
   */
  async create(actor: Operator, details: StaffDetails): Promise<{ staffId: string; initialPassword?: string }> {
    const email = normaliseEmail(details.email);
    if (!isEmail(email)) throw badEmail();
    const initialPassword = details.password === undefined ? this.passwords.makeUp() : undefined;
    const passwordHash = await this.passwords.accept(initialPassword ?? details.password!, email, '/password');
    const { displayName, role } = details;
    const staffId = newId();
    const mustChangePassword = initialPassword !== undefined;
    await this.changes.transaction(async (em, now) => {
      await this.staff
        .insert(em, { staffId, email, displayName, role, passwordHash, mustChangePassword }, now)
        .catch((error: unknown) => {
          throw violates(error, 'staff_email_unique') ? emailTaken() : error;
        });
      await this.record(em, actor, 'staff.create', staffId, { after: { email, displayName, role, status: 'active' } });
    });
    return { staffId, ...(initialPassword ? { initialPassword } : {}) };
  }

  /**
   * Changes name, role or status; a disabled account is signed out everywhere.
   *
   * @throws DomainError `staff.not-found`, `staff.own-account`, `staff.last-administrator`
   */
  async update(actor: Operator, staffId: string, change: AccountChange): Promise<void> {
    await this.changes.transaction(async (em, now) => {
      const administrators = await this.staff.lockAdministrators(em);
      const before = accountOf(await this.locked(em, staffId));
      const after = decideChange(before, change, { staffId: actor.id, administrators });
      if (!after) return;
      await this.staff.update(em, after, now);
      if (after.status === 'disabled') await this.sessions.endAll(em, staffId, 'disabled', now);
      await this.record(em, actor, 'staff.update', staffId, { before: shown(before), after: shown(after) });
    });
  }

  /**
   * Gives an account a made-up password, opens it if failed attempts had closed it, and ends its sessions.
   *
   * @throws DomainError `staff.not-found`
   */
  async resetPassword(actor: ActorRef | null, staffId: string): Promise<string> {
    const initialPassword = this.passwords.makeUp();
    const hash = await this.passwords.hash(initialPassword);
    await this.changes.transaction(async (em, now) => {
      const { email } = await this.locked(em, staffId);
      await this.staff.setPassword(em, staffId, { hash, mustChange: true }, now);
      await this.throttles.forget(em, accountKey(email));
      const ended = await this.sessions.endAll(em, staffId, 'password', now);
      await this.record(em, actor, 'staff.password-reset', staffId, { after: { endedSessions: ended } });
    });
    return initialPassword;
  }

  /**
   * {@link resetPassword} by whoever runs the machine, for the account with this e-mail.
   *
   * @throws DomainError `staff.not-found`
   */
  async resetPasswordOf(email: string): Promise<string> {
    const staff = await this.staff.findByEmail(this.changes.em, normaliseEmail(email));
    if (!staff) throw noSuchStaff();
    return this.resetPassword(null, staff.staff_id);
  }

  /**
   * Opens an account that failed attempts had closed.
   *
   * @throws DomainError `staff.not-found`
   */
  async unlock(actor: Operator, staffId: string): Promise<void> {
    await this.changes.transaction(async (em) => {
      const { email } = await this.locked(em, staffId);
      if (await this.throttles.forget(em, accountKey(email))) await this.record(em, actor, 'staff.unlock', staffId, {});
    });
  }

  private async locked(em: EntityManager, staffId: string): Promise<StaffRow> {
    const found = await this.staff.lock(em, staffId);
    if (!found) throw noSuchStaff();
    return found;
  }

  private record(
    em: EntityManager,
    actor: ActorRef | null,
    action: string,
    staffId: string,
    states: { before?: unknown; after?: unknown },
  ): Promise<void> {
    return this.audit.record(em, { actor, action, subject: 'staff', subjectId: staffId, ...states });
  }
}

function accountOf(staff: StaffRow): Account {
  return { staffId: staff.staff_id, displayName: staff.display_name, role: staff.role, status: staff.status };
}

function shown({ displayName, role, status }: Account): Omit<Account, 'staffId'> {
  return { displayName, role, status };
}
