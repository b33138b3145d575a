import {
  BooleanField,
  ChoiceField,
  IdField,
  InstantField,
  ObjectField,
  TextField,
  TextListField,
} from '@siyu/platform';
import { MAX_EMAIL_LENGTH } from './domain/emails';
import { MAX_PASSWORD_LENGTH } from './domain/passwords';
import { permissionsOf, ROLES, type Role } from './domain/roles';
import type { StaffRow } from './staff.entities';

/** A password as it is typed: no white space is cut off. */
export const PasswordField = () => TextField({ max: MAX_PASSWORD_LENGTH, keepSpace: true, format: 'password' });

export class SignInRequest {
  @TextField({ max: MAX_EMAIL_LENGTH, example: 'admin@localhost' })
  email: string;

  @PasswordField()
  password: string;
}

export class RefreshRequest {
  @TextField({ max: 200, optional: true, description: 'Left out by browsers, which send it as a cookie.' })
  refreshToken?: string;
}

export class PasswordChangeRequest {
  @PasswordField()
  currentPassword: string;

  @PasswordField()
  newPassword: string;
}

/** The person behind the session. */
export class SignedInStaff {
  @IdField()
  id: string;

  @TextField({ max: MAX_EMAIL_LENGTH })
  email: string;

  @TextField({ max: 100 })
  displayName: string;

  @ChoiceField(ROLES)
  role: Role;

  @TextListField({ max: 1000, maxLength: 100 })
  permissions: string[];

  @BooleanField({ description: 'Until the password is changed, every route that needs a permission is refused.' })
  mustChangePassword: boolean;
}

export class SignedIn {
  @TextField({ max: 2000, description: 'Bearer token of the following calls.' })
  accessToken: string;

  @TextField({ max: 200, description: 'Good for one refresh; the answer to it brings the next.' })
  refreshToken: string;

  @InstantField({ description: 'When the access token expires.' })
  expiresAt: string;

  @ObjectField(() => SignedInStaff)
  staff: SignedInStaff;
}

export function signedInStaff(staff: StaffRow): SignedInStaff {
  return {
    id: staff.staff_id,
    email: staff.email,
    displayName: staff.display_name,
    role: staff.role as Role,
    permissions: permissionsOf(staff.role),
    mustChangePassword: staff.must_change_password,
  };
}
