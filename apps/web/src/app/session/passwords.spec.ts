import { describe, expect, it } from '@jest/globals';
import { checkNewPassword } from './passwords';

describe('a new password', () => {
  const good = { currentPassword: 'old secret words', newPassword: 'new secret words', repeated: 'new secret words' };

  it('passes when it is long enough, new, and typed the same twice', () => {
    expect(checkNewPassword(good)).toEqual({});
  });

  it.each([
    ['the current one is missing', { currentPassword: '' }, { currentPassword: 'passwordMissing' }],
    ['it is too short', { newPassword: 'short', repeated: 'short' }, { newPassword: 'passwordTooShort' }],
    ['it is the current one', { newPassword: good.currentPassword }, { newPassword: 'passwordSame' }],
    ['the two differ', { repeated: 'new secret worts' }, { repeated: 'passwordMismatch' }],
  ])('is sent back when %s', (_why, change, wrong) => {
    expect(checkNewPassword({ ...good, ...change })).toEqual(wrong);
  });

  it('counts letters, not bytes: five Chinese letters and emoji are five', () => {
    expect(checkNewPassword({ ...good, newPassword: '大海星辰🌊', repeated: '大海星辰🌊' })).toEqual({
      newPassword: 'passwordTooShort',
    });
  });
});
