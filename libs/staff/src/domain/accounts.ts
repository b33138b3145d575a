import type { Role } from './roles';
import { lastAdministrator, ownAccount } from './errors';

/**
 * Who may change which account. Nobody changes their own role or status, and the last active administrator stays one, or
 * nobody could ever manage accounts again. Example: of two administrators who demote each other at the same moment, the
 * second is refused.
 */
export interface Account {
  staffId: string;
  displayName: string;
  role: string;
  status: AccountStatus;
}

export const ACCOUNT_STATUSES = ['active', 'disabled'] as const;
export type AccountStatus = (typeof ACCOUNT_STATUSES)[number];

export interface AccountChange {
  displayName?: string;
  role?: Role;
  status?: AccountStatus;
}

/**
 * The account after the change, or null when it changes nothing.
 *
 * @param administrators ids of all active administrators
 * @throws DomainError `staff.own-account`, `staff.last-administrator`
 */
export function decideChange(
  account: Account,
  change: AccountChange,
  by: { staffId: string; administrators: readonly string[] },
): Account | null {
  const after: Account = {
    ...account,
    displayName: change.displayName ?? account.displayName,
    role: change.role ?? account.role,
    status: change.status ?? account.status,
  };
  const powers = after.role !== account.role || after.status !== account.status;
  if (!powers && after.displayName === account.displayName) return null;
  if (powers && by.staffId === account.staffId) throw ownAccount();
  const staysAdministrator = after.role === 'administrator' && after.status === 'active';
  const others = by.administrators.filter((id) => id !== account.staffId);
  if (by.administrators.includes(account.staffId) && !staysAdministrator && others.length === 0)
    throw lastAdministrator();
  return after;
}
