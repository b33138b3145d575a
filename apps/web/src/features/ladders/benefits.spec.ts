import { describe, expect, it } from '@jest/globals';
import { copyBenefits, fitted, mayHaveQuota, newBenefit } from './benefits';
import { benefit } from './testing';

describe('benefits in the editor', () => {
  it('begin with what their kind asks for, and nothing else', () => {
    expect(newBenefit('points-multiplier', '倍数', [])).toMatchObject({
      when: 'standing',
      factor: '1.5',
      points: null,
    });
    expect(newBenefit('points-gift', '积分', [])).toMatchObject({ when: 'entry', points: 100, factor: null });
    expect(newBenefit('free-shipping', '包邮', [])).toMatchObject({ when: 'standing', points: null, quota: null });
  });

  it('get a key of their own', () => {
    expect(newBenefit('custom', '茶歇', [benefit('custom'), benefit('custom-2')]).key).toBe('custom-3');
  });

  it('leave behind what the new kind or time has no use for', () => {
    const shipping = benefit('a', { kind: 'free-shipping', quota: { times: 2, per: 'month' }, costCents: 800 });
    expect(fitted({ ...shipping, when: 'birthday' })).toMatchObject({ quota: null, costCents: 800 });
    expect(fitted({ ...shipping, kind: 'points-gift' })).toMatchObject({ when: 'entry', points: 100, costCents: null });
    expect(fitted({ ...shipping, kind: 'points-multiplier' })).toMatchObject({ factor: '1.5', quota: null });
  });

  it('are counted only where they stand to be used', () => {
    expect(mayHaveQuota({ kind: 'coupon-pack', when: 'standing' })).toBe(true);
    expect(mayHaveQuota({ kind: 'coupon-pack', when: 'entry' })).toBe(false);
    expect(mayHaveQuota({ kind: 'points-multiplier', when: 'standing' })).toBe(false);
  });

  it('are copied from another tier without doubling what is there, or a multiplier', () => {
    const own = [benefit('points', { kind: 'points-multiplier', factor: '1.2' }), benefit('tea')];
    const from = [
      benefit('better-points', { kind: 'points-multiplier', factor: '2' }),
      benefit('tea', { name: 'other tea' }),
      benefit('lounge', { quota: { times: 1, per: 'year' } }),
    ];
    const copied = copyBenefits(own, from);
    expect(copied.map(({ key, name }) => [key, name])).toEqual([
      ['points', 'points'],
      ['tea', 'tea'],
      ['lounge', 'lounge'],
    ]);
    copied[2]!.quota!.times = 9;
    expect(from[2]!.quota!.times).toBe(1);
  });
});
