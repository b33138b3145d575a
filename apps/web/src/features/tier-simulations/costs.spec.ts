import { describe, expect, it } from '@jest/globals';
import { yearCosts } from './costs';
import type { SimulationResult } from './model';

const result = {
  before: { multiplierPoints: 41_241, giftPoints: 223_650, benefitCents: 1_977_600 },
  after: { multiplierPoints: 62_769, giftPoints: 200_000, benefitCents: 3_244_800 },
  entryGifts: { points: 50_400, cents: 12_000 },
  pointValue: { points: 100, cents: 100, currency: 'CNY' },
  currency: 'CNY',
} as SimulationResult;

describe('what a year costs', () => {
  it('is told before, after and as the difference, points also in money', () => {
    const [multipliers, gifts, benefits] = yearCosts(result).rows;
    expect(multipliers).toMatchObject({
      unit: 'points',
      amounts: { before: 41_241, after: 62_769, difference: 21_528 },
      worth: { before: 41_241, after: 62_769, difference: 21_528 },
    });
    expect(gifts!.amounts.difference).toBe(-23_650);
    expect(benefits).toMatchObject({
      unit: 'cents',
      amounts: { difference: 1_267_200 },
      worth: { difference: 1_267_200 },
    });
  });

  it('adds up in the ladder’s currency', () => {
    expect(yearCosts(result).total).toEqual({ before: 2_242_491, after: 3_507_569, difference: 1_265_078 });
  });

  it('values points as the programme does, to the cent', () => {
    const dear = yearCosts({ ...result, pointValue: { points: 300, cents: 200, currency: 'CNY' } });
    expect(dear.rows[0]!.worth).toEqual({ before: 27_494, after: 41_846, difference: 14_352 });
    expect(dear.gifts).toEqual({ points: 50_400, cents: 12_000, worth: 45_600 });
  });

  it('has no total as long as nobody said what points are worth', () => {
    const costs = yearCosts({ ...result, pointValue: null });
    expect(costs).toMatchObject({ total: null, lacks: 'value', gifts: { worth: null } });
    expect(costs.rows.map(({ worth }) => worth?.after ?? null)).toEqual([null, null, 3_244_800]);
  });

  it('does not add money of two currencies', () => {
    const costs = yearCosts({ ...result, pointValue: { points: 100, cents: 100, currency: 'USD' } });
    expect(costs).toMatchObject({ total: null, lacks: 'currency' });
  });

  it('knows entry gifts that cost money alone', () => {
    expect(yearCosts({ ...result, entryGifts: { points: 0, cents: 300 } }).gifts.worth).toBe(300);
  });
});
