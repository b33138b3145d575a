import { describe, expect, it } from '@jest/globals';
import { DAILY, schedule } from './schedule';

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

  it('names each job once', () => {
    const names = DAILY.map(({ job }) => job.name);
    expect(new Set(names).size).toBe(names.length);
  });
});
