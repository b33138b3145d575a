import { describe, expect, it } from '@jest/globals';
import { conditionsOf, customerFilters, tellingIdentity, type CustomerFilters } from './model';
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
