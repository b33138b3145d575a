import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ACCOUNT_PATIENCE, ADDRESS_PATIENCE, closureSeconds, closureTable } from './lockout';

const patience = fc.constantFrom(ACCOUNT_PATIENCE, ADDRESS_PATIENCE);

describe('closing after failed sign-ins', () => {
  it('begins with a minute at the fifth failure of an account and doubles up to a quarter of an hour', () => {
    const seconds = [1, 4, 5, 6, 7, 8, 9, 10, 1000].map((failure) => closureSeconds(ACCOUNT_PATIENCE, failure));
    expect(seconds).toEqual([0, 0, 60, 120, 240, 480, 900, 900, 900]);
  });

  it('has ten times that patience with an address, which an office may share', () => {
    expect(closureSeconds(ADDRESS_PATIENCE, 49)).toBe(0);
    expect(closureSeconds(ADDRESS_PATIENCE, 50)).toBe(60);
  });

  it('is the same by rule and by table, for any failure', () => {
    fc.assert(
      fc.property(patience, fc.integer({ min: 1, max: 5000 }), (each, failure) => {
        const table = closureTable(each);
        expect(table[Math.min(failure, table.length) - 1]).toBe(closureSeconds(each, failure));
      }),
    );
  });

  it('forgets no failure while the way is still closed by it', () => {
    for (const each of [ACCOUNT_PATIENCE, ADDRESS_PATIENCE]) {
      expect(Math.max(...closureTable(each))).toBeLessThanOrEqual(each.forgetAfterSeconds);
    }
  });
});
