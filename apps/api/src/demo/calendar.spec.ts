import { describe, expect, it } from '@jest/globals';
import { calendarUntil, chineseNewYear, HISTORY_DAYS, pullOf } from './calendar';
import { randomOf } from './random';

describe('the calendar of the demo shop', () => {
  it.each(['2020-01-25', '2024-02-10', '2026-02-17', '2033-01-31'])(
    'knows that Chinese New Year was or is on %s',
    (day) => {
      expect(chineseNewYear(Number(day.slice(0, 4)))).toBe(day);
    },
  );

  it('makes Double 11 and 618 stand out, and New Year’s Eve quiet', () => {
    expect(pullOf('2026-11-11')).toBeGreaterThan(4 * pullOf('2026-09-09'));
    expect(pullOf('2026-06-18')).toBeGreaterThan(3 * pullOf('2026-09-10'));
    expect(pullOf('2026-02-16')).toBeLessThan(0.5 * pullOf('2026-09-07'));
  });

  it('starts three years before the end day and ends with its last second', () => {
    const calendar = calendarUntil('2026-11-21', 'Asia/Shanghai');
    expect(calendar.firstDay).toBe('2023-11-23');
    expect(calendar.end.toISOString()).toBe('2026-11-21T16:00:00.000Z');
    const random = randomOf(1, 1);
    for (let draw = 0; draw < 500; draw += 1) {
      const at = calendar.timeOn(HISTORY_DAYS - 1, random);
      expect(at.getTime()).toBeLessThan(calendar.end.getTime());
      expect(at.getTime()).toBeGreaterThanOrEqual(calendar.end.getTime() - 86_400_000);
    }
  });

  it('lets a wait across a festival be over sooner than one across ordinary days', () => {
    const calendar = calendarUntil('2026-11-21', 'Asia/Shanghai');
    const festive = calendar.after(HISTORY_DAYS - 20, 15)! - (HISTORY_DAYS - 20);
    const ordinary = calendar.after(HISTORY_DAYS - 80, 15)! - (HISTORY_DAYS - 80);
    expect(festive).toBeLessThan(ordinary);
    expect(calendar.after(HISTORY_DAYS - 2, 1000)).toBeNull();
  });
});
