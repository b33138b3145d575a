import { describe, expect, it } from '@jest/globals';
import type { Benefit, LadderTerms, Tier } from '../../ladders/domain/ladder';
import { resultOf, wayOf, type MatrixCell } from './results';

const benefit = (part: Partial<Benefit>): Benefit => ({
  key: 'b',
  kind: 'custom',
  name: 'b',
  description: '',
  when: 'standing',
  points: null,
  factor: null,
  quota: null,
  costCents: null,
  usePercent: 100,
  ...part,
});
const multiplier = (factor: string) => benefit({ key: 'm', kind: 'points-multiplier', factor });
const tier = (key: string, benefits: Benefit[] = [], replaces: string[] = []): Tier => ({
  key,
  name: key,
  icon: 'star',
  colour: '#909399',
  enter: null,
  keep: null,
  benefits,
  replaces,
});
const ladder = (tiers: Tier[], rest: Partial<LadderTerms> = {}): LadderTerms => ({
  tiers,
  currency: 'CNY',
  rises: { at: 'once' },
  validity: { kind: 'unlimited' },
  atEnd: 'keep',
  graceDays: 0,
  warningDays: [],
  refunds: 'stay',
  gifts: { skipped: true, once: 'ever', placement: false },
  atStart: { kind: 'keep' },
  ...rest,
});
const cell = (from: string | null, to: string, customers: number, points = 0): MatrixCell => ({
  from,
  to,
  customers,
  points,
});

const BASE = ladder([tier('plain'), tier('silver', [multiplier('1.2')]), tier('gold', [multiplier('1.5')])]);

describe('the result of a simulation', () => {
  it('counts who goes up, down and stays, and who falls on the first day', () => {
    const matrix = [cell('plain', 'plain', 90), cell('plain', 'silver', 7), cell('gold', 'silver', 3)];
    const counts = { customers: 100, up: 7, down: 3, same: 90 };
    expect(resultOf(BASE, BASE, matrix, null)).toMatchObject({ ...counts, downAtOnce: 0 });
    const atOnce = ladder(BASE.tiers, { atStart: { kind: 're-evaluate', grandfatherUntil: null } });
    expect(resultOf(atOnce, BASE, matrix, null)).toMatchObject({ ...counts, downAtOnce: 3 });
    const spared = ladder(BASE.tiers, { atStart: { kind: 're-evaluate', grandfatherUntil: '2026-12-31' } });
    expect(resultOf(spared, BASE, matrix, null)).toMatchObject({ ...counts, downAtOnce: 0 });
    expect(resultOf(BASE, BASE, matrix, null).tiers).toEqual([
      { key: 'plain', name: 'plain', before: 97, after: 90 },
      { key: 'silver', name: 'silver', before: 0, after: 10 },
      { key: 'gold', name: 'gold', before: 3, after: 0 },
    ]);
  });

  it('takes the present multiplier out of what was earned before it puts the new one in', () => {
    const result = resultOf(BASE, BASE, [cell('silver', 'gold', 1, 1_200)], null);
    expect(result.before.multiplierPoints).toBe(200);
    expect(result.after.multiplierPoints).toBe(500);
  });

  it('counts benefits by quota and share of users, and birthday gifts once a year', () => {
    const shipping = benefit({ key: 's', quota: { times: 2, per: 'month' }, costCents: 800, usePercent: 40 });
    const birthday = benefit({ key: 'y', kind: 'points-gift', when: 'birthday', points: 300 });
    const draft = ladder([tier('plain'), tier('silver', [shipping, birthday])]);
    const result = resultOf(draft, BASE, [cell('plain', 'silver', 10)], null);
    // 10 members, 24 times a year at 8.00, of whom 40 in a hundred use it.
    expect(result.after).toEqual({ multiplierPoints: 0, giftPoints: 3_000, benefitCents: 76_800 });
  });

  it('pays entry gifts of skipped tiers only where the ladder does, and none where everybody is placed', () => {
    const gift = (points: number) => benefit({ key: 'g', kind: 'points-gift', when: 'entry', points });
    const tiers = [tier('plain'), tier('silver', [gift(100)]), tier('gold', [gift(500)])];
    const gifts = (terms: LadderTerms, matrix: MatrixCell[]) => resultOf(terms, null, matrix, null).entryGifts.points;
    expect(gifts(ladder(tiers), [cell('plain', 'gold', 2)])).toBe(1_200);
    const once = { skipped: false, once: 'ever', placement: false } as const;
    expect(gifts(ladder(tiers, { gifts: once }), [cell('plain', 'gold', 2)])).toBe(1_000);
    expect(gifts(ladder(tiers), [cell('gold', 'silver', 2), cell('silver', 'silver', 5)])).toBe(0);
    expect(gifts(ladder(tiers), [cell(null, 'gold', 2)])).toBe(0);
    const placing = { ...once, placement: true };
    expect(gifts(ladder(tiers, { gifts: placing }), [cell(null, 'gold', 2)])).toBe(1_000);
  });

  it('follows members of tiers that are gone to who replaces them', () => {
    const draft = ladder([tier('plain'), tier('diamond', [], ['gold'])]);
    expect(wayOf(draft, 'gold', 'diamond')).toBe(0);
    expect(wayOf(draft, 'silver', 'diamond')).toBe(1);
    const result = resultOf(draft, BASE, [cell('gold', 'diamond', 4), cell('silver', 'plain', 5)], null);
    expect(result).toMatchObject({ up: 0, down: 0, same: 9 });
    expect(result.gone).toEqual([
      { key: 'silver', name: 'silver', before: 5 },
      { key: 'gold', name: 'gold', before: 4 },
    ]);
  });
});
