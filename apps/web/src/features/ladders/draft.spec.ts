import { describe, expect, it } from '@jest/globals';
import { addCriterion, addTier, adopt, easier, moveTier, removeTier, restored } from './draft';
import { threeTiers } from './testing';

const keys = ({ tiers }: { tiers: { key: string }[] }) => tiers.map(({ key }) => key);
const asks = (terms: ReturnType<typeof threeTiers>) =>
  terms.tiers.map(({ enter }) => enter?.criteria[0]?.atLeast ?? null);

describe('the editor of a ladder', () => {
  it('adds a tier on top that asks for twice as much, in a colour of its own', () => {
    const terms = addTier(threeTiers(), '黑卡', []);
    expect(keys(terms)).toEqual(['regular', 'silver', 'gold', 'tier-4']);
    expect(asks(terms)).toEqual([null, 100_000, 500_000, 1_000_000]);
    expect(terms.tiers[3]!.colour).not.toBe('#8c8c8c');
  });

  it('never gives a new tier the key of one whose members are elsewhere', () => {
    const replaced = adopt(threeTiers(), 'tier-4', 1);
    expect(addTier(replaced, '黑卡', ['tier-5']).tiers[3]!.key).toBe('tier-6');
  });

  it('gives the first tier above the lowest a threshold of spend', () => {
    const { tiers } = threeTiers();
    const terms = addTier({ ...threeTiers(), tiers: tiers.slice(0, 1) }, '银卡', []);
    expect(terms.tiers[1]!.enter?.criteria[0]).toMatchObject({ measure: 'spend', atLeast: 100_000 });
  });

  it('sends the members of a removed tier to the next lower one', () => {
    const terms = removeTier(threeTiers(), 2, ['regular', 'silver', 'gold']);
    expect(terms.tiers.map(({ key, replaces }) => [key, replaces])).toEqual([
      ['regular', []],
      ['silver', ['gold']],
    ]);
  });

  it('sends on those whom the removed tier had taken over', () => {
    const once = removeTier(threeTiers(), 2, ['regular', 'silver', 'gold']);
    expect(removeTier(once, 1, ['regular', 'silver', 'gold']).tiers[0]!.replaces).toEqual(['gold', 'silver']);
  });

  it('asks nobody to take members of a tier that never was in force', () => {
    expect(removeTier(threeTiers(), 2, ['regular']).tiers[1]!.replaces).toEqual([]);
  });

  it('makes the next tier the lowest, without a threshold, when the lowest is removed', () => {
    const { tiers } = removeTier(threeTiers(), 0, ['regular']);
    expect(tiers[0]).toMatchObject({ key: 'silver', enter: null, keep: null, replaces: ['regular'] });
  });

  it('keeps the last tier', () => {
    const one = { ...threeTiers(), tiers: threeTiers().tiers.slice(0, 1) };
    expect(removeTier(one, 0, [])).toEqual(one);
  });

  it('moves a tier by a rung while thresholds stay where they rise', () => {
    const terms = moveTier(threeTiers(), 1, 1);
    expect(keys(terms)).toEqual(['regular', 'gold', 'silver']);
    expect(asks(terms)).toEqual([null, 100_000, 500_000]);
    expect(moveTier(threeTiers(), 2, 1)).toEqual(threeTiers());
  });

  it('leaves the terms that it was given as they were', () => {
    const terms = threeTiers();
    moveTier(terms, 0, 1);
    removeTier(terms, 1, ['silver']);
    adopt(terms, 'bronze', 1);
    expect(terms).toEqual(threeTiers());
  });

  it('finds members of a former tier in one tier only', () => {
    const terms = adopt(adopt(threeTiers(), 'bronze', 1), 'bronze', 0);
    expect(terms.tiers.map(({ replaces }) => replaces)).toEqual([['bronze'], [], []]);
    expect(adopt(terms, 'bronze', null).tiers[0]!.replaces).toEqual([]);
  });

  it('tells where members of newer tiers go when earlier terms come back', () => {
    const inForce = addTier(addTier(threeTiers(), '铂金', []), '钻石', []);
    expect(restored(threeTiers(), inForce).tiers.map(({ replaces }) => replaces)).toEqual([
      [],
      [],
      ['tier-4', 'tier-5'],
    ]);
    expect(restored(threeTiers(), threeTiers())).toEqual(threeTiers());
  });

  it('adds a criterion of what is not asked for yet, over the same period', () => {
    const threshold = addCriterion(threeTiers().tiers[1]!.enter!);
    expect(threshold.criteria[1]).toEqual({ measure: 'orders', window: { kind: 'rolling', months: 12 }, atLeast: 5 });
  });

  it('begins keeping a little easier than reaching', () => {
    expect(easier(threeTiers().tiers[1]!.enter!).criteria[0]!.atLeast).toBe(80_000);
  });
});
