import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { judge, type Terms } from './judgement';
import type { Occasion, OccasionLine } from './occasions';
import { countedCents, countedLines } from './conditions';
import type { Condition, Multiplier, RuleContent } from './rules';
import { asOrder, asRule } from '../testing/samples';

const terms: Terms = { timeZone: 'Asia/Shanghai', rounding: 'floor' };
const points = (occasion: Occasion, content: Partial<RuleContent>, rounding: Terms['rounding'] = 'floor') =>
  judge(occasion, asRule(content), { ...terms, rounding });
const why = (occasion: Occasion, ...conditions: Condition[]) => points(occasion, { conditions }).why;
const times = (factor: string, group: string | null = null, when: Condition[] = []): Multiplier => ({
  name: `x${factor}`,
  factor,
  group,
  when,
});
const stepsSum = ({ steps }: { steps: { points: number }[] }) => steps.reduce((sum, step) => sum + step.points, 0);

describe('what a rule gives', () => {
  it('is points for so much money, rounded once, at the end', () => {
    const order = asOrder({ totalCents: 1999 });
    expect(points(order, {}).points).toBe(19);
    expect(points(order, {}, 'half-up').points).toBe(20);
    const one = points(order, { multipliers: [times('1.5')] });
    expect(one.points).toBe(29);
    expect(one.steps.map(({ what, points: given }) => [what, given])).toEqual([
      ['base', 19],
      ['multiplier', 10],
    ]);
  });

  it('multiplies what may be stacked, and takes the best of a group', () => {
    const order = asOrder({ totalCents: 10_000 });
    const given = (...multipliers: Multiplier[]) => points(order, { multipliers }).points;
    expect(given(times('2'), times('1.5'))).toBe(300);
    expect(given(times('2', 'a'), times('3', 'a'), times('1.1', 'b'))).toBe(330);
    expect(given(times('2', 'a'), times('2', 'a'))).toBe(200);
    expect(given(times('0.5'))).toBe(50);
    expect(given(times('1.0001'), times('1.0001'))).toBe(100);
  });

  it('is multiplied by who buys after its own multipliers, exactly, and still rounded once', () => {
    const order = { ...asOrder({ totalCents: 333 }), factors: [{ name: '金卡', factor: '1.5' }] };
    const one = points(order, { multipliers: [times('1.1', 'a'), times('1.05', 'a')] });
    // 3.33 x 1.1 x 1.5 = 5.4945
    expect(one.steps.map(({ what, points: given, detail }) => [what, given, detail?.name])).toEqual([
      ['base', 3, undefined],
      ['multiplier', 0, 'x1.1'],
      ['multiplier', 2, '金卡'],
    ]);
    expect(points(order, {}, 'half-up').points).toBe(5);
    expect(points(order, { takesFactors: false }).points).toBe(3);
  });

  it('is not multiplied by who buys where nothing was bought', () => {
    const birthday = {
      ...asOrder({}),
      order: undefined,
      triggers: ['birthday' as const],
      factors: [{ name: '金卡', factor: '2' }],
    };
    const content = { trigger: { kind: 'birthday' as const }, base: { kind: 'fixed' as const, points: 10 } };
    expect(points(birthday, content).points).toBe(10);
    expect(
      points({ ...birthday, triggers: ['first-purchase'] }, { ...content, trigger: { kind: 'first-purchase' } }).points,
    ).toBe(20);
  });

  it('is doubled in the month of the birthday, and only then', () => {
    const multipliers = [times('2', null, [{ kind: 'birthday-month' }])];
    const born = (birthday: string | null) =>
      asOrder({ totalCents: 10_000, at: '2026-03-01T00:30:00+08:00', birthday });
    expect(points(born('1990-03-31'), { multipliers }).points).toBe(200);
    expect(points(born('1990-02-28'), { multipliers }).points).toBe(100);
    expect(points(born(null), { multipliers }).points).toBe(100);
  });

  it('counts the lines that are not excluded, by their share of what was paid', () => {
    const order = asOrder({
      totalCents: 9000,
      lines: [
        { sku: 'TEA', category: '茶', amountCents: 6000 },
        { sku: 'CARD', category: '礼品卡', amountCents: 4000 },
      ],
    });
    const excluded = { categories: ['礼品卡'], skus: [] };
    expect(points(order, { excluded }).points).toBe(54);
    const lines = { kind: 'per-amount', points: 1, perCents: 100, of: 'lines', currency: 'CNY' } as const;
    expect(points(order, { excluded, base: lines }).points).toBe(60);
    expect(points(order, { conditions: [{ kind: 'sku', in: ['CARD'] }] }).points).toBe(36);
    expect(points(order, { excluded: { categories: ['茶'], skus: ['CARD'] } }).why).toMatchObject({
      code: 'no-line-counts',
    });
  });

  it('falls on the lines without losing a point', () => {
    const order = asOrder({ totalCents: 10_000, lines: [1, 1, 1].map((amountCents) => ({ amountCents })) });
    const [base] = points(order, {}).steps;
    expect((base!.detail!.lines as { points: number }[]).map((line) => line.points)).toEqual([34, 33, 33]);
  });

  it('is nothing for another currency, and says so', () => {
    expect(points(asOrder({ currency: 'USD' }), {}).why).toEqual({
      code: 'currency',
      detail: { is: 'USD', wanted: 'CNY' },
    });
  });

  it('is nothing when it rounds to nothing, and says so', () => {
    expect(points(asOrder({ totalCents: 99 }), {}).why?.code).toBe('rounds-to-nothing');
    expect(points(asOrder({ totalCents: 99 }), {}, 'ceil').points).toBe(1);
  });

  it('goes up the ladder of days in a row, and from the bottom again or stays', () => {
    const signIn = (streak: number): Occasion => ({
      triggers: ['sign-in'],
      at: new Date(),
      earner: null,
      facts: new Map(),
      streak,
    });
    const trigger = { kind: 'sign-in', makeUpsPerMonth: 0, makeUpDays: 7 } as const;
    const climbing = (after: 'repeat' | 'stay') =>
      [1, 2, 3, 4, 7].map(
        (streak) => points(signIn(streak), { trigger, base: { kind: 'ladder', points: [1, 2, 5], after } }).points,
      );
    expect(climbing('repeat')).toEqual([1, 2, 5, 1, 1]);
    expect(climbing('stay')).toEqual([1, 2, 5, 5, 5]);
  });

  it('waits for its own trigger', () => {
    const event: Occasion = {
      ...asOrder({}),
      order: undefined,
      triggers: ['event'],
      event: { type: 'review', properties: {} },
    };
    const base = { kind: 'fixed', points: 5 } as const;
    expect(points(event, { trigger: { kind: 'event', type: 'review' }, base }).points).toBe(5);
    expect(points(event, { trigger: { kind: 'event', type: 'referral' }, base }).why?.code).toBe('event-type');
    expect(points(event, { base }).why?.code).toBe('trigger');
    const profile: Occasion = { ...event, triggers: ['profile-completed'], knownFields: new Set(['birthday']) };
    const trigger = { kind: 'profile-completed', fields: ['birthday', 'phone'] } as const;
    expect(points(profile, { trigger: { ...trigger, fields: [...trigger.fields] }, base }).why).toEqual({
      code: 'profile-incomplete',
      detail: { missing: ['phone'] },
    });
  });
});

describe('conditions', () => {
  const at = (time: string) => asOrder({ at: time });

  it('on the channel, the amount and the lines', () => {
    const order = asOrder({
      channel: 'app',
      totalCents: 5000,
      lines: [{ sku: 'A', category: 'x', amountCents: 5000 }],
    });
    expect(why(order, { kind: 'channel', in: ['app', 'pos'] })).toBeNull();
    expect(why(order, { kind: 'channel', in: ['pos'] })).toEqual({
      code: 'channel',
      detail: { is: 'app', wanted: ['pos'] },
    });
    expect(why(asOrder({ channel: null }), { kind: 'channel', in: ['null'] })?.code).toBe('channel');
    expect(why(order, { kind: 'min-amount', cents: 5000 })).toBeNull();
    expect(why(order, { kind: 'min-amount', cents: 5001 })?.code).toBe('min-amount');
    expect(why(order, { kind: 'category', in: ['y'] })?.code).toBe('category');
  });

  it('on time go by the programme’s clock', () => {
    const hours = (from: string, to: string) => ({ kind: 'hours', from, to }) as const;
    expect(why(at('2026-03-01T21:59:59+08:00'), hours('09:00', '22:00'))).toBeNull();
    expect(why(at('2026-03-01T22:00:00+08:00'), hours('09:00', '22:00'))?.code).toBe('hours');
    expect(why(at('2026-03-01T23:30:00+08:00'), hours('22:00', '02:00'))).toBeNull();
    expect(why(at('2026-03-02T01:59:00+08:00'), hours('22:00', '02:00'))).toBeNull();
    expect(why(at('2026-03-02T02:00:00+08:00'), hours('22:00', '02:00'))?.code).toBe('hours');
    expect(why(at('2026-03-01T16:30:00Z'), { kind: 'weekdays', in: [1] })).toBeNull();
    expect(why(at('2026-03-01T15:30:00Z'), { kind: 'weekdays', in: [7] })).toBeNull();
    expect(why(at('2026-03-01T16:30:00Z'), { kind: 'dates', from: '2026-03-02', to: '2026-03-02' })).toBeNull();
    expect(why(at('2026-03-01T15:30:00Z'), { kind: 'dates', from: '2026-03-02', to: null })?.code).toBe('dates');
  });

  it('on the customer compare custom data as text, and any value of a list', () => {
    const order = asOrder({ attributes: { vip: true, shops: ['上海', '杭州'], age: 30 }, gender: 'female' });
    expect(why(order, { kind: 'attribute', name: 'vip', in: ['true'] })).toBeNull();
    expect(why(order, { kind: 'attribute', name: 'shops', in: ['杭州'] })).toBeNull();
    expect(why(order, { kind: 'attribute', name: 'age', in: ['31'] })?.code).toBe('attribute');
    expect(why(order, { kind: 'attribute', name: 'gender', in: ['female'] })).toBeNull();
    expect(why(order, { kind: 'attribute', name: 'toString', in: [String({}.toString)] })?.code).toBe('attribute');
  });

  it('on a fact that nobody tells are never met, and say so', () => {
    const gold = { kind: 'fact', name: 'tier', in: ['gold'] } as const;
    const knowing = (values: string[]) => ({ ...asOrder({}), facts: new Map([['tier', values]]) });
    expect(why(asOrder({}), { ...gold, in: ['gold'] })).toEqual({ code: 'fact-unknown', detail: { name: 'tier' } });
    expect(why(knowing(['gold', 'old']), { ...gold, in: ['gold'] })).toBeNull();
    expect(why(knowing([]), { ...gold, in: ['gold'] })?.code).toBe('fact');
  });
});

describe('for any order and rule', () => {
  const lines = fc.array(
    fc.record({
      sku: fc.constantFrom('A', 'B', 'C'),
      category: fc.constantFrom('x', 'y', null),
      amountCents: fc.nat({ max: 1e8 }),
    }),
    { maxLength: 8 },
  );
  const factors = fc.array(
    fc.record({ whole: fc.nat({ max: 9 }), fraction: fc.nat({ max: 9999 }), group: fc.constantFrom('a', 'b', null) }),
    { maxLength: 4 },
  );
  const rules = fc.record({
    points: fc.integer({ min: 1, max: 50 }),
    perCents: fc.integer({ min: 1, max: 5000 }),
    rounding: fc.constantFrom('floor' as const, 'half-up' as const, 'ceil' as const),
    factors,
  });
  const contentOf = (rule: {
    points: number;
    perCents: number;
    factors: { whole: number; fraction: number; group: string | null }[];
  }) => ({
    base: { kind: 'per-amount', points: rule.points, perCents: rule.perCents, of: 'total', currency: 'CNY' } as const,
    multipliers: rule.factors.map(({ whole, fraction, group }) =>
      times(`${whole}.${String(fraction).padStart(4, '0')}`, group),
    ),
  });

  it('the steps sum to the points, the lines sum to the points, and nothing is below zero', () => {
    fc.assert(
      fc.property(fc.nat({ max: 1e9 }), lines, rules, (totalCents, orderLines, rule) => {
        const verdict = points(asOrder({ totalCents, lines: orderLines }), contentOf(rule), rule.rounding);
        expect(stepsSum(verdict)).toBe(verdict.points);
        expect(verdict.points).toBeGreaterThanOrEqual(0);
        expect(verdict.why === null).toBe(verdict.points > 0);
        const shown = verdict.steps[0]?.detail?.lines as { points: number }[] | undefined;
        if (shown) expect(shown.reduce((sum, line) => sum + line.points, 0)).toBe(verdict.points);
      }),
    );
  });

  it('never counts more than was paid, and all lines together count what was paid', () => {
    fc.assert(
      fc.property(fc.nat({ max: 1e9 }), lines, fc.subarray(['A', 'B', 'C']), (totalCents, orderLines, skus) => {
        const { order } = asOrder({ totalCents, lines: orderLines });
        const counted = (excluded: string[]): OccasionLine[] =>
          countedLines(order!, [], { categories: [], skus: excluded });
        const some = countedCents(order!, counted(skus), 'total');
        const others = countedCents(order!, counted(['A', 'B', 'C'].filter((sku) => !skus.includes(sku))), 'total');
        expect(some + others <= BigInt(totalCents) * 2n && some <= BigInt(totalCents)).toBe(true);
        expect(countedCents(order!, order!.lines, 'total')).toBe(BigInt(totalCents));
        if (skus.length === 1 && orderLines.length > 0) expect(some + others <= BigInt(totalCents) + 0n).toBe(true);
      }),
    );
  });

  it('a larger order never earns less', () => {
    fc.assert(
      fc.property(fc.nat({ max: 1e9 }), fc.nat({ max: 1e6 }), rules, (totalCents, more, rule) => {
        const given = (cents: number) => points(asOrder({ totalCents: cents }), contentOf(rule), rule.rounding).points;
        expect(given(totalCents + more)).toBeGreaterThanOrEqual(given(totalCents));
      }),
    );
  });
});
