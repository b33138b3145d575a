import { addDays, startOfDay, type Day } from '@siyu/kernel';
import type { ProgrammeSettings, RewardTerms, RuleFrame, SentRule } from '@siyu/points';
import type { DemoOptions } from './demo-data';

/*
 * The points programme of the demo shop, as its staff would have set it up. Names are what it is recognised by when it is set
 * up again.
 */

/** Days up to the end day whose orders earn points. */
export const EARNING_DAYS = 60;

/** From when on the shop gives points. */
export function programmeStart({ endDay, timeZone }: Pick<DemoOptions, 'endDay' | 'timeZone'>): Date {
  return startOfDay(addDays(endDay, 1 - EARNING_DAYS), timeZone);
}

/** A hundred points are worth one yuan; those earned from the day of the set-up on last for a year, to the end of the month. */
export function settingsOn(today: Day, before: ProgrammeSettings): ProgrammeSettings {
  const rule = { kind: 'after', count: 12, unit: 'months', endOf: 'month' } as const;
  return {
    ...before,
    expiryRules: [...before.expiryRules, { from: today, rule }],
    pointValue: { points: 100, cents: 100, currency: 'CNY' },
  };
}

export interface DemoRule {
  rule: SentRule;
  frame: RuleFrame;
  isActive: boolean;
}

export function rulesOf(options: Pick<DemoOptions, 'endDay' | 'timeZone'>): DemoRule[] {
  const validFrom = programmeStart(options);
  return [
    {
      rule: {
        name: '消费积分',
        trigger: { kind: 'order' },
        base: { kind: 'per-amount', points: 1, perCents: 100 },
        multipliers: [{ name: '生日月双倍', factor: '2', when: [{ kind: 'birthday-month' }] }],
        caps: { perOrder: 5000 },
      },
      frame: { validFrom },
      isActive: true,
    },
    {
      rule: { name: '首单礼', trigger: { kind: 'first-purchase' }, base: { kind: 'fixed', points: 100 } },
      frame: { validFrom, budgetPoints: 2_000_000 },
      isActive: true,
    },
    {
      rule: {
        name: '每日签到',
        trigger: { kind: 'sign-in', makeUpsPerMonth: 3, makeUpDays: 7 },
        base: { kind: 'ladder', ladder: [5, 5, 10, 10, 15, 15, 50], after: 'repeat' },
      },
      frame: { validFrom },
      isActive: true,
    },
    {
      rule: { name: '生日礼', trigger: { kind: 'birthday' }, base: { kind: 'fixed', points: 200 } },
      frame: { validFrom },
      isActive: true,
    },
    {
      rule: {
        name: '彩妆专场三倍积分',
        trigger: { kind: 'order' },
        base: { kind: 'per-amount', points: 3, perCents: 100, of: 'lines' },
        conditions: [
          { kind: 'category', in: ['彩妆'] },
          { kind: 'min-amount', cents: 19_900 },
        ],
        caps: { perCustomer: 3000 },
        bestOf: '活动',
      },
      frame: { validFrom: startOfDay(addDays(options.endDay, 10), options.timeZone), budgetPoints: 500_000 },
      isActive: false,
    },
  ];
}

export interface DemoReward {
  terms: RewardTerms;
  /** null: unlimited. */
  stock: number | null;
  codes: string[];
  isPublished: boolean;
}

const CODES = 200;

export const rewards: readonly DemoReward[] = [
  goods('护手霜 50g', 200, 3_500, 300, { limitPerPeriod: 2, limitPeriod: 'month' }),
  goods('旅行水乳三件套', 400, 5_900, 120, { limitTotal: 1 }),
  goods('四季花茶礼盒', 1500, 19_900, 40, { limitTotal: 2 }),
  {
    terms: terms('coupon', '满 199 减 20 元券', 100, 2_000, '全渠道可用，兑换后 30 天内有效。', {
      limitPerPeriod: 3,
      limitPeriod: 'month',
    }),
    stock: null,
    codes: Array.from({ length: CODES }, (_, index) => couponCode(index)),
    isPublished: true,
  },
  {
    terms: terms('course', '敏感肌护理入门课（6 节）', 150, 9_900, '线上课程，兑换后立即开通。', { limitTotal: 1 }),
    stock: null,
    codes: [],
    isPublished: true,
  },
  { ...goods('雪松香氛礼袋', 800, 8_900, 60, {}), isPublished: false },
].map((reward, index) => ({ ...reward, terms: { ...reward.terms, sortOrder: index * 10 } }));

function goods(
  name: string,
  pricePoints: number,
  valueCents: number,
  stock: number,
  limits: Partial<RewardTerms>,
): DemoReward {
  const shown = terms('goods', name, pricePoints, valueCents, '下单后 3 个工作日内发货。', limits);
  return { terms: shown, stock, codes: [], isPublished: true };
}

function terms(
  kind: RewardTerms['kind'],
  name: string,
  pricePoints: number,
  marketValueCents: number,
  description: string,
  limits: Partial<RewardTerms>,
): RewardTerms {
  const open = { limitTotal: null, limitPerPeriod: null, limitPeriod: null, tiers: [], validFrom: null, validTo: null };
  return { name, description, pictureUrl: null, kind, pricePoints, marketValueCents, sortOrder: 0, ...open, ...limits };
}

/** Spread out, so that no code tells the next one. */
function couponCode(index: number): string {
  return `DEMO20-${((index + 1) * 7_368_787).toString(36).toUpperCase().padStart(7, '0')}`;
}
