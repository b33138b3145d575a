import { describe, expect, it } from '@jest/globals';
import {
  gapsOf,
  keepStateOf,
  leavingOn,
  tiersIn,
  type CustomerTier,
  type ShownTier,
  type TierCriterion,
} from './model';

const tier = (key: string, name: string, rank: number): ShownTier => ({
  key,
  name,
  icon: 'star',
  colour: '#888888',
  rank,
});
const regular = tier('regular', '普通', 0);
const silver = tier('silver', '银卡', 1);
const criterion = (measure: TierCriterion['measure'], missing: number) =>
  ({ measure, missing, met: missing === 0 }) as TierCriterion;
const explained = (known: Partial<CustomerTier>) =>
  ({
    tier: silver,
    lock: null,
    validUntil: '2027-03-14',
    keep: null,
    inGrace: false,
    above: [],
    ...known,
  }) as CustomerTier;

describe('what is missing to a tier', () => {
  it('is told for every criterion that is not reached', () => {
    const criteria = [criterion('spend', 128_000), criterion('orders', 0)];
    expect(gapsOf({ met: false, match: 'all', criteria })).toEqual([{ measure: 'spend', missing: 128_000 }]);
  });

  it('is nothing when the tier is reached, whatever one of its criteria lacks', () => {
    const criteria = [criterion('spend', 128_000), criterion('orders', 0)];
    expect(gapsOf({ met: true, match: 'any', criteria })).toEqual([]);
  });

  it('takes the larger gap of one measure where all are wanted, the smaller one where any is enough', () => {
    const criteria = [criterion('spend', 500), criterion('spend', 900)];
    expect(gapsOf({ met: false, match: 'all', criteria })).toEqual([{ measure: 'spend', missing: 900 }]);
    expect(gapsOf({ met: false, match: 'any', criteria })).toEqual([{ measure: 'spend', missing: 500 }]);
  });
});

describe('what keeps a tier', () => {
  const keep = (met: boolean) =>
    ({ tier: silver, match: 'all', met, criteria: [], decidedOn: null, by: '2027-03-29' }) as const;

  it('is no question for the lowest tier, nor for one without an end', () => {
    expect(keepStateOf(explained({ tier: regular, validUntil: null }))).toBe('none');
    expect(keepStateOf(explained({ validUntil: null }))).toBe('endless');
  });

  it('is the tier that the rules gave, under a lock too', () => {
    const lock = { tier: silver, underneath: regular, until: '2027-01-01', mayRise: true };
    expect(keepStateOf(explained({ lock }))).toBe('none');
  });

  it('is open, reached, or late within the days of grace', () => {
    expect(keepStateOf(explained({ keep: { ...keep(false), criteria: [] } }))).toBe('open');
    expect(keepStateOf(explained({ keep: { ...keep(true), criteria: [] } }))).toBe('kept');
    expect(keepStateOf(explained({ keep: { ...keep(false), criteria: [] }, inGrace: true }))).toBe('grace');
    expect(keepStateOf(explained({}))).toBe('renewed');
  });
});

describe('what stops counting', () => {
  const leaves = (amount: number) =>
    ({
      figure: 'spend_rolling_12',
      measure: 'spend',
      window: { kind: 'rolling', months: 12 },
      amount,
      hasAfter: 0,
    }) as const;

  it('names the tiers that are lost with it, as far as they are known', () => {
    const days = [{ day: '2027-03-15', leaving: [leaves(30_000)], noLongerMet: ['silver', 'bronze'] }];
    expect(leavingOn(days, [regular, silver])).toEqual([
      { day: '2027-03-15', leaving: [leaves(30_000)], lost: ['银卡'] },
    ]);
  });

  it('says nothing of days on which sums cancel out', () => {
    expect(leavingOn([{ day: '2027-03-15', leaving: [leaves(0)], noLongerMet: [] }], [])).toEqual([]);
  });
});

describe('the tiers of an explanation', () => {
  it('are each named once', () => {
    const aim = { tier: silver, match: 'all', met: false, criteria: [], decidedOn: null } as const;
    const found = tiersIn(
      explained({ tier: regular, above: [{ ...aim, criteria: [] }], keep: { ...aim, criteria: [], by: '' } }),
    );
    expect(found.map(({ key }) => key)).toEqual(['regular', 'silver']);
  });
});
