import { describe, expect, it } from '@jest/globals';
import { startOfPeriod } from './periods';
import { obstaclesOf, type Offer, type Situation } from './rewards';
import { checkTerms } from './terms';

const offer: Offer = {
  status: 'published',
  pricePoints: 300,
  limitTotal: 3,
  limitPerPeriod: 1,
  limitPeriod: 'month',
  tiers: [],
  validFrom: new Date('2026-03-01T00:00:00Z'),
  validTo: new Date('2026-04-01T00:00:00Z'),
};
const situation: Situation = {
  now: new Date('2026-03-15T00:00:00Z'),
  quantity: 1,
  spendable: 300,
  left: 1,
  redeemed: { total: 0, inPeriod: 0 },
  tiers: [],
};
const reasons = (one: Partial<Offer>, here: Partial<Situation> = {}) =>
  obstaclesOf({ ...offer, ...one }, { ...situation, ...here });

describe('whether a reward can be redeemed', () => {
  it('can be with exactly the points, the last piece and the last of the limit', () => {
    expect(reasons({})).toEqual([]);
    expect(reasons({ limitPerPeriod: null, limitPeriod: null }, { redeemed: { total: 2, inPeriod: 2 } })).toEqual([]);
  });

  it('is open from its first instant and closed at its last', () => {
    expect(reasons({}, { now: offer.validFrom! })).toEqual([]);
    expect(reasons({}, { now: new Date(offer.validFrom!.getTime() - 1) })).toEqual([
      { reason: 'not-yet', from: offer.validFrom },
    ]);
    expect(reasons({}, { now: new Date(offer.validTo!.getTime() - 1) })).toEqual([]);
    expect(reasons({}, { now: offer.validTo! })).toEqual([{ reason: 'over' }]);
    expect(reasons({ status: 'ended' })).toEqual([{ reason: 'not-published' }]);
    expect(reasons({ validFrom: null, validTo: null }, { now: new Date('2036-01-01T00:00:00Z') })).toEqual([]);
  });

  it('counts the pieces that are asked for now', () => {
    expect(reasons({}, { quantity: 2, spendable: 500, left: 1 })).toEqual([
      { reason: 'limit-reached', limit: 1, period: 'month' },
      { reason: 'sold-out' },
      { reason: 'too-few-points', missing: 100 },
    ]);
    expect(reasons({}, { redeemed: { total: 3, inPeriod: 0 } })).toEqual([
      { reason: 'limit-reached', limit: 3, period: null },
    ]);
    expect(reasons({}, { left: null })).toEqual([]);
  });

  it('is closed to who is in none of its tiers, and to everybody while nobody knows of tiers', () => {
    expect(reasons({ tiers: ['gold'] })).toEqual([{ reason: 'tier', tiers: ['gold'] }]);
    expect(reasons({ tiers: ['gold'] }, { tiers: ['silver'] })).toHaveLength(1);
    expect(reasons({ tiers: ['gold', 'black'] }, { tiers: ['vip', 'black'] })).toEqual([]);
  });
});

describe('the period of a limit', () => {
  it('begins with the day or month of the programme’s zone', () => {
    const late = new Date('2026-03-31T17:00:00Z');
    expect(startOfPeriod(late, 'day', 'Asia/Shanghai').toISOString()).toBe('2026-03-31T16:00:00.000Z');
    expect(startOfPeriod(late, 'month', 'Asia/Shanghai').toISOString()).toBe('2026-03-31T16:00:00.000Z');
    expect(startOfPeriod(late, 'month', 'America/New_York').toISOString()).toBe('2026-03-01T05:00:00.000Z');
  });
});

describe('terms', () => {
  it('name every place that makes no sense', () => {
    const terms = {
      name: 'x',
      description: '',
      pictureUrl: null,
      kind: 'goods' as const,
      pricePoints: 1,
      marketValueCents: null,
      limitTotal: null,
      limitPerPeriod: 2,
      limitPeriod: null,
      tiers: ['a b'],
      validFrom: new Date(2),
      validTo: new Date(1),
      sortOrder: 0,
    };
    const pointers = () => {
      try {
        return checkTerms(terms);
      } catch (error) {
        return (error as { errors: { pointer: string }[] }).errors.map(({ pointer }) => pointer);
      }
    };
    expect(pointers()).toEqual(['/validTo', '/limitPeriod', '/tiers']);
    const fine = { ...terms, limitPerPeriod: null, tiers: ['a', 'b'], validTo: null };
    expect(checkTerms(fine)).toBe(fine);
  });
});
