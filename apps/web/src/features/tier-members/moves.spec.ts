import { describe, expect, it } from '@jest/globals';
import type { TierMove } from './model';
import { demandsOf, isCovered, thresholdOf, type LadderTerms } from './moves';

const year = { kind: 'rolling', months: 12 } as const;
const spend = (atLeast: number) => ({ measure: 'spend', window: year, atLeast }) as const;
const orders = (atLeast: number) => ({ measure: 'orders', window: year, atLeast }) as const;
const terms = {
  tiers: [
    { key: 'regular', enter: null, keep: null },
    { key: 'silver', enter: { match: 'any', criteria: [spend(100_000), orders(5)] }, keep: null },
    {
      key: 'gold',
      enter: { match: 'all', criteria: [spend(500_000)] },
      keep: { match: 'all', criteria: [spend(400_000)] },
    },
  ],
} as unknown as LadderTerms;
const named = (key: string) => ({ key, name: key });
const move = (kind: TierMove['kind'], from: string, to: string) =>
  ({
    kind,
    from: named(from),
    to: named(to),
    underneathFrom: named(from),
    underneathTo: named(to),
    figures: [
      { figure: 'orders_rolling_12', measure: 'orders', window: year, value: 3 },
      { figure: 'spend_rolling_12', measure: 'spend', window: year, value: 420_000 },
    ],
  }) as TierMove;

describe('the figures of a move', () => {
  it('stand against the threshold of entering when she rose', () => {
    expect(demandsOf(move('rose', 'regular', 'silver'), terms)).toMatchObject([
      { measure: 'orders', value: 3, atLeast: 5, met: false },
      { measure: 'spend', value: 420_000, atLeast: 100_000, met: true },
    ]);
  });

  it('stand against the threshold of keeping the tier that she lost', () => {
    expect(demandsOf(move('fell', 'gold', 'silver'), terms)[0]).toMatchObject({ atLeast: 400_000, met: true });
  });

  it('come after those that decided when nothing was wanted of them', () => {
    expect(demandsOf(move('kept', 'gold', 'gold'), terms).map(({ measure }) => measure)).toEqual(['spend', 'orders']);
  });

  it('stand alone while the version is not known, or knows the tier no more', () => {
    expect(demandsOf(move('rose', 'regular', 'silver'), undefined).every(({ atLeast }) => atLeast === null)).toBe(true);
    expect(thresholdOf(move('rose', 'regular', 'bronze'), terms)).toBeNull();
  });

  it('keep a tier by what entering it takes where keeping has no threshold of its own', () => {
    expect(thresholdOf(move('kept', 'silver', 'silver'), terms)?.criteria).toHaveLength(2);
  });

  it('decide nothing about a lock', () => {
    expect(thresholdOf(move('locked', 'regular', 'gold'), terms)).toBeNull();
  });
});

describe('a lock over a move', () => {
  it('is told when what counts is not what the rules say', () => {
    expect(isCovered(move('kept', 'gold', 'gold'))).toBe(false);
    expect(isCovered({ ...move('locked', 'regular', 'gold'), underneathTo: named('regular') })).toBe(true);
  });
});
