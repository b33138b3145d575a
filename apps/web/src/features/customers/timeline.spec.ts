import { describe, expect, it } from '@jest/globals';
import { lineOf } from './timeline';

describe('a line of the timeline', () => {
  it('shows a return and a refund as money going back', () => {
    const data = { kind: 'return', totalCents: 500, currency: 'CNY', externalId: 'C1', status: 'paid' };
    expect(lineOf({ kind: 'order', data })).toMatchObject({ key: 'return', cents: -500 });
    expect(lineOf({ kind: 'refund', data: { amountCents: 300, currency: 'CNY' } })).toMatchObject({ cents: -300 });
  });

  it('tells points with their sign, reserved and pending ones too, and no reason that is the kind again', () => {
    const points = (data: object) => lineOf({ kind: 'points', data: { reason: '签到', ...data } });
    expect(points({ kind: 'earn', points: 20 })).toMatchObject({ points: 20, tone: 'good', words: { reason: '签到' } });
    expect(points({ kind: 'hold', points: 0, heldPoints: 50 })).toMatchObject({ points: 50, tone: 'neutral' });
    expect(points({ kind: 'expire', points: -9, reason: 'expired' }).words).toEqual({ kind: 'expire', reason: '' });
  });

  it('tells what was redeemed, and that it was called off', () => {
    const data = { rewardName: '马克杯', quantity: 2, state: 'shipped' };
    expect(lineOf({ kind: 'redemption', data })).toMatchObject({
      key: 'redemption',
      words: { name: '马克杯', quantity: '2' },
    });
    expect(lineOf({ kind: 'redemption', data: { ...data, state: 'cancelled' } }).key).toBe('redemptionCancelled');
  });

  it('tells a rise and a fall from tier to tier, and what staff gave as the reason', () => {
    const tier = (data: object) => lineOf({ kind: 'tier', data: { reason: null, ...data } });
    const from = { key: 'regular', name: '普通' };
    const to = { key: 'silver', name: '银卡' };
    const words = { kind: 'rose', from: '普通', to: '银卡', reason: '' };
    expect(tier({ kind: 'rose', from, to })).toEqual({ key: 'tier', words, tone: 'good' });
    expect(tier({ kind: 'fell', from: to, to: from }).tone).toBe('warning');
    expect(tier({ kind: 'locked', from: null, to, reason: '活动嘉宾' }).words).toMatchObject({
      from: '',
      reason: '活动嘉宾',
    });
  });

  it('tells benefits that were given and used, and those that were taken back', () => {
    const keyOf = (data: object) => lineOf({ kind: 'benefit', data: { name: '包邮', ...data } }).key;
    expect(keyOf({ what: 'gift', status: 'issued' })).toBe('benefitGiven');
    expect(keyOf({ what: 'gift', status: 'void' })).toBe('benefitGivenUndone');
    expect(keyOf({ what: 'use', undone: false })).toBe('benefitUsed');
    expect(keyOf({ what: 'use', undone: true })).toBe('benefitUsedUndone');
  });

  it('tells growth value with its sign and where it came from; only what staff wrote is a reason', () => {
    const growth = (data: Record<string, unknown>) => lineOf({ kind: 'growth', data });
    expect(growth({ amount: 120, source: 'orders', reason: 'order' })).toMatchObject({
      growth: 120,
      words: { origin: 'orders', reason: '' },
      tone: 'good',
    });
    expect(growth({ amount: -20, source: 'orders', reason: 'correction' }).words.origin).toBe('correction');
    expect(growth({ amount: 5, source: 'staff', reason: '补发' }).words).toEqual({ origin: 'staff', reason: '补发' });
  });

  it('still has a line for a kind that is new to this screen', () => {
    expect(lineOf({ kind: 'points.earned', data: {} })).toMatchObject({ key: 'points_earned' });
  });
});
