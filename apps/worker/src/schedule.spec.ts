import { describe, expect, it } from '@jest/globals';
import { DAILY, FREQUENT, schedule } from './schedule';

const utcTimes = (timeZone: string, now: string) =>
  schedule(timeZone, new Date(now)).map((item) => {
    for (let minute = 0; minute < 1440; minute += 1) {
      const digest = { min: minute % 60, hour: Math.floor(minute / 60), date: 1, month: 1, dow: 1 };
      if (item.match(digest)) return `${item.task} ${digest.hour}:${digest.min}`;
    }
    return `${item.task} never`;
  });

describe('the schedule', () => {
  it('runs each job at its wall-clock time of the programme zone', () => {
    const at0430 = utcTimes('Asia/Shanghai', '2026-11-22T00:00:00Z').find((line) =>
      line.startsWith('platform.forget-keys'),
    );
    expect(at0430).toBe('platform.forget-keys 20:30');
    const winter = utcTimes('Europe/London', '2026-01-15T12:00:00Z').find((line) =>
      line.startsWith('platform.forget-keys'),
    );
    expect(winter).toBe('platform.forget-keys 4:30');
    const summer = utcTimes('Europe/London', '2026-07-15T12:00:00Z').find((line) =>
      line.startsWith('platform.forget-keys'),
    );
    expect(summer).toBe('platform.forget-keys 3:30');
  });

  it('settles points every five minutes, and so at the beginning of every day of every zone', () => {
    const item = schedule('Asia/Kathmandu').find(({ task }) => task === 'points.settle-due')!;
    const matches = (hour: number, min: number) => item.match({ min, hour, date: 1, month: 1, dow: 1 });
    expect([matches(18, 15), matches(16, 0), matches(0, 35)]).toEqual([true, true, true]);
    expect([matches(18, 16), matches(16, 4)]).toEqual([false, false]);
  });

  it('names each job once', () => {
    const names = [...FREQUENT, ...DAILY].map(({ job }) => job.name);
    expect(new Set(names).size).toBe(names.length);
  });
});
