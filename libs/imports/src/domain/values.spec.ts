import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { detectDelimiter } from './delimiter';
import { fieldReader } from './fields';
import { InstantReader } from './instants';
import type { ImportField } from './kinds';
import { readAmount, readWhole } from './numbers';

describe('amounts', () => {
  it.each([
    ['12.5', '.', 125_000],
    ['¥1,234.50', '.', 12_345_000],
    ['-£3', '.', -30_000],
    ['￥-3.001 元', '.', -30_010],
    ['1.234,50', ',', 12_345_000],
    ['0,335', ',', 3350],
    ['2.50000', '.', 25_000],
    ['+7', '.', 70_000],
  ] as const)('%s with the decimal mark %s is %d ten-thousandths', (text, mark, units) => {
    expect(readAmount(text, mark)).toBe(units);
  });

  it.each([
    ['1,23', '.'],
    ['1.5', ','],
    ['1,2345', '.'],
    ['12 34', '.'],
    ['twelve', '.'],
    ['--3', '.'],
    ['1e5', '.'],
    ['', '.'],
    ['¥', '.'],
    ['1234567890123456', '.'],
  ] as const)('%s with the decimal mark %s is no number', (text, mark) => {
    expect(readAmount(text, mark)).toBe('not-a-number');
  });

  it('with more than four decimals are refused rather than rounded', () => {
    expect(readAmount('0.00001', '.')).toBe('too-many-decimals');
  });

  it('are read exactly, whatever their digits', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (units) => {
        const digits = String(Math.abs(units)).padStart(5, '0');
        const text = `${units < 0 ? '-' : ''}${digits.slice(0, -4)}.${digits.slice(-4)}`;
        expect(readAmount(text, '.')).toBe(units);
      }),
    );
  });

  it('of pieces must be whole', () => {
    expect(readWhole('1,200', '.')).toBe(1200);
    expect(readWhole('3.0', '.')).toBe(3);
    expect(readWhole('2.5', '.')).toBe('not-whole');
    expect(readWhole('two', '.')).toBe('not-a-number');
  });
});

describe('dates', () => {
  const shanghai = (text: string, order: 'ymd' | 'dmy' | 'mdy' = 'ymd') =>
    new InstantReader('Asia/Shanghai', order).read(text)?.toISOString();

  it.each([
    ['2026-01-02 08:05', 'ymd', '2026-01-02T00:05:00.000Z'],
    ['2026/1/2', 'ymd', '2026-01-01T16:00:00.000Z'],
    ['20260102', 'ymd', '2026-01-01T16:00:00.000Z'],
    ['2026年1月2日 08:05:09', 'ymd', '2026-01-02T00:05:09.000Z'],
    ['2026-01-02T08:05:00+09:00', 'ymd', '2026-01-01T23:05:00.000Z'],
    ['02/01/2026 08:05', 'dmy', '2026-01-02T00:05:00.000Z'],
    ['1/2/26', 'mdy', '2026-01-01T16:00:00.000Z'],
  ] as const)('%s in the order %s is %s', (text, order, instant) => {
    expect(shanghai(text, order)).toBe(instant);
  });

  it.each(['2026-02-30', '2026-01-02 25:00', '01/02/2026', 'yesterday', '1899-12-31', '44927'])(
    '%s is no date',
    (text) => {
      expect(shanghai(text)).toBeUndefined();
    },
  );

  it('follow the clock of the shop through the change to summer time', () => {
    const london = new InstantReader('Europe/London', 'ymd');
    expect(london.read('2011-03-26 12:00')!.toISOString()).toBe('2011-03-26T12:00:00.000Z');
    expect(london.read('2011-03-28 12:00')!.toISOString()).toBe('2011-03-28T11:00:00.000Z');
  });
});

describe('fields', () => {
  const read = (field: Partial<ImportField>, text: string) =>
    fieldReader(
      { name: 'f', type: 'text', synonyms: [], ...field },
      { name: 'f', column: 'F' },
      { timeZone: 'UTC' },
    )(text);

  it('name the column, the value and the rule that it breaks', () => {
    expect(read({ type: 'whole' }, '2.5')).toEqual({ code: 'not-whole', field: 'f', column: 'F', value: '2.5' });
    expect(read({ max: 3 }, '四个字符')).toMatchObject({ code: 'too-long', params: { max: 3 } });
    expect(read({ type: 'choice', words: { paid: ['已付款'] } }, '付了')).toMatchObject({ code: 'not-a-choice' });
    expect(read({}, 'a\0b')).toMatchObject({ code: 'not-storable', value: 'a�b' });
    expect(read({ type: 'day' }, '2026-02-30')).toMatchObject({ code: 'not-a-date' });
  });

  it('understand the words that shops use for a choice', () => {
    expect(read({ type: 'choice', words: { paid: ['已付款'] } }, '已付款')).toBe('paid');
    expect(read({ type: 'choice', words: { paid: ['已付款'] } }, 'PAID')).toBe('paid');
  });

  it('keep a day without a time', () => {
    expect(read({ type: 'day' }, '1990/5/7')).toBe('1990-05-07');
  });
});

describe('the delimiter', () => {
  it.each([
    ['name;phone\nAnn, Beth;1\nCarl;2\n', ';'],
    ['name\tnote\na\tone, two\n', '\t'],
    ['a,b\n"x;y;z",1\n', ','],
    ['a|b|c\n1|2|3\n', '|'],
    ['only\none\n', ','],
  ])('of %j is %j', (text, delimiter) => {
    expect(detectDelimiter(text, true)).toBe(delimiter);
  });
});
