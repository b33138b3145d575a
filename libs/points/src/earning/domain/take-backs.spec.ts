import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dueBack, stillToTake } from './take-backs';

describe('what refunds take back of an award', () => {
  it('is rounded down until the last refund takes the rest', () => {
    expect([1000, 2000, 3000].map((refundedCents) => dueBack(100, { totalCents: 3000, refundedCents }))).toEqual([
      33, 66, 100,
    ]);
    expect(stillToTake(100, 66, { totalCents: 3000, refundedCents: 3000 })).toBe(34);
  });

  it('sums to the award exactly, however the refunds are cut', () => {
    const refunds = fc.array(fc.integer({ min: 1, max: 5_000_000 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(fc.nat({ max: 1e12 }), refunds, (points, parts) => {
        const totalCents = parts.reduce((sum, part) => sum + part, 0);
        let taken = 0;
        let refundedCents = 0;
        for (const part of parts) {
          refundedCents += part;
          const more = stillToTake(points, taken, { totalCents, refundedCents });
          expect(more).toBeGreaterThanOrEqual(0);
          taken += more;
          expect(taken).toBeLessThanOrEqual(points);
        }
        expect(taken).toBe(points);
      }),
    );
  });

  it('does not depend on the order in which refunds are heard of, nor on hearing of one twice', () => {
    const state = { totalCents: 10_000, refundedCents: 7000 };
    expect(stillToTake(99, 0, state)).toBe(69);
    expect(stillToTake(99, 69, state)).toBe(0);
    expect(stillToTake(99, 69, { totalCents: 10_000, refundedCents: 3000 })).toBe(0);
  });

  it('is all of it for an order that cost nothing, once it is given back', () => {
    expect(dueBack(50, { totalCents: 0, refundedCents: 0 })).toBe(0);
    expect(dueBack(50, { totalCents: 0, refundedCents: 1 })).toBe(50);
  });
});
