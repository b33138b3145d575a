import { describe, expect, it } from '@jest/globals';
import { actorKind, actsOn, historyOf, isRestocked, offerOf, shelfOf, type Redemption } from './model';

describe('what members can do with a reward', () => {
  const now = new Date('2026-11-22T10:00:00Z');
  const published = { status: 'published', validFrom: null, validTo: null, left: null } as const;

  it('depends on its status, its time and what is left, in this order', () => {
    expect(offerOf(published, now)).toBe('published');
    expect(offerOf({ ...published, left: 0 }, now)).toBe('soldOut');
    expect(offerOf({ ...published, left: 0, validTo: '2026-11-22T10:00:00Z' }, now)).toBe('over');
    expect(offerOf({ ...published, validFrom: '2026-11-22T10:01:01Z' }, now)).toBe('scheduled');
    expect(offerOf({ ...published, status: 'ended', left: 0 }, now)).toBe('ended');
  });
});

describe('what is left on the shelf', () => {
  it('is told as a part of all there was', () => {
    expect(shelfOf(60, 40)).toEqual({ left: 60, share: 0.6, isLow: false });
    expect(shelfOf(15, 285)).toMatchObject({ isLow: true });
    expect(shelfOf(3, 0)).toMatchObject({ share: 1, isLow: true });
    expect(shelfOf(0, 0)).toMatchObject({ share: 0, isLow: true });
    expect(shelfOf(null, 5)).toBeNull();
  });
});

describe('a redemption', () => {
  it('is shipped, completed or cancelled from the states that lead there', () => {
    expect(actsOn('requested')).toEqual(['ship', 'cancel']);
    expect(actsOn('shipped')).toEqual(['complete', 'cancel']);
    expect(actsOn('completed')).toEqual(['cancel']);
    expect(actsOn('cancelled')).toEqual([]);
  });

  it('goes back on the shelf unless its parcel has left', () => {
    expect(isRestocked({ kind: 'goods', state: 'requested' })).toBe(true);
    expect(isRestocked({ kind: 'goods', state: 'shipped' })).toBe(false);
    expect(isRestocked({ kind: 'coupon', state: 'completed' })).toBe(true);
  });

  it('tells its history, and who asked for it', () => {
    const one = { createdAt: 'a', shippedAt: null, completedAt: 'c', cancelledAt: null } as Redemption;
    expect(historyOf(one)).toEqual([
      { what: 'requested', at: 'a' },
      { what: 'completed', at: 'c' },
    ]);
    expect(['member:1', 'api-key:2', 'system'].map(actorKind)).toEqual(['member', 'api-key', 'system']);
  });
});
