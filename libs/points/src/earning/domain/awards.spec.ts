import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decideAward, partsOf, sumOf, UNUSED, usesOf, type Limits, type Used } from './awards';
import { asOrder, asRule } from '../testing/samples';
import { versionAt, type Caps } from './rules';

const terms = { timeZone: 'Asia/Shanghai', rounding: 'floor' } as const;
const limits = (used: Partial<Used> = {}, budget: number | null = null): Limits => ({
  usedOf: () => ({ ...UNUSED, ...used }),
  budgetLeft: () => budget,
});
const NO_CAPS: Caps = { perOrder: null, perDay: null, perMonth: null, perCustomer: null };
const capped = (caps: Partial<Caps>, used: Partial<Used> = {}, budget: number | null = null) =>
  decideAward(
    asOrder({ totalCents: 12_000 }),
    [asRule({ caps: { ...NO_CAPS, ...caps } })],
    terms,
    limits(used, budget),
  )[0]!;

describe('an award', () => {
  it('stops at the caps of the order, the day, the month and the customer, and at the budget', () => {
    expect(capped({}).points).toBe(120);
    expect(capped({ perOrder: 100 }).points).toBe(100);
    expect(capped({ perDay: 500 }, { day: 450 }).points).toBe(50);
    expect(capped({ perMonth: 500 }, { month: 500 })).toMatchObject({ points: 0, why: { code: 'cap-month' } });
    expect(capped({ perCustomer: 130 }, { life: 40 }).points).toBe(90);
    expect(capped({ perDay: 500 }, { day: 450 }, 7).points).toBe(7);
    expect(capped({}, {}, 0)).toMatchObject({ points: 0, why: { code: 'budget' } });
    expect(capped({ perDay: 10 }, { day: 12 }).points).toBe(0);
  });

  it('tells each cut as a step', () => {
    const { steps } = capped({ perOrder: 100, perDay: 500 }, { day: 450 }, 7);
    expect(steps.map(({ what, points }) => [what, points])).toEqual([
      ['base', 120],
      ['cap-order', -20],
      ['cap-day', -50],
      ['budget', -43],
    ]);
  });

  it('takes the best rule of a group, after caps, and adds the others', () => {
    const rules = [
      asRule({ bestOf: 'week', caps: { ...NO_CAPS, perDay: 500 } }, 'plain'),
      asRule({ bestOf: 'week', base: { kind: 'fixed', points: 60 } }, 'double'),
      asRule({ base: { kind: 'fixed', points: 5 } }, 'extra'),
    ];
    const verdicts = decideAward(asOrder({ totalCents: 12_000 }), rules, terms, limits({ day: 450 }));
    expect(verdicts.map(({ points }) => points)).toEqual([0, 60, 5]);
    expect(verdicts[0]!.why).toEqual({ code: 'better-rule', detail: { name: 'double', points: 60 } });
    expect(partsOf(verdicts).map(({ ruleId, points }) => [ruleId, points])).toEqual([
      ['double', 60],
      ['extra', 5],
    ]);
  });

  it('for the first purchase is given once', () => {
    const rule = asRule({ trigger: { kind: 'first-purchase' }, base: { kind: 'fixed', points: 100 } });
    const first = { ...asOrder({}), triggers: ['order', 'first-purchase'] as const };
    const given = (used: Partial<Used>) =>
      decideAward({ ...first, triggers: [...first.triggers] }, [rule], terms, limits(used))[0]!;
    expect(given({}).points).toBe(100);
    expect(given({ times: 1 })).toMatchObject({ points: 0, why: { code: 'had-before' } });
    expect(decideAward(asOrder({}), [rule], terms, limits())[0]!.why?.code).toBe('trigger');
  });

  it('counts into the day, the month and the life of the customer', () => {
    const parts = partsOf([capped({})]);
    expect(usesOf(parts, new Date('2026-02-28T16:00:00Z'), 'Asia/Shanghai')).toEqual([
      { ruleId: 'rule', period: 'day:2026-03-01', points: 120 },
      { ruleId: 'rule', period: 'month:2026-03', points: 120 },
      { ruleId: 'rule', period: 'life', points: 120 },
    ]);
  });

  it('never passes a cap or the budget, whatever was used, and its steps sum to its points', () => {
    const cap = fc.option(fc.integer({ min: 1, max: 1000 }), { nil: null });
    const caps = fc.record({ perOrder: cap, perDay: cap, perMonth: cap, perCustomer: cap });
    const used = fc.record({ day: fc.nat(1500), month: fc.nat(1500), life: fc.nat(1500), times: fc.nat(9) });
    const budgets = fc.option(fc.nat(1000), { nil: null });
    fc.assert(
      fc.property(fc.nat({ max: 200_000 }), caps, used, budgets, (totalCents, limit, taken, budget) => {
        const [verdict] = decideAward(asOrder({ totalCents }), [asRule({ caps: limit })], terms, limits(taken, budget));
        const { points, steps } = verdict!;
        const within = (ceiling: number | null, before: number) =>
          ceiling === null || points <= Math.max(0, ceiling - before);
        expect(within(limit.perOrder, 0) && within(limit.perDay, taken.day)).toBe(true);
        expect(within(limit.perMonth, taken.month) && within(limit.perCustomer, taken.life)).toBe(true);
        expect(within(budget, 0)).toBe(true);
        expect(sumOf(steps)).toBe(points);
      }),
    );
  });
});

describe('versions of a rule', () => {
  const version = (number: number, from: string, to: string | null = null) => ({
    version: number,
    validFrom: new Date(from),
    validTo: to === null ? null : new Date(to),
  });
  const versions = [version(1, '2026-01-01'), version(2, '2026-06-01', '2026-08-01')];
  const on = (day: string, all = versions) => versionAt(all, new Date(day))?.version ?? null;

  it('hold from their time on, the one made last before the others', () => {
    expect(['2025-12-31', '2026-01-01', '2026-05-31', '2026-06-01', '2026-07-31'].map((day) => on(day))).toEqual([
      null,
      1,
      1,
      2,
      2,
    ]);
  });

  it('leave nothing behind when the last one is over', () => {
    expect(on('2026-08-01')).toBeNull();
    expect(on('2026-08-01', [...versions, version(3, '2026-08-01')])).toBe(3);
    expect(on('2026-06-15', [...versions, version(3, '2026-02-01')])).toBe(3);
  });
});
