import { describe, expect, it } from '@jest/globals';
import { mayReverse, monthBars, netCentsOf, originOf, readAmount, reasonOf, signedWhole } from './values';

describe('an entry of a value ledger', () => {
  const entry = { source: 'orders', reason: 'order', reversesKey: null } as const;

  it('says where it came from, and that it puts something right', () => {
    expect(originOf(entry)).toBe('orders');
    expect(originOf({ ...entry, reason: 'correction' })).toBe('correction');
    expect(originOf({ ...entry, reversesKey: 'order:1:purchase:1' })).toBe('reversal');
    expect(originOf({ ...entry, source: 'staff', reason: 'correction' })).toBe('staff');
  });

  it('gives a reason only where a person wrote one', () => {
    expect(reasonOf(entry)).toBe('');
    expect(reasonOf({ source: 'staff', reason: '补发' })).toBe('补发');
  });

  it('knows the money that it was computed from', () => {
    expect(netCentsOf({ breakdown: { netCents: 26_800 } })).toBe(26_800);
    expect(netCentsOf({ breakdown: { value: 5 } })).toBeNull();
    expect(netCentsOf({ breakdown: null })).toBeNull();
  });

  it('can be taken back unless it takes something back itself', () => {
    expect(mayReverse({ amount: 5, reversesKey: null })).toBe(true);
    expect(mayReverse({ amount: -5, reversesKey: 'x' })).toBe(false);
  });

  it('wears its sign', () => {
    expect([1500, -30, 0].map((value) => signedWhole(value, String))).toEqual(['+1500', '−30', '0']);
  });
});

describe('an amount that is typed', () => {
  it.each([
    ['1,200', 1200],
    ['-50', -50],
    ['−50', -50],
    [' ＋３０ ', 30],
    ['0', null],
    ['1.5', null],
    ['', null],
    ['1000000001', null],
  ])('reads %s as %s', (typed, amount) => {
    expect(readAmount(typed)).toBe(amount);
  });
});

describe('the months of a value', () => {
  it('are told by the largest of them', () => {
    const months = [
      { month: '2026-10', amount: -50 },
      { month: '2026-11', amount: 200 },
    ];
    expect(monthBars(months).map(({ share }) => share)).toEqual([0.25, 1]);
  });
});
