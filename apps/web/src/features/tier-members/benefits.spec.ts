import { describe, expect, it } from '@jest/globals';
import { giftStatusAsked, mayHandOver, mayUse, occasionOf } from './benefits';

describe('a gift', () => {
  it('is handed over by people unless it is points, and once', () => {
    expect(mayHandOver({ status: 'issued', kind: 'coupon-pack' })).toBe(true);
    expect(mayHandOver({ status: 'issued', kind: 'points-gift' })).toBe(false);
    expect(mayHandOver({ status: 'delivered', kind: 'coupon-pack' })).toBe(false);
  });

  it('tells what it was for', () => {
    expect(occasionOf('entry:gold')).toEqual({ occasion: 'entry', year: '' });
    expect(occasionOf('entry:gold:2026')).toEqual({ occasion: 'entry', year: '2026' });
    expect(occasionOf('birthday:2026')).toEqual({ occasion: 'birthday', year: '2026' });
    expect(occasionOf('import:7')).toEqual({ occasion: 'other', year: '' });
  });

  it('is still to be handed over, where the address says nothing', () => {
    expect(['', 'void', 'all'].map(giftStatusAsked)).toEqual(['issued', 'void', undefined]);
  });
});

describe('a benefit', () => {
  const quota = (left: number) => ({ times: 2, per: 'month', left, renewsOn: '2026-12-01' }) as const;

  it('is used while something of it is left', () => {
    expect(mayUse({ kind: 'free-shipping', when: 'standing', quota: quota(1) })).toBe(true);
    expect(mayUse({ kind: 'free-shipping', when: 'standing', quota: quota(0) })).toBe(false);
    expect(mayUse({ kind: 'dedicated-service', when: 'standing', quota: null })).toBe(true);
  });

  it('comes by itself when it is a gift or multiplies points', () => {
    expect(mayUse({ kind: 'coupon-pack', when: 'entry', quota: null })).toBe(false);
    expect(mayUse({ kind: 'points-multiplier', when: 'standing', quota: null })).toBe(false);
  });
});
