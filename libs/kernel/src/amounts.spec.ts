import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { exact, parseDecimal } from './amounts';

describe('amounts', () => {
  it.each([
    ['12.5', 2, 1250],
    ['0.125', 2, 13],
    ['-0.125', 2, -13],
    ['0.124999999', 2, 12],
    ['11062.06', 2, 1_106_206],
    ['1.005', 2, 101],
    [' 7 ', 0, 7],
    ['-0', 2, 0],
    ['+3.1', 3, 3100],
  ])('%s in units of 10^-%i is %i', (text, scale, units) => {
    expect(parseDecimal(text, scale)).toBe(units);
  });

  it.each(['', '1,5', '1e3', '0x10', '--1', '.5', '5.', 'NaN', '９', '99999999999999999'])(
    '%j is no amount',
    (text) => {
      expect(parseDecimal(text, 2)).toBeNull();
    },
  );

  it('reads back every amount that was written with two decimals', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (cents) => {
        const digits = String(Math.abs(cents)).padStart(3, '0');
        const text = `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
        expect(parseDecimal(text, 2)).toBe(cents === 0 ? 0 : cents);
      }),
    );
  });

  it('refuses a sum that numbers cannot hold exactly', () => {
    expect(exact(2 ** 53 - 1)).toBe(2 ** 53 - 1);
    expect(() => exact(2 ** 53)).toThrow('amount.too-large');
  });
});
