/** The rules a new password is checked by before it is sent; the server checks them again. */
export const MIN_PASSWORD_LENGTH = 10;

export interface NewPassword {
  currentPassword: string;
  newPassword: string;
  repeated: string;
}

/** Field -> message key of what is wrong with it. */
export function checkNewPassword(form: NewPassword): Partial<Record<keyof NewPassword, string>> {
  if (!form.currentPassword) return { currentPassword: 'passwordMissing' };
  if ([...form.newPassword].length < MIN_PASSWORD_LENGTH) return { newPassword: 'passwordTooShort' };
  if (form.newPassword === form.currentPassword) return { newPassword: 'passwordSame' };
  if (form.newPassword !== form.repeated) return { repeated: 'passwordMismatch' };
  return {};
}
