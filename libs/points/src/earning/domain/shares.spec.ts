import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ratio, rounded, split, times } from './shares';

const whole = fc.nat({ max: 1e9 });

describe('shares of points', () => {
  it('give what is left to the largest remainders, the earlier line first', () => {
    expect(split(100, [1, 1, 1])).toEqual([34, 33, 33]);
    expect(split(10, [1, 5, 4])).toEqual([1, 5, 4]);
    expect(split(5, [1, 1])).toEqual([3, 2]);
    expect(split(0, [3, 4])).toEqual([0, 0]);
    expect(split(3, [0, 0])).toEqual([2, 1]);
    expect(split(7, [0, 1])).toEqual([0, 7]);
  });

  it('always sum to the whole, and none is off its exact share by a point or more', () => {
    const weights = fc.array(whole, { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(fc.nat({ max: Number.MAX_SAFE_INTEGER }), weights, (total, parts) => {
        const shares = split(total, parts);
        expect(shares.reduce((sum, share) => sum + BigInt(share), 0n)).toBe(BigInt(total));
        const sum = parts.reduce((all, part) => all + BigInt(part), 0n);
        shares.forEach((share, index) => {
          const off = sum === 0n ? 0n : BigInt(share) * sum - BigInt(total) * BigInt(parts[index]!);
          expect(off < 0n ? -off < sum : off < sum || sum === 0n).toBe(true);
        });
      }),
    );
  });

  it.each([
    ['floor', 299_850, 10_000, 29],
    ['half-up', 299_850, 10_000, 30],
    ['half-up', 294_999, 10_000, 29],
    ['half-up', 295_000, 10_000, 30],
    ['ceil', 290_001, 10_000, 30],
    ['ceil', 290_000, 10_000, 29],
  ] as const)('are rounded %s: %d / %d is %d', (rounding, over, under, points) => {
    expect(rounded(ratio(over, under), rounding)).toBe(points);
  });

  it('stay exact where binary fractions would not', () => {
    expect(rounded(times(ratio(9_007_199_254_740_991n), ratio(10_000, 10_000)), 'floor')).toBe(Number.MAX_SAFE_INTEGER);
    expect(rounded(times(ratio(110), times(ratio(11_000, 10_000), ratio(10_000, 11_000))), 'floor')).toBe(110);
    expect(() => rounded(ratio(9_007_199_254_740_992n), 'floor')).toThrow('amount.too-large');
  });
});
