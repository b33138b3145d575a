import { describe, expect, it } from '@jest/globals';
import { TERMS } from '../testing/terms';
import { fallOf } from './falls';

const SILVER = { ownKey: 'silver', validUntil: '2027-02-28', lock: null };
const GOLD = { ...SILVER, ownKey: 'gold' };
const spent = (cents: number) => ({ spend_rolling_12: cents });

describe('who would fall', () => {
  it('misses something that keeps the tier', () => {
    expect(fallOf(TERMS, SILVER, spent(20_000))).toMatchObject({
      tierKey: 'silver',
      toKey: 'basic',
      graceUntil: '2027-03-15',
      match: 'all',
      missing: [{ figure: 'spend_rolling_12', measure: 'spend', atLeast: 50_000, has: 20_000, missing: 30_000 }],
    });
    expect(fallOf(TERMS, SILVER, spent(50_000))).toBeNull();
  });

  it('goes one step down, or as far as the figures say', () => {
    expect(fallOf(TERMS, GOLD, spent(0))).toMatchObject({ toKey: 'silver' });
    const terms = { ...TERMS, atEnd: 're-evaluate' } as const;
    expect(fallOf(terms, GOLD, spent(0))).toMatchObject({ toKey: 'basic' });
    expect(fallOf(terms, GOLD, spent(50_000))).toMatchObject({ toKey: 'silver' });
  });

  it('is nobody where the ladder renews by itself, and nobody in the lowest tier', () => {
    expect(fallOf({ ...TERMS, atEnd: 'keep' }, GOLD, spent(0))).toBeNull();
    expect(fallOf(TERMS, { ...SILVER, ownKey: 'basic' }, spent(0))).toBeNull();
  });

  it('is nobody who would not see it, because a lock holds her beyond the end', () => {
    const lock = { tierKey: 'gold', until: '2027-03-16', mayRise: true };
    expect(fallOf(TERMS, { ...SILVER, lock }, spent(0))).toBeNull();
    expect(fallOf(TERMS, { ...SILVER, lock: { ...lock, until: '2027-03-15' } }, spent(0))).not.toBeNull();
    expect(fallOf(TERMS, { ...SILVER, lock: { ...lock, tierKey: 'basic' } }, spent(0))).not.toBeNull();
  });
});
