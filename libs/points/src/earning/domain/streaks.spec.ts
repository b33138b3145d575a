import { describe, expect, it } from '@jest/globals';
import { currentStreak, makeUpFault, streakOn } from './streaks';

describe('days in a row', () => {
  it('go on from the day before, or begin', () => {
    expect(streakOn(6)).toBe(7);
    expect(streakOn(null)).toBe(1);
  });

  it('still stand on the day after, and are over a day later', () => {
    const days = [
      { day: '2026-02-27', streak: 3 },
      { day: '2026-02-28', streak: 4 },
    ];
    expect(currentStreak(days, '2026-02-28')).toBe(4);
    expect(currentStreak(days, '2026-03-01')).toBe(4);
    expect(currentStreak(days, '2026-03-02')).toBe(0);
  });

  it('are made up for past days within reach only', () => {
    expect(makeUpFault('2026-02-28', '2026-03-01', 1)).toBeNull();
    expect(makeUpFault('2026-02-27', '2026-03-01', 1)).toContain('1 days ago');
    expect(makeUpFault('2026-03-01', '2026-03-01', 7)).toContain('before today');
    expect(makeUpFault('2026-03-02', '2026-03-01', 7)).toContain('before today');
  });
});
