import { describe, expect, it } from '@jest/globals';
import { keepingRanges, quantilesOf, thresholdsOf } from './thresholds';

describe('thresholds', () => {
  it('are at the fifths for five bins', () => {
    expect(quantilesOf({ method: 'quantile', bins: 5, tieRule: 'lower' })).toEqual([0.2, 0.4, 0.6, 0.8]);
    expect(quantilesOf({ method: 'cuts', cuts: [3] })).toEqual([]);
  });

  it('of the tie rule plus-one stand a day, an order and a unit of the currency higher', () => {
    const scoring = { method: 'quantile' as const, bins: 3, tieRule: 'plus-one' as const };
    expect(thresholdsOf('recency', scoring, [10, 20.5])).toMatchObject({ edges: [11, 21.5], edgeIsAbove: true });
    expect(thresholdsOf('frequency', scoring, [1, 4]).edges).toEqual([2, 5]);
    expect(thresholdsOf('monetary', scoring, [1000, 2050]).edges).toEqual([1100, 2150]);
  });

  it('that somebody wrote give the better score at the cut: up to 30 days, from 2 orders on', () => {
    expect(thresholdsOf('recency', { method: 'cuts', cuts: [30] }, [30])).toMatchObject({ edgeIsAbove: false });
    expect(thresholdsOf('frequency', { method: 'cuts', cuts: [2] }, [2])).toMatchObject({ edgeIsAbove: true });
  });

  it('hold a customer back by a part of their size, on either side, also under zero', () => {
    const thresholds = { bins: 4, edges: [-100, 0, 200], edgeIsAbove: true, reversed: false };
    expect(keepingRanges(thresholds, 5)).toEqual({ low: [-Infinity, -105, 0, 190], high: [-95, 0, 210, Infinity] });
  });
});
