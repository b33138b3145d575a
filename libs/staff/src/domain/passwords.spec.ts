import { describe, expect, it } from '@jest/globals';
import { commonPasswords } from './common-passwords';
import { MIN_PASSWORD_LENGTH, normalisePassword, passwordFault } from './passwords';

const email = 'wang.fang@example.com';

describe('a password', () => {
  it.each(['correct horse', '一只猫跳过了那堵高高的墙', 'vJ7mQp2xKd', '   spaces are fine   '])(
    'may be %j',
    (password) => {
      expect(passwordFault(password, email)).toBeNull();
    },
  );

  it.each([
    ['ninechars', 'must have at least 10 characters'],
    ['👍👍👍👍👍', 'must have at least 10 characters'],
    ['x'.repeat(201), 'must have at most 200 characters'],
    ['Wang.Fang@Example.com', 'must not be the e-mail'],
    ['Password123', 'is one of those that are tried first; choose another'],
    ['5201314520', 'is one of those that are tried first; choose another'],
    ['aaaaaaaaaaaa', 'is one of those that are tried first; choose another'],
    ['ababababab', 'is one of those that are tried first; choose another'],
  ])('may not be %j', (password, fault) => {
    expect(passwordFault(password, email)).toBe(fault);
  });

  it('may not be the name before the @ either', () => {
    expect(passwordFault('administrator-of-siyu', 'administrator-of-siyu@localhost')).toBe('must not be the e-mail');
  });

  it('is the same typed in full-width and in half-width letters', () => {
    expect(normalisePassword('ｐａｓｓ１２３４')).toBe('pass1234');
    expect(passwordFault('Ｐassword１２３', email)).not.toBeNull();
  });

  it('is looked up in a list that holds nothing which its length refuses already', () => {
    expect(commonPasswords.size).toBeGreaterThan(150);
    const idle = [...commonPasswords].filter((one) => one.length < MIN_PASSWORD_LENGTH || one !== one.toLowerCase());
    expect(idle).toEqual([]);
  });
});
