import { describe, expect, it } from '@jest/globals';
import { checkBirthday, differences, mergeAttributes } from './profiles';

describe('a birthday', () => {
  it('may be today, or nobody knows', () => {
    expect(() => checkBirthday('2026-11-22', '2026-11-22')).not.toThrow();
    expect(() => checkBirthday(null, '2026-11-22')).not.toThrow();
  });

  it.each(['2026-11-23', '1899-12-31'])('is refused when it is %s', (day) => {
    expect(() => checkBirthday(day, '2026-11-22')).toThrow(
      expect.objectContaining({ code: 'customers.birthday-invalid' }),
    );
  });
});

describe('a change of attributes', () => {
  it('sets, removes and leaves keys', () => {
    const change = { city: '杭州', size: null, skin: '干性', toString: 'x' };
    expect(mergeAttributes({ city: '上海', size: 'M', vip: true }, change)).toEqual({
      city: '杭州',
      vip: true,
      skin: '干性',
      toString: 'x',
    });
  });

  it('is refused when what remains is too much, or a key says nothing', () => {
    const invalid = expect.objectContaining({ code: 'customers.attributes-invalid' });
    const many = Object.fromEntries(Array.from({ length: 201 }, (_, n) => [`k${n}`, n]));
    expect(() => mergeAttributes({}, many)).toThrow(invalid);
    expect(() => mergeAttributes({ a: 'x'.repeat(10_000) }, { b: 'x'.repeat(10_000) })).toThrow(invalid);
    expect(() => mergeAttributes({}, { ' ': 1 })).toThrow(invalid);
    expect(() => mergeAttributes({}, { 'a\0': 1 })).toThrow(invalid);
    expect(() => mergeAttributes({}, { ['k'.repeat(101)]: 1 })).toThrow(invalid);
  });
});

describe('what goes on record of a change', () => {
  it('is the fields that differ, before and after', () => {
    const before = { name: 'a', attributes: { x: 1 }, gender: null };
    expect(differences(before, { name: 'a', attributes: { x: 2 }, gender: null })).toEqual({
      before: { attributes: { x: 1 } },
      after: { attributes: { x: 2 } },
    });
    expect(differences(before, { ...before })).toBeNull();
  });
});
