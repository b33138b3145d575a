import { DomainError } from '@siyu/kernel';

/*
 * Everything that this lib refuses, in one list. Why a sign-in fails is never told apart: unknown e-mail, wrong password and
 * disabled account are one answer, or the sign-in page would tell who works here.
 */

export const invalidCredentials = () =>
  new DomainError('auth.invalid-credentials', 'unauthenticated', 'The e-mail or the password is wrong.');

export const locked = (retryAfterSeconds: number) =>
  new DomainError('auth.locked', 'too-many', 'Too many failed attempts; wait before the next one.', {
    extra: { retryAfterSeconds },
  });

export const busy = () =>
  new DomainError(
    'auth.busy',
    'unavailable',
    'Too many people are signing in at this moment; try again in a few seconds.',
  );

export const unauthenticated = () =>
  new DomainError('auth.unauthenticated', 'unauthenticated', 'The session is over or the token is not valid; sign in.');

export const refreshInvalid = () =>
  new DomainError(
    'auth.refresh-invalid',
    'unauthenticated',
    'The refresh token is missing, not valid or too old; sign in.',
  );

export const refreshReused = () =>
  new DomainError(
    'auth.refresh-reused',
    'unauthenticated',
    'The refresh token was used before; the session was ended.',
  );

export const wrongPassword = () =>
  new DomainError('auth.wrong-password', 'refused', 'The current password is wrong.', {
    errors: [{ pointer: '/currentPassword', message: 'is wrong' }],
  });

export const weakPassword = (fault: string, pointer: string) =>
  new DomainError('staff.weak-password', 'invalid', `The password ${fault}.`, {
    errors: [{ pointer, message: fault }],
  });

export const badEmail = () =>
  new DomainError('staff.bad-email', 'invalid', 'The e-mail is not an address.', {
    errors: [{ pointer: '/email', message: 'must be an e-mail address' }],
  });

export const emailTaken = () =>
  new DomainError('staff.email-taken', 'conflict', 'There is an account with this e-mail.', {
    errors: [{ pointer: '/email', message: 'has an account already' }],
  });

export const noSuchStaff = () => new DomainError('staff.not-found', 'not-found', 'There is no such account.');

export const ownAccount = () =>
  new DomainError('staff.own-account', 'refused', 'Another administrator must change your role or status.');

export const lastAdministrator = () =>
  new DomainError(
    'staff.last-administrator',
    'refused',
    'This is the last active administrator; make another one first.',
  );

export const noSuchApiKey = () => new DomainError('api-keys.not-found', 'not-found', 'There is no such API key.');

export const apiKeyPermissions = (fault: string) =>
  new DomainError('api-keys.bad-permissions', 'invalid', `What the key may do is not clear: ${fault}.`, {
    errors: [{ pointer: '/permissions', message: fault }],
  });

export const apiKeyExpired = () =>
  new DomainError('api-keys.expired', 'invalid', 'The key would have expired before it was made.', {
    errors: [{ pointer: '/expiresAt', message: 'must lie ahead' }],
  });
