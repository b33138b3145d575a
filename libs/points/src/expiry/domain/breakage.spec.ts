import { describe, expect, it } from '@jest/globals';
import { breakageOf, expectedBreakage, valueOf } from './breakage';

const from = new Date('2025-11-01T00:00:00+08:00');
const since = new Date('2025-01-01T00:00:00+08:00');

describe('breakage', () => {
  it('is the share of what expired of what came due', () => {
    const breakage = breakageOf({ cameDue: 10_000, expired: 2500, since, from });
    expect(breakage).toEqual({ basisPoints: 2500, reason: null, cameDue: 10_000, expired: 2500 });
    expect(expectedBreakage(1001, breakage)).toBe(250);
  });

  it('is not known before there are twelve months, or when nothing came due in them', () => {
    expect(breakageOf({ cameDue: 100, expired: 50, since: new Date('2025-11-02'), from })).toMatchObject({
      basisPoints: null,
      reason: 'history-too-short',
    });
    expect(breakageOf({ cameDue: 0, expired: 0, since: null, from }).reason).toBe('history-too-short');
    const none = breakageOf({ cameDue: 0, expired: 0, since, from });
    expect(none.reason).toBe('nothing-came-due');
    expect(expectedBreakage(1000, none)).toBeNull();
  });

  it('never comes to more than everything', () => {
    expect(breakageOf({ cameDue: 100, expired: 130, since, from }).basisPoints).toBe(10_000);
  });

  it('counts exactly where products are larger than numbers', () => {
    const points = 9_007_199_254_740_991;
    expect(expectedBreakage(points, { basisPoints: 10_000, reason: null, cameDue: 1, expired: 1 })).toBe(points);
    expect(valueOf(points, { points: 100, cents: 100, currency: 'CNY' })).toBe(points);
    expect(valueOf(99, { points: 100, cents: 150, currency: 'CNY' })).toBe(148);
    expect(valueOf(99, null)).toBeNull();
  });
});
