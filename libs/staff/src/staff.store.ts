import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { affected, row, rows } from '@siyu/platform';
import type { Account } from './domain/accounts';
import type { StaffRow } from './staff.entities';

/** Any number that no other program would use for the same purpose. */
const FIRST_ADMINISTRATOR_LOCK = 7_365_112;

export interface NewStaff {
  staffId: string;
  email: string;
  displayName: string;
  role: string;
  passwordHash: string;
  mustChangePassword: boolean;
}

/** Every write and locked read of `staff`. */
@Injectable()
export class StaffStore {
  async insert(em: EntityManager, staff: NewStaff, now: Date): Promise<void> {
    await affected(
      em,
      `insert into staff (staff_id, email, display_name, role, status, password_hash, must_change_password, created_at, updated_at)
       values ($1, $2, $3, $4, 'active', $5, $6, $7, $7)`,
      [staff.staffId, staff.email, staff.displayName, staff.role, staff.passwordHash, staff.mustChangePassword, now],
    );
  }

  /** Whether there is nobody yet. Until the transaction ends, nobody else gets an answer to this question. */
  async lockIfEmpty(em: EntityManager): Promise<boolean> {
    await rows(em, 'select pg_advisory_xact_lock($1)', [FIRST_ADMINISTRATOR_LOCK]);
    return (await row(em, 'select from staff limit 1')) === null;
  }

  async findByEmail(em: EntityManager, email: string): Promise<StaffRow | null> {
    return row<StaffRow>(em, 'select * from staff where email = $1', [email]);
  }

  async find(em: EntityManager, staffId: string): Promise<StaffRow | null> {
    return row<StaffRow>(em, 'select * from staff where staff_id = $1', [staffId]);
  }

  async lock(em: EntityManager, staffId: string): Promise<StaffRow | null> {
    return row<StaffRow>(em, 'select * from staff where staff_id = $1 for no key update', [staffId]);
  }

  /**
   * Ids of the active administrators, all locked: of two changes that would each take one away, the second sees what the
   * first has left.
   */
  async lockAdministrators(em: EntityManager): Promise<string[]> {
    const found = await rows<{ staff_id: string }>(
      em,
      `select staff_id from staff where role = 'administrator' and status = 'active' order by staff_id for no key update`,
    );
    return found.map((administrator) => administrator.staff_id);
  }

  async update(em: EntityManager, account: Account, now: Date): Promise<void> {
    await affected(
      em,
      'update staff set display_name = $2, role = $3, status = $4, updated_at = $5 where staff_id = $1',
      [account.staffId, account.displayName, account.role, account.status, now],
    );
  }

  async setPassword(
    em: EntityManager,
    staffId: string,
    password: { hash: string; mustChange: boolean },
    now: Date,
  ): Promise<void> {
    await affected(
      em,
      'update staff set password_hash = $2, must_change_password = $3, updated_at = $4 where staff_id = $1',
      [staffId, password.hash, password.mustChange, now],
    );
  }

  /** @returns false when the account was disabled, or its password replaced, since it was read */
  async noteSignIn(em: EntityManager, staffId: string, passwordHash: string, now: Date): Promise<boolean> {
    const noted = await affected(
      em,
      `update staff set last_sign_in_at = $3 where staff_id = $1 and password_hash = $2 and status = 'active'`,
      [staffId, passwordHash, now],
    );
    return noted > 0;
  }
}
