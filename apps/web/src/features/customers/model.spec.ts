import { describe, expect, it } from '@jest/globals';
import { conditionsOf, customerFilters, lineOf, tellingIdentity, type CustomerFilters } from './model';
import { parseQuery } from '../../shared/query/params';

const now = new Date('2026-11-22T08:20:00Z');
const asked = (query: Record<string, string>): CustomerFilters => parseQuery(customerFilters, query);

describe('the filters of the customers list', () => {
  it('ask nothing when nothing is chosen', () => {
    expect(conditionsOf(asked({}), now)).toEqual([]);
  });

  it('turn a cell of the RFM grid into conditions on both scores', () => {
    expect(conditionsOf(asked({ r: '5', f: '4' }), now)).toEqual(['rfm.r:eq:5', 'rfm.f:eq:4']);
  });

  it('ask for money in cents', () => {
    expect(conditionsOf(asked({ minSpend: '100' }), now)).toEqual(['orders.netCents:gte:10000']);
  });

  it('count days back from the current hour', () => {
    expect(conditionsOf(asked({ lastPurchase: 'within-30' }), now)).toEqual([
      'orders.lastPaidAt:gte:2026-10-23T08:00:00.000Z',
    ]);
    expect(conditionsOf(asked({ lastPurchase: 'over-90' }), now)).toEqual([
      'orders.lastPaidAt:lt:2026-08-24T08:00:00.000Z',
    ]);
    expect(conditionsOf(asked({ lastPurchase: 'never' }), now)).toEqual(['orders.lastPaidAt:empty:true']);
  });

  it('ignore what an address holds in error', () => {
    expect(conditionsOf(asked({ r: '99', minSpend: 'much', lastPurchase: 'soon' }), now)).toEqual([]);
  });
});

describe('a listed customer', () => {
  it('shows the phone before any other identity', () => {
    const identities = [{ type: 'unionid' }, { type: 'email' }, { type: 'phone' }];
    expect(tellingIdentity(identities)).toEqual({ type: 'phone' });
    expect(tellingIdentity([{ type: 'unionid' }])).toEqual({ type: 'unionid' });
    expect(tellingIdentity([])).toBeNull();
  });
});

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

  it('still has a line for a kind that is new to this screen', () => {
    expect(lineOf({ kind: 'points.earned', data: {} })).toMatchObject({ key: 'points_earned' });
  });
});
