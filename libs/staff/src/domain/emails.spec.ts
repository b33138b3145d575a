import { describe, expect, it } from '@jest/globals';
import { isEmail, normaliseEmail } from './emails';

describe('the name to sign in with', () => {
  it('is compared without regard to case and surrounding white space', () => {
    expect(normaliseEmail(' Li@Shop.CN ')).toBe('li@shop.cn');
  });

  it.each(['admin@localhost', 'li+1@shop.cn', '王芳@公司.cn'])('may be %s', (email) => {
    expect(isEmail(email)).toBe(true);
  });

  it.each(['', 'admin', '@localhost', 'admin@', 'a@b@c', 'a b@c', `${'a'.repeat(250)}@b.cn`])(
    'may not be %j',
    (email) => {
      expect(isEmail(email)).toBe(false);
    },
  );
});
