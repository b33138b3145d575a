import { describe, expect, it } from '@jest/globals';
import { nextReplay } from './replays';

const ZONE = 'Asia/Shanghai';
const now = new Date('2026-11-22T10:00:00+08:00');

describe('a first version that begins in the past', () => {
  it('is replayed as of its first day and the ends of months, until now is next', () => {
    const version = { effectiveFrom: new Date('2026-09-10T00:00:00+08:00'), publishedAt: now };
    const moments: string[] = [];
    let last: Date | null = null;
    for (let next = nextReplay(version, last, now, ZONE); next; next = nextReplay(version, last, now, ZONE)) {
      last = next;
      moments.push(next.toISOString());
    }
    expect(moments).toEqual(['2026-09-10T15:59:59.999Z', '2026-09-30T15:59:59.999Z', '2026-10-31T15:59:59.999Z']);
  });

  it('is not replayed when it begins today or later', () => {
    expect(nextReplay({ effectiveFrom: now, publishedAt: now }, null, now, ZONE)).toBeNull();
    const yesterday = { effectiveFrom: new Date('2026-11-21T00:00:00+08:00'), publishedAt: now };
    expect(nextReplay(yesterday, null, now, ZONE)?.toISOString()).toBe('2026-11-21T15:59:59.999Z');
    expect(nextReplay(yesterday, new Date('2026-11-21T15:59:59.999Z'), now, ZONE)).toBeNull();
  });
});
