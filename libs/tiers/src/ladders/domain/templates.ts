import type { Benefit, Criterion, LadderTerms, Threshold, Tier, Window } from './ladder';

/*
 * Ready ladders to begin with. Names and what members read are data and therefore in the language of the shop; amounts are
 * round numbers that an operator will change.
 */
export interface LadderTemplate {
  key: string;
  name: string;
  description: string;
  terms: LadderTerms;
}

const YEAR: Window = { kind: 'rolling', months: 12 };
const CALENDAR_YEAR: Window = { kind: 'calendar-year' };

function benefit(benefit: Pick<Benefit, 'key' | 'kind' | 'name' | 'description' | 'when'> & Partial<Benefit>): Benefit {
  return { points: null, factor: null, quota: null, costCents: null, usePercent: 100, ...benefit };
}

/** So much spent (in cents) or so many orders within a year. */
function bought(spend: number, orders: number): Threshold {
  const criteria: Criterion[] = [
    { measure: 'spend', window: YEAR, atLeast: spend },
    { measure: 'orders', window: YEAR, atLeast: orders },
  ];
  return { match: 'any', criteria };
}

function grown(atLeast: number): Threshold {
  return { match: 'all', criteria: [{ measure: 'growth', window: CALENDAR_YEAR, atLeast }] };
}

const multiplier = (factor: string) =>
  benefit({
    key: 'points',
    kind: 'points-multiplier',
    name: `${factor} 倍积分`,
    description: `购物按 ${factor} 倍累计积分。`,
    when: 'standing',
    factor,
  });

const birthdayPoints = (points: number) =>
  benefit({
    key: 'birthday',
    kind: 'points-gift',
    name: `生日礼 ${points} 积分`,
    description: `生日当天赠送 ${points} 积分。`,
    when: 'birthday',
    points,
  });

const welcomePoints = (points: number) =>
  benefit({
    key: 'welcome',
    kind: 'points-gift',
    name: `升级礼 ${points} 积分`,
    description: `升级后赠送 ${points} 积分。`,
    when: 'entry',
    points,
  });

const freeShipping = (times: number) =>
  benefit({
    key: 'free-shipping',
    kind: 'free-shipping',
    name: `每月包邮 ${times} 次`,
    description: `每个自然月可免邮 ${times} 次。`,
    when: 'standing',
    quota: { times, per: 'month' },
    costCents: 800,
    usePercent: 40,
  });

const couponPack = (name: string, description: string, costCents: number) =>
  benefit({
    key: 'coupons',
    kind: 'coupon-pack',
    name,
    description,
    when: 'entry',
    costCents,
    usePercent: 50,
  });

const dedicatedService = benefit({
  key: 'service',
  kind: 'dedicated-service',
  name: '专属客服',
  description: '一对一客服优先接待。',
  when: 'standing',
});

const earlyAccess = benefit({
  key: 'early-access',
  kind: 'early-access',
  name: '新品优先购',
  description: '新品上市前 24 小时优先购买。',
  when: 'standing',
});

const invitation = benefit({
  key: 'events',
  kind: 'event-invitation',
  name: '会员沙龙',
  description: '每年受邀参加 2 次会员活动。',
  when: 'standing',
  quota: { times: 2, per: 'year' },
  costCents: 15_000,
  usePercent: 20,
});

function tier(
  key: string,
  name: string,
  icon: string,
  colour: string,
  rest: Partial<Pick<Tier, 'enter' | 'keep' | 'benefits'>>,
): Tier {
  return { key, name, icon, colour, enter: null, keep: null, benefits: [], replaces: [], ...rest };
}

/** Bought more in the last twelve months: higher. A tier holds for a year and is easier to keep than to reach. */
const SPENDING: LadderTemplate = {
  key: 'spending',
  name: '普通 / 银卡 / 金卡',
  description: '按近 12 个月的消费额或订单数升级，有效期 12 个月，到期未达保级线降一级。',
  terms: {
    tiers: [
      tier('regular', '普通', 'user', '#8c8c8c', { benefits: [birthdayPoints(50)] }),
      tier('silver', '银卡', 'medal', '#7d93ad', {
        enter: bought(100_000, 5),
        keep: bought(80_000, 4),
        benefits: [multiplier('1.2'), welcomePoints(100), birthdayPoints(200), freeShipping(1)],
      }),
      tier('gold', '金卡', 'crown', '#d4a017', {
        enter: bought(500_000, 20),
        keep: bought(400_000, 15),
        benefits: [multiplier('1.5'), welcomePoints(500), birthdayPoints(500), freeShipping(4), dedicatedService],
      }),
    ],
    currency: 'CNY',
    rises: { at: 'once' },
    validity: { kind: 'months', months: 12 },
    atEnd: 'one-down',
    graceDays: 15,
    warningDays: [30, 7, 1],
    refunds: 'undo',
    gifts: { skipped: true, once: 'ever', placement: false },
    atStart: { kind: 'keep' },
  },
};

/** Growth value of the calendar year; a tier holds until the end of the next year. */
const GROWING: LadderTemplate = {
  key: 'growth',
  name: '白银 / 黄金 / 钻石',
  description: '按当年成长值升级，有效期至次年年底，次年成长值决定能否保级。',
  terms: {
    tiers: [
      tier('white-silver', '白银', 'medal', '#9aa5b1', { benefits: [birthdayPoints(50)] }),
      tier('yellow-gold', '黄金', 'trophy', '#e0a82e', {
        enter: grown(2000),
        keep: grown(1500),
        benefits: [
          multiplier('1.2'),
          couponPack('黄金礼券', '满 199 减 30 元券 2 张。', 6000),
          birthdayPoints(300),
          freeShipping(2),
        ],
      }),
      tier('diamond', '钻石', 'diamond', '#4c8bf5', {
        enter: grown(10_000),
        keep: grown(8000),
        benefits: [
          multiplier('1.5'),
          couponPack('钻石礼券', '满 299 减 60 元券 4 张。', 24_000),
          birthdayPoints(1000),
          freeShipping(6),
          dedicatedService,
          earlyAccess,
          invitation,
        ],
      }),
    ],
    currency: 'CNY',
    rises: { at: 'once' },
    validity: { kind: 'calendar-year', more: 1 },
    atEnd: 're-evaluate',
    graceDays: 15,
    warningDays: [30, 7, 1],
    refunds: 'undo',
    gifts: { skipped: true, once: 'ever', placement: false },
    atStart: { kind: 'keep' },
  },
};

export const LADDER_TEMPLATES: readonly LadderTemplate[] = [SPENDING, GROWING];
