import { describe, expect, it } from '@jest/globals';
import { differences } from './differences';
import { addTier, moveTier, removeTier } from './draft';
import { benefit, threeTiers } from './testing';

const told = (before = threeTiers(), after = threeTiers()) =>
  differences(before, after).map((change) =>
    'tier' in change ? [change.kind, change.tier.name] : [change.kind, change.rule],
  );

describe('what new terms change', () => {
  it('is nothing where they say the same, whatever the order of their fields', () => {
    const { tiers, ...rest } = threeTiers();
    expect(told(threeTiers(), { ...rest, tiers })).toEqual([]);
  });

  it('is told from the highest tier down, then the rules', () => {
    const after = threeTiers();
    after.tiers[1]!.enter!.criteria[0]!.atLeast = 200_000;
    after.tiers[2]!.name = '黑金';
    after.graceDays = 30;
    after.refunds = 'stay';
    expect(told(threeTiers(), after)).toEqual([
      ['tier-renamed', '黑金'],
      ['enter', '银卡'],
      ['rule', 'atEnd'],
      ['rule', 'refunds'],
    ]);
  });

  it('names tiers that come, and where members go of those that leave', () => {
    const after = removeTier(addTier(threeTiers(), '钻石', []), 2, ['gold']);
    const changes = differences(threeTiers(), after);
    expect(changes).toMatchObject([
      { kind: 'tier-added', tier: { name: '钻石' } },
      { kind: 'tier-removed', tier: { name: '金卡' }, home: { name: '银卡' } },
    ]);
  });

  it('tells which tier stands above which one now', () => {
    const changes = differences(threeTiers(), moveTier(threeTiers(), 1, 1));
    expect(changes).toContainEqual(
      expect.objectContaining({ kind: 'tier-moved', tier: expect.objectContaining({ name: '银卡' }) }),
    );
    expect(changes.filter(({ kind }) => kind === 'tier-moved')).toHaveLength(1);
  });

  it('tells a threshold of keeping that was the same as entering before', () => {
    const after = threeTiers();
    after.tiers[1]!.keep = after.tiers[1]!.enter;
    expect(differences(threeTiers(), after)).toMatchObject([{ kind: 'keep', before: null, tier: { name: '银卡' } }]);
  });

  it('tells benefits that come, go and change', () => {
    const before = threeTiers();
    before.tiers[2]!.benefits = [benefit('tea'), benefit('lounge')];
    const after = threeTiers();
    after.tiers[2]!.benefits = [benefit('tea', { quota: { times: 2, per: 'year' } }), benefit('parking')];
    expect(differences(before, after)).toMatchObject([
      { kind: 'benefit-changed', benefit: { key: 'tea' } },
      { kind: 'benefit-added', benefit: { key: 'parking' } },
      { kind: 'benefit-removed', benefit: { key: 'lounge' } },
    ]);
  });
});
