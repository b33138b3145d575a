/** Permission codes of this lib. */
export const staffPermissions = { read: 'staff.read', manage: 'staff.manage' } as const;

export const auditPermissions = { read: 'audit.read' } as const;
