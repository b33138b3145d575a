/**
 * What each role may do. A role is a fixed set of permission codes; a route asks for one code. Example: service staff hold
 * `customers.reveal` because they call the customer back, the analyst does not because figures need no phone number.
 *
 * The codes belong to the libs that use them; a guard test of the api checks that each is used by a route and that no route
 * asks for one that nobody holds.
 */
export const rolePermissions = {
  /** Accounts, settings, audit: everything. */
  administrator: [
    'staff.read',
    'staff.manage',
    'audit.read',
    'customers.read',
    'customers.write',
    'customers.reveal',
    'orders.read',
    'orders.write',
    'imports.read',
    'imports.run',
    'rfm.read',
    'rfm.manage',
    'points.read',
    'points.write',
    'points.adjust',
    'points.approve',
    'points.manage',
    'points.rewards',
    'points.fulfil',
    'tiers.read',
    'tiers.manage',
    'tiers.write',
    'tiers.lock',
    'tiers.approve',
  ],
  /** 社群运营: picks and addresses customers, never needs their raw phone number to do so. */
  'community-operator': ['customers.read', 'customers.write', 'orders.read', 'rfm.read', 'points.read', 'tiers.read'],
  /** 会员运营: sets the rules, brings data in. */
  'membership-operator': [
    'customers.read',
    'customers.write',
    'customers.reveal',
    'orders.read',
    'orders.write',
    'imports.read',
    'imports.run',
    'rfm.read',
    'rfm.manage',
    'points.read',
    'points.write',
    'points.adjust',
    'points.approve',
    'points.manage',
    'points.rewards',
    'points.fulfil',
    'tiers.read',
    'tiers.manage',
    'tiers.write',
    'tiers.lock',
    'tiers.approve',
  ],
  /** 客服: one customer at a time, with everything there is to know about them. */
  'service-staff': [
    'customers.read',
    'customers.write',
    'customers.reveal',
    'orders.read',
    'rfm.read',
    'points.read',
    'points.write',
    'points.adjust',
    'points.fulfil',
    'tiers.read',
    'tiers.write',
    'tiers.lock',
  ],
  /** Reads figures, changes nothing, sees personal data masked. */
  analyst: ['customers.read', 'orders.read', 'imports.read', 'rfm.read', 'points.read', 'tiers.read'],
} as const satisfies Record<string, readonly string[]>;

export type Role = keyof typeof rolePermissions;

export const ROLES = Object.keys(rolePermissions) as Role[];

/** Permission codes of a role; none for a role that the table does not know. */
export function permissionsOf(role: string): string[] {
  return Object.hasOwn(rolePermissions, role) ? [...rolePermissions[role as Role]] : [];
}
