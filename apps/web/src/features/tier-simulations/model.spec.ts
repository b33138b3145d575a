import { describe, expect, it } from '@jest/globals';
import {
  figuresOf,
  NO_TIER,
  progressOf,
  saysTheSame,
  shareOf,
  shiftsOf,
  sidesOf,
  wayOf,
  type SimulationResult,
  type Terms,
} from './model';

const tier = (key: string, replaces: string[] = []) =>
  ({
    key,
    name: key.toUpperCase(),
    icon: 'medal',
    colour: '#123456',
    enter: null,
    keep: null,
    benefits: [],
    replaces,
  }) as Terms['tiers'][number];
const terms = (...tiers: Terms['tiers']) => ({ tiers }) as Terms;

describe('which way customers go', () => {
  const draft = terms(tier('regular'), tier('silver', ['bronze']), tier('gold'));

  it('is told by ranks of the draft', () => {
    expect(wayOf(draft, 'regular', 'gold')).toBe('up');
    expect(wayOf(draft, 'gold', 'silver')).toBe('down');
    expect(wayOf(draft, 'silver', 'silver')).toBe('same');
  });

  it('is none into the tier that takes the members of one that goes', () => {
    expect(wayOf(draft, 'bronze', 'silver')).toBe('same');
    expect(wayOf(draft, 'bronze', 'gold')).toBe('up');
  });

  it('begins at the lowest tier for who stands in none, and in one that nobody takes over', () => {
    expect(wayOf(draft, NO_TIER, 'regular')).toBe('same');
    expect(wayOf(draft, NO_TIER, 'silver')).toBe('up');
    expect(wayOf(draft, 'forgotten', 'regular')).toBe('same');
  });
});

describe('the sides of a simulation', () => {
  const draft = terms(tier('regular'), tier('silver'), tier('gold'));
  const result = {
    tiers: [
      { key: 'regular', name: 'REGULAR', before: 8, after: 7 },
      { key: 'silver', name: 'SILVER', before: 0, after: 3 },
      { key: 'gold', name: 'GOLD', before: 0, after: 1 },
    ],
    gone: [{ key: 'bronze', name: 'BRONZE', before: 3 }],
  } as SimulationResult;
  const keys = (tiers: { key: string }[]) => tiers.map(({ key }) => key);

  it('show the ladder in force beside the draft, the highest first', () => {
    const sides = sidesOf({ terms: draft, result, baseVersion: 1 }, terms(tier('regular'), tier('bronze')));
    expect(keys(sides.before)).toEqual(['bronze', 'regular']);
    expect(keys(sides.after)).toEqual(['gold', 'silver', 'regular']);
  });

  it('make do with what the simulation tells until the version in force is known', () => {
    const sides = sidesOf({ terms: draft, result, baseVersion: 1 }, undefined);
    expect(keys(sides.before)).toEqual(['regular', 'bronze']);
  });

  it('begin in one place where no ladder is in force', () => {
    expect(keys(sidesOf({ terms: draft, result, baseVersion: null }, null).before)).toEqual([NO_TIER]);
  });

  it('tell every tier before and after, those that go at the end and empty', () => {
    const sides = sidesOf({ terms: draft, result, baseVersion: 1 }, terms(tier('regular'), tier('bronze')));
    expect(shiftsOf(result, sides).map(({ tier: { key }, before, after }) => [key, before, after])).toEqual([
      ['gold', 0, 1],
      ['silver', 0, 3],
      ['regular', 8, 7],
      ['bronze', 3, 0],
    ]);
  });
});

describe('a draft', () => {
  it('is the one that was simulated, whatever the order in which its words come', () => {
    const draft = { graceDays: 15, atStart: { kind: 'keep' }, tiers: [{ key: 'a' }, { key: 'b' }] };
    const sent = { tiers: [{ key: 'a' }, { key: 'b' }], atStart: { kind: 'keep', until: undefined }, graceDays: 15 };
    expect(saysTheSame(draft, sent)).toBe(true);
  });

  it('is another one after any change, also of the order of its tiers', () => {
    const draft = { graceDays: 15, tiers: [{ key: 'a' }, { key: 'b' }], note: null };
    expect(saysTheSame(draft, { ...draft, graceDays: 14 })).toBe(false);
    expect(saysTheSame(draft, { ...draft, tiers: [{ key: 'b' }, { key: 'a' }] })).toBe(false);
    expect(saysTheSame(draft, { ...draft, tiers: [{ key: 'a' }] })).toBe(false);
    expect(saysTheSame(draft, { ...draft, note: {} })).toBe(false);
    expect(saysTheSame({ list: [] }, { list: {} })).toBe(false);
  });
});

describe('figures', () => {
  it('are named as the server names them, once each', () => {
    const criterion = (measure: 'spend' | 'growth', window: object) => ({ measure, window, atLeast: 1 });
    const year = { kind: 'rolling', months: 12 };
    const silver = tier('silver');
    const threshold = (...criteria: object[]) => ({ match: 'any', criteria }) as never;
    silver.enter = threshold(criterion('spend', year), criterion('growth', { kind: 'calendar-year' }));
    silver.keep = threshold(criterion('spend', year), criterion('growth', { kind: 'lifetime' }));
    expect(figuresOf(terms(tier('regular'), silver)).map(({ name }) => name)).toEqual([
      'spend_rolling_12',
      'growth_calendar_year',
      'growth_lifetime',
    ]);
  });
});

describe('shares', () => {
  it('of nothing are nothing, and progress is unknown until the customers are counted', () => {
    expect(shareOf(3, 12)).toBe(0.25);
    expect(shareOf(0, 0)).toBe(0);
    expect(progressOf({ doneCustomers: 0, totalCustomers: null })).toBeNull();
    expect(progressOf({ doneCustomers: 50, totalCustomers: 200 })).toBe(0.25);
    expect(progressOf({ doneCustomers: 210, totalCustomers: 200 })).toBe(1);
  });
});
