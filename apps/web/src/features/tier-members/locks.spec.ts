import { describe, expect, it } from '@jest/globals';
import { checkLock, latestEnd, mayDo, statusAsked } from './locks';

describe('a lock in the list', () => {
  const waiting = { status: 'waiting', requestedBy: 'staff:lin' } as const;

  it('is decided on by somebody else, and withdrawn by who asked', () => {
    expect(mayDo(waiting, 'chen', { approve: true, lock: true })).toBe('decide');
    expect(mayDo(waiting, 'lin', { approve: true, lock: true })).toBe('withdraw');
    expect(mayDo(waiting, 'chen', { approve: false, lock: true })).toBe('nothing');
  });

  it('is lifted by anybody who may lock while it holds, and left alone when it is over', () => {
    expect(mayDo({ ...waiting, status: 'active' }, 'chen', { approve: false, lock: true })).toBe('lift');
    expect(mayDo({ ...waiting, status: 'ended' }, 'lin', { approve: true, lock: true })).toBe('nothing');
  });

  it('waits, where the address says nothing', () => {
    expect(['', 'ended', 'all'].map(statusAsked)).toEqual(['waiting', 'ended', undefined]);
  });
});

describe('a lock that is asked for', () => {
  const draft = { tierKey: 'gold', until: '2026-12-31', mayRise: true, reason: '活动嘉宾' };

  it('ends between today and five years from now', () => {
    expect(latestEnd('2024-02-29')).toBe('2029-02-28');
    expect(latestEnd('2026-11-22')).toBe('2031-11-22');
    expect(checkLock(draft, '2026-11-22')).toEqual({});
    expect(checkLock({ ...draft, until: '2026-11-21' }, '2026-11-22')).toEqual({ until: 'untilWrong' });
    expect(checkLock({ ...draft, until: '2031-11-23' }, '2026-11-22')).toEqual({ until: 'untilWrong' });
  });

  it('says which tier, until when, and why', () => {
    expect(checkLock({ tierKey: '', until: '', mayRise: false, reason: ' x ' }, '2026-11-22')).toEqual({
      tierKey: 'tierMissing',
      until: 'untilMissing',
      reason: 'reasonMissing',
    });
  });
});
