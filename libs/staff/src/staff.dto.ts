import {
  ChoiceField,
  IdField,
  InstantField,
  ListField,
  ObjectField,
  PageQuery,
  TextField,
  TextListField,
} from '@siyu/platform';
import { ACCOUNT_STATUSES, type AccountStatus } from './domain/accounts';
import { MAX_EMAIL_LENGTH } from './domain/emails';
import { MAX_PASSWORD_LENGTH } from './domain/passwords';
import { ROLES, type Role } from './domain/roles';

const MAX_NAME_LENGTH = 100;

export class StaffPath {
  @IdField()
  id: string;
}

export class StaffQuery extends PageQuery {
  @TextField({ max: 100, optional: true, description: 'Part of the name or e-mail.' })
  q?: string;
}

export class StaffCreation {
  @TextField({ max: MAX_EMAIL_LENGTH })
  email: string;

  @TextField({ max: MAX_NAME_LENGTH })
  displayName: string;

  @ChoiceField(ROLES)
  role: Role;

  @TextField({
    max: MAX_PASSWORD_LENGTH,
    optional: true,
    keepSpace: true,
    format: 'password',
    description: 'Without one, the system makes one up that has to be changed after the first sign-in.',
  })
  password?: string;
}

export class StaffUpdate {
  @TextField({ min: 1, max: MAX_NAME_LENGTH, optional: true })
  displayName?: string;

  @ChoiceField(ROLES, { optional: true })
  role?: Role;

  @ChoiceField(ACCOUNT_STATUSES, { optional: true })
  status?: AccountStatus;
}

/** What a colleague is called, and nothing else. */
export class StaffName {
  @IdField()
  id: string;

  @TextField({ max: MAX_NAME_LENGTH })
  displayName: string;
}

export class StaffNames {
  @ListField(() => StaffName, {
    max: 1000,
    description: 'Newest first, disabled accounts too: their acts stay theirs.',
  })
  items: StaffName[];
}

/** An account that can sign in to the console. */
export class Staff {
  @IdField()
  id: string;

  @TextField({ max: MAX_EMAIL_LENGTH })
  email: string;

  @TextField({ max: MAX_NAME_LENGTH })
  displayName: string;

  @ChoiceField(ROLES)
  role: Role;

  @ChoiceField(ACCOUNT_STATUSES)
  status: AccountStatus;

  @InstantField({ nullable: true, description: 'Failed attempts keep the account closed until then.' })
  lockedUntil: string | null;

  @InstantField({ nullable: true })
  lastSignInAt: string | null;

  @InstantField()
  createdAt: string;
}

export class StaffPage {
  @ListField(() => Staff, { max: 200 })
  items: Staff[];

  @TextField({ max: 500, nullable: true })
  nextCursor: string | null;
}

export class CreatedStaff {
  @ObjectField(() => Staff)
  staff: Staff;

  @TextField({
    max: MAX_PASSWORD_LENGTH,
    optional: true,
    description: 'The password that was made up; shown only this once.',
  })
  initialPassword?: string;
}

export class InitialPassword {
  @TextField({ max: MAX_PASSWORD_LENGTH, description: 'Shown only this once.' })
  initialPassword: string;
}

export class RoleEntry {
  @ChoiceField(ROLES)
  code: Role;

  @TextListField({ max: 1000, maxLength: 100 })
  permissions: string[];
}

export class RoleList {
  @ListField(() => RoleEntry, { max: 100 })
  items: RoleEntry[];
}
