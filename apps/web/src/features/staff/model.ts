import type { components } from '@siyu/api-client';

export type Staff = components['schemas']['Staff'];
export type RoleCode = Staff['role'];

export const staffPermissions = { read: 'staff.read', manage: 'staff.manage' } as const;

export const ROLES = [
  'administrator',
  'community-operator',
  'membership-operator',
  'service-staff',
  'analyst',
] as const satisfies readonly RoleCode[];

export const STATUSES = ['active', 'disabled'] as const;

/** What an account can do now: disabled weighs more than locked, and a lock that has run out is none. */
export type StaffState = 'active' | 'locked' | 'disabled';

export function stateOf({ status, lockedUntil }: Pick<Staff, 'status' | 'lockedUntil'>, now: Date): StaffState {
  if (status === 'disabled') return 'disabled';
  return lockedUntil && new Date(lockedUntil) > now ? 'locked' : 'active';
}

export interface PermissionRow {
  code: string;
  /** Roles that hold it, in the order of the columns. */
  heldBy: boolean[];
}
export interface PermissionGroup {
  /** What stands before the dot: 'customers' of 'customers.read'. */
  area: string;
  rows: PermissionRow[];
}

/** The roles × permissions table: every permission that any role holds, by area, in the order they first occur. */
export function permissionTable(roles: readonly { code: string; permissions: readonly string[] }[]): PermissionGroup[] {
  const codes = [...new Set(roles.flatMap(({ permissions }) => permissions))];
  const areas = [...new Set(codes.map(areaOf))];
  return areas.map((area) => ({
    area,
    rows: codes
      .filter((code) => areaOf(code) === area)
      .map((code) => ({ code, heldBy: roles.map(({ permissions }) => permissions.includes(code)) })),
  }));
}

function areaOf(code: string): string {
  return code.split('.')[0] ?? code;
}

export interface StaffDraft {
  email: string;
  displayName: string;
  role: RoleCode | '';
}

/** Field -> message key of what is missing; the server checks the rest. */
export function checkDraft(draft: StaffDraft): Partial<Record<keyof StaffDraft, string>> {
  if (!draft.displayName.trim()) return { displayName: 'nameMissing' };
  if (!draft.email.trim()) return { email: 'emailMissing' };
  return draft.role ? {} : { role: 'roleMissing' };
}
