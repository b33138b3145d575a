export { GRANTABLE, PROGRAMS_ONLY } from './domain/api-keys';
export { permissionsOf, rolePermissions, ROLES, type Role } from './domain/roles';
export type { FirstAdministrator } from './first-administrator.service';
export { StaffService } from './staff.service';
export { sweepSignIns } from './staff.jobs';
export { StaffModule } from './staff.module';
export { auditPermissions, staffPermissions } from './staff.permissions';
export { prepareSignIn } from './start-up';
