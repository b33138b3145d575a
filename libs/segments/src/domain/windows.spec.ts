import { describe, expect, it } from '@jest/globals';
import { defaultSettings } from './settings';
import { historyDays, windowOf } from './windows';

describe('the window of a run', () => {
  it('is whole days of the programme’s zone that end with the reference day', () => {
    expect(windowOf({ ...defaultSettings, windowDays: 7 }, '2026-11-22', 'Asia/Shanghai')).toEqual({
      referenceDay: '2026-11-22',
      fromDay: '2026-11-16',
      from: new Date('2026-11-15T16:00:00Z'),
      until: new Date('2026-11-22T16:00:00Z'),
    });
  });

  it('has no beginning when all history counts, and ends with the fixed day when there is one', () => {
    const settings = { ...defaultSettings, windowDays: null, referenceDay: '2006-12-31' };
    expect(windowOf(settings, '2026-11-22', 'UTC')).toEqual({
      referenceDay: '2006-12-31',
      fromDay: null,
      from: null,
      until: new Date('2007-01-01T00:00:00Z'),
    });
  });

  it('follows the clock: the day on which New York leaves summer time has 25 hours', () => {
    const { from, until } = windowOf({ ...defaultSettings, windowDays: 1 }, '2026-11-01', 'America/New_York');
    expect((until.getTime() - from!.getTime()) / 3_600_000).toBe(25);
  });

  it('knows how much history there is: both days count', () => {
    expect(historyDays('2026-11-22', '2026-11-22')).toBe(1);
    expect(historyDays('2026-11-23', '2026-11-22')).toBe(0);
    expect(historyDays(null, '2026-11-22')).toBe(0);
  });
});
