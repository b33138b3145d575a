import { describe, expect, it } from '@jest/globals';
import { countDirections, directionOf, pairsGoing } from './movements';

const names = { zh: '甲', en: 'A' };
const segments = [
  { code: 'best', names, rank: 1 },
  { code: 'good', names, rank: 2 },
  { code: 'also-good', names, rank: 2 },
  { code: 'lost', names, rank: 3 },
];

describe('movement between segments', () => {
  it('goes up to a better rank and down to a worse one; between equal or unknown ranks it is a change', () => {
    const ranks = new Map(segments.map(({ code, rank }) => [code, rank]));
    expect(directionOf({ from: 'lost', to: 'best' }, ranks)).toBe('up');
    expect(directionOf({ from: 'best', to: 'good' }, ranks)).toBe('down');
    expect(directionOf({ from: 'good', to: 'also-good' }, ranks)).toBe('changed');
    expect(directionOf({ from: 'of an older scheme', to: 'best' }, ranks)).toBe('changed');
    expect(directionOf({ from: 'best', to: 'best' }, ranks)).toBe('same');
    expect(directionOf({ from: null, to: 'best' }, ranks)).toBe('new');
    expect(directionOf({ from: 'best', to: null }, ranks)).toBe('lapsed');
  });

  it('is counted in customers', () => {
    const steps = [
      { from: 'best', to: 'lost', customers: 40 },
      { from: 'good', to: 'lost', customers: 2 },
      { from: null, to: 'good', customers: 5 },
    ];
    expect(countDirections(steps, segments)).toEqual({ up: 0, down: 42, same: 0, new: 5, lapsed: 0, changed: 0 });
  });

  it('down is every pair of segments whose second is worse', () => {
    expect(pairsGoing('down', segments).map(({ from, to }) => `${from} ${to}`)).toEqual([
      'best good',
      'best also-good',
      'best lost',
      'good lost',
      'also-good lost',
    ]);
  });
});
