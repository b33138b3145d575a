import { describe, expect, it } from '@jest/globals';
import { DomainError } from '@siyu/kernel';
import { IDENTITY_TYPES, normaliseIdentities, normaliseIdentity, rankOf } from './identities';

const faultOf = (work: () => unknown): DomainError => {
  try {
    work();
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
};

describe('the one spelling of an identity', () => {
  it.each([
    ['13800138000', '+8613800138000'],
    [' 138-0013 8000 ', '+8613800138000'],
    ['+86 138 0013 8000', '+8613800138000'],
    ['008613800138000', '+8613800138000'],
    ['１３８００１３８０００', '+8613800138000'],
    ['021-5888 8888', '+862158888888'],
    ['+44 20 7946 0958', '+442079460958'],
  ])('writes the phone number %s in E.164', (typed, kept) => {
    expect(normaliseIdentity({ type: 'phone', value: typed })).toEqual({ type: 'phone', value: kept });
  });

  it.each([
    '12345',
    '138001380001234567',
    'call me',
    'call 13800138000',
    '13800138000 / 13900139000',
    '138****8000',
    '+999 12345678',
    '021-58888888 ext 12',
    '10086',
  ])('refuses the phone number %s, which leads to no single person', (typed) => {
    const error = faultOf(() => normaliseIdentity({ type: 'phone', value: typed }));
    expect(error).toMatchObject({ code: 'customers.identity-invalid', kind: 'invalid', extra: { type: 'phone' } });
    expect(error.errors).toEqual([{ pointer: '/value', message: 'must be a possible phone number' }]);
  });

  it('writes an e-mail address in lower case', () => {
    expect(normaliseIdentity({ type: 'email', value: ' Wang.XiaoMing@Example.COM ' }).value).toBe(
      'wang.xiaoming@example.com',
    );
  });

  it.each(['wang', 'wang@', '@example.com', 'wang@example', 'a b@example.com', 'a@b@example.com', 'a@example..com'])(
    'refuses %s, which is no e-mail address',
    (typed) => {
      expect(() => normaliseIdentity({ type: 'email', value: typed })).toThrow('must be an e-mail address');
    },
  );

  it('keeps the spelling of a card number and of types that a shop made up', () => {
    expect(normaliseIdentity({ type: 'card_no', value: ' VIP-00a ' }).value).toBe('VIP-00a');
    expect(normaliseIdentity({ type: 'online_retail_id', value: '17850' }).value).toBe('17850');
  });

  it.each(['Phone', 'x', '1st', 'a-b', 'ab cd', '', 'a'.repeat(41), "a'--"])('refuses the type "%s"', (type) => {
    expect(faultOf(() => normaliseIdentity({ type, value: '1' })).errors?.[0]?.pointer).toBe('/type');
  });

  it.each(['', '   ', 'a\0b', 'a\nb', 'a\ud800', 'x'.repeat(201)])(
    'refuses a value that could not be kept (%j)',
    (value) => {
      expect(faultOf(() => normaliseIdentity({ type: 'member_no', value })).errors?.[0]?.pointer).toBe('/value');
    },
  );

  it('never tells the value in the error', () => {
    const error = faultOf(() => normaliseIdentity({ type: 'email', value: 'secret-person' }));
    expect(JSON.stringify([error.message, error.detail, error.errors, error.extra])).not.toContain('secret');
  });

  it('is the same when done twice', () => {
    for (const value of ['13800138000', '+44 20 7946 0958', '021-5888 8888']) {
      const once = normaliseIdentity({ type: 'phone', value });
      expect(normaliseIdentity(once)).toEqual(once);
    }
  });

  it('names the faulty one of a list and drops those that are the same', () => {
    const phone = { type: 'phone', value: '+8613800138000' };
    expect(normaliseIdentities([phone, { type: 'phone', value: '138 0013 8000' }])).toEqual([phone]);
    expect(faultOf(() => normaliseIdentities([phone, { type: 'email', value: 'x' }])).errors?.[0]?.pointer).toBe(
      '/identities/1/value',
    );
  });

  it('trusts a unionid more than a phone, and a shop’s own number least', () => {
    const shuffled = ['online_retail_id', 'email', 'phone', 'unionid', 'card_no'];
    expect(shuffled.sort((a, b) => rankOf(a) - rankOf(b))).toEqual([
      'unionid',
      'phone',
      'card_no',
      'email',
      'online_retail_id',
    ]);
    expect(new Set(IDENTITY_TYPES.map(rankOf)).size).toBe(IDENTITY_TYPES.length);
  });
});
