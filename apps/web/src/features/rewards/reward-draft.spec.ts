import { describe, expect, it } from '@jest/globals';
import type { Reward } from './model';
import { checkReward, checkStock, draftOf, stockAfter, stockBody, termsOf, waysOf } from './reward-draft';

const reward: Reward = {
  id: '0198c0de-0000-7000-8000-000000000001',
  name: '保温杯',
  description: '两行\n说明',
  pictureUrl: 'https://cdn.example.com/cup.jpg',
  kind: 'goods',
  pricePoints: 3000,
  left: 10,
  limitTotal: 5,
  limitPerPeriod: 1,
  limitPeriod: 'month',
  tiers: ['gold'],
  validFrom: '2026-11-01T00:00:00.000Z',
  validTo: null,
  marketValueCents: 9_950,
  currency: 'CNY',
  stock: 10,
  status: 'draft',
  sortOrder: 3,
  version: 2,
  createdAt: '2026-11-01T00:00:00.000Z',
  updatedAt: '2026-11-01T00:00:00.000Z',
};

describe('a reward as a form', () => {
  it('says the same when saved untouched', () => {
    const { id: _, kind, left, currency, stock, status, version, createdAt, updatedAt, ...said } = reward;
    expect([kind, left, currency, stock, status, version, createdAt, updatedAt]).toHaveLength(8);
    expect(termsOf(draftOf(reward))).toEqual(said);
  });

  it('sends the period only with its number', () => {
    expect(termsOf({ ...draftOf(reward), limitPerPeriod: null })).toMatchObject({ limitPeriod: null });
  });

  it('names what is missing at its field', () => {
    expect(checkReward(draftOf(reward))).toEqual({});
    expect(checkReward(draftOf(null))).toEqual({ name: 'nameMissing', pricePoints: 'priceMissing' });
    const odd = { pictureUrl: 'http://x', validFrom: '2026-12-01 00:00', validTo: '2026-11-01 00:00', limitTotal: 1 };
    expect(checkReward({ ...draftOf(reward), ...odd, limitPerPeriod: 2 })).toEqual({
      pictureUrl: 'pictureOdd',
      validTo: 'endsTooEarly',
      limitPerPeriod: 'limitOdd',
    });
  });
});

describe('a change of stock', () => {
  it('is one of those that the stock allows', () => {
    expect(waysOf(null)).toEqual(['limit']);
    expect(waysOf(5)).toEqual(['more', 'less', 'unlimited']);
  });

  it('says what is sent and what will be', () => {
    const change = (how: 'more' | 'less' | 'limit' | 'unlimited') => ({ how, count: 3, reason: ' 到货 ' });
    expect(stockBody(change('more'))).toEqual({ delta: 3, reason: '到货' });
    expect(stockBody(change('less'))).toEqual({ delta: -3, reason: '到货' });
    expect(stockBody(change('limit'))).toEqual({ limitTo: 3, reason: '到货' });
    expect(stockBody(change('unlimited'))).toEqual({ unlimited: true, reason: '到货' });
    expect([stockAfter(change('more'), 5), stockAfter(change('less'), 5)]).toEqual([8, 2]);
    expect([stockAfter(change('limit'), null), stockAfter(change('unlimited'), 5)]).toEqual([3, null]);
  });

  it('never goes below nothing and always has a reason', () => {
    expect(checkStock({ how: 'less', count: 6, reason: '' }, 5)).toEqual({
      delta: 'stockShort',
      reason: 'reasonMissing',
    });
    expect(checkStock({ how: 'more', count: null, reason: 'x' }, 5)).toEqual({ delta: 'countMissing' });
    expect(checkStock({ how: 'unlimited', count: null, reason: 'x' }, 5)).toEqual({});
  });
});
