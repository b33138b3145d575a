import { DomainError } from '@siyu/kernel';

export const phoneInvalid = () =>
  new DomainError('member-auth.phone-invalid', 'invalid', 'This can be no phone number.', {
    errors: [{ pointer: '/phone', message: 'must be a possible phone number' }],
  });

export const codesUnavailable = () =>
  new DomainError('member-auth.codes-unavailable', 'refused', 'No way to send codes is set up (MEMBER_CODE_SENDER).');

export const tooManyCodes = (retryAfterSeconds: number) =>
  new DomainError('member-auth.too-many-codes', 'too-many', 'Wait before asking for the next code.', {
    extra: { retryAfterSeconds },
  });

export const codeNotSent = () =>
  new DomainError('member-auth.code-not-sent', 'unavailable', 'The code could not be sent; try again in a moment.');

export const codeWrong = (triesLeft: number) =>
  new DomainError('member-auth.code-wrong', 'unauthenticated', 'The code is wrong.', { extra: { triesLeft } });

/** Never asked for, too old, used, or tried too often: told apart, it would help those who guess. */
export const codeExpired = () =>
  new DomainError('member-auth.code-expired', 'unauthenticated', 'The code is good for nothing; ask for a new one.');

export const refreshInvalid = () =>
  new DomainError(
    'member-auth.refresh-invalid',
    'unauthenticated',
    'The refresh token is missing, not valid or too old; sign in.',
  );

export const refreshReused = () =>
  new DomainError(
    'member-auth.refresh-reused',
    'unauthenticated',
    'The refresh token was used before; the session was ended.',
  );

export const wechatNotSetUp = () =>
  new DomainError(
    'member-auth.wechat-not-set-up',
    'refused',
    'No mini program is set up (WECHAT_MINI_APP_ID, WECHAT_MINI_APP_SECRET).',
  );

export const wechatCodeInvalid = () =>
  new DomainError(
    'member-auth.wechat-code-invalid',
    'unauthenticated',
    'WeChat does not know the code: it is wrong, used or older than five minutes.',
  );

export const wechatTooMany = () =>
  new DomainError('member-auth.wechat-too-many', 'too-many', 'This WeChat user signs in too often.', {
    extra: { retryAfterSeconds: 60 },
  });

export const wechatRefused = () =>
  new DomainError(
    'member-auth.wechat-refused',
    'forbidden',
    'WeChat takes this user for a risk and refuses the sign-in.',
  );

export const wechatUnavailable = (cause?: unknown) =>
  new DomainError('member-auth.wechat-unavailable', 'unavailable', 'WeChat does not answer as it should; try again.', {
    cause,
  });
