import { describe, expect, it } from '@jest/globals';
import { passwordFault } from './domain/passwords';
import { PasswordsService } from './passwords.service';

describe('keeping passwords', () => {
  const passwords = new PasswordsService();

  it('uses Argon2id with 19 MiB and two passes, and a salt of its own each time', async () => {
    const [one, other] = await Promise.all([passwords.hash('the same words'), passwords.hash('the same words')]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(other);
    expect(await passwords.matches('the same words', one)).toBe(true);
    expect(await passwords.matches('the same word', one)).toBe(false);
  });

  it('knows a password by its letters, however a keyboard composes them', async () => {
    expect(await passwords.matches('café au lait', await passwords.hash('cafe\u0301 au lait'))).toBe(true);
  });

  it('never matches where there is no account', async () => {
    expect(await passwords.matches('', null)).toBe(false);
  });

  it('makes up passwords that pass its own policy and that nobody has to spell out twice', () => {
    const made = Array.from({ length: 500 }, () => passwords.makeUp());
    expect(new Set(made).size).toBe(500);
    expect(made.filter((one) => passwordFault(one, 'a@b') !== null || /[0OIl1]/.test(one))).toEqual([]);
  });

  it('takes none that the policy refuses, and says in which field it was', async () => {
    await expect(passwords.accept('password123', 'a@b', '/newPassword')).rejects.toMatchObject({
      code: 'staff.weak-password',
      errors: [{ pointer: '/newPassword' }],
    });
  });
});
