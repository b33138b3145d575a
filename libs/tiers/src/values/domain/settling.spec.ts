import { describe, expect, it } from '@jest/globals';
import { leftToReverse } from './reversals';
import { datedRules, rulesAt, type ValueCaps, type ValueRule } from './rules';
import { capped, lessTaken, type Standing } from './settling';
import { eventWorth, MOST, orderWorth } from './worth';

const NO_CAPS: ValueCaps = { perDay: null, perMonth: null, perCustomer: null };

function rule(changes: Partial<ValueRule> = {}): ValueRule {
  const on = { kind: 'order', perCents: 100, currency: 'CNY' } as const;
  return { key: 'purchase', name: '消费', isActive: true, on, value: 1, weights: [], caps: NO_CAPS, ...changes };
}

const order = (netCents: number, channel: string | null = null, currency = 'CNY') => ({
  ...{ netCents, channel, currency },
  paidAt: new Date('2026-11-20T10:00:00+08:00'),
});
const weights = [{ channel: '天猫', factor: '0.8' }];

describe('what an order is worth', () => {
  it('is the value per so many cents, rounded down, by the weight of its channel', () => {
    expect(orderWorth(rule(), order(26_899))).toBe(268);
    expect(orderWorth(rule({ weights }), order(26_850, '天猫'))).toBe(214);
    expect(orderWorth(rule({ weights }), order(26_850, '门店'))).toBe(268);
    expect(orderWorth(rule({ weights: [{ channel: '天猫', factor: '0' }] }), order(26_850, '天猫'))).toBe(0);
  });

  it('falls with refunds in parts, and a credit note takes what a purchase of its amount gives', () => {
    expect([10_050, 7_050, 4_050, 0].map((cents) => orderWorth(rule(), order(cents)))).toEqual([100, 70, 40, 0]);
    expect(orderWorth(rule({ weights }), order(-1_050, '天猫'))).toBe(-8);
    expect(orderWorth(rule({ weights }), order(1_050, '天猫'))).toBe(8);
  });

  it('is nothing in another currency and never beyond all measure', () => {
    expect(orderWorth(rule(), order(10_000, null, 'USD'))).toBe(0);
    const on = { kind: 'order', perCents: 1, currency: 'CNY' } as const;
    expect(orderWorth(rule({ on, value: 1_000_000 }), order(1e15))).toBe(MOST);
  });
});

describe('what an event is worth', () => {
  const happened = new Date('2026-11-20T10:00:00+08:00');
  const event = (type: string, properties = {}) => ({ type, source: 'mini', properties, occurredAt: happened });
  const share = rule({ key: 'share', on: { kind: 'event', type: 'share' }, value: 5 });

  it('goes by its type and by the channel that it names, else by its source', () => {
    const weighted = { ...share, weights: [{ channel: 'mini', factor: '2' }, ...weights] };
    expect(eventWorth(share, event('share'))).toBe(5);
    expect(eventWorth(share, event('view'))).toBe(0);
    expect(eventWorth(weighted, event('share'))).toBe(10);
    expect(eventWorth(weighted, event('share', { channel: '天猫' }))).toBe(4);
  });

  it('may be less than nothing, and a referral is an event of that type', () => {
    expect(eventWorth({ ...share, value: -5, weights: [{ channel: 'mini', factor: '0.5' }] }, event('share'))).toBe(-2);
    expect(eventWorth(rule({ on: { kind: 'referral' }, value: 100 }), event('referral'))).toBe(100);
  });
});

describe('rules in force', () => {
  const at = (day: string) => new Date(`${day}T00:00:00+08:00`);
  const version = (number: number, from: string) => ({ version: number, validFrom: at(from), rules: [rule()] });
  const versionsOn = (versions: ReturnType<typeof version>[], day: string) =>
    rulesAt(datedRules(versions), at(day)).map((dated) => dated.version);

  it('are those of the version that was made last, of all that had begun', () => {
    const versions = [version(1, '2026-01-01'), version(2, '2026-06-01'), version(3, '2026-03-01')];
    const days = ['2025-12-31', '2026-02-28', '2026-03-01', '2026-07-01'];
    expect(days.map((day) => versionsOn(versions.slice(0, 2), day))).toEqual([[], [1], [1], [2]]);
    expect(days.map((day) => versionsOn(versions, day))).toEqual([[], [1], [3], [3]]);
  });

  it('leave out rules that rest', () => {
    const resting = { ...version(1, '2026-01-01'), rules: [rule({ isActive: false })] };
    expect(versionsOn([resting], '2026-02-01')).toEqual([]);
  });
});

describe('caps', () => {
  const standing = (subjectId: string, at: string, wanted: number): Standing => ({
    ...{ customerId: 'c', subjectId, source: 'orders', ruleKey: 'purchase', ruleVersion: 1, wanted },
    ...{ at: new Date(at).toISOString(), booked: 0, taken: 0, entries: 0, netCents: null },
  });
  const cut = (caps: Partial<ValueCaps>, ...standings: Standing[]) =>
    capped(standings, () => rule({ caps: { ...NO_CAPS, ...caps } }), 'Asia/Shanghai');

  it('begin anew at midnight of the house, whatever the day is in UTC', () => {
    const amounts = cut(
      { perDay: 500 },
      standing('a', '2026-11-20T10:00:00+08:00', 300),
      standing('b', '2026-11-20T23:59:59+08:00', 300),
      standing('c', '2026-11-21T00:00:00+08:00', 300),
      standing('d', '2026-11-21T08:30:00+08:00', 300),
    );
    expect(amounts).toEqual([300, 200, 300, 200]);
  });

  it('count what happened first, in whatever order it is known', () => {
    const late = standing('a', '2026-11-20T20:00:00+08:00', 300);
    const early = standing('b', '2026-11-20T08:00:00+08:00', 300);
    expect(cut({ perDay: 500 }, late, early)).toEqual([200, 300]);
  });

  it('hold by month and for life, the tightest deciding', () => {
    const days = ['2026-11-29', '2026-11-30', '2026-12-01', '2026-12-02'];
    const standings = days.map((day) => standing(day, `${day}T12:00:00+08:00`, 100));
    expect(cut({ perMonth: 150 }, ...standings)).toEqual([100, 50, 100, 50]);
    expect(cut({ perMonth: 150, perCustomer: 220 }, ...standings)).toEqual([100, 50, 70, 0]);
  });

  it('do not cut credit notes, which make no room either', () => {
    const amounts = cut(
      { perDay: 100 },
      standing('a', '2026-11-20T08:00:00+08:00', 90),
      standing('b', '2026-11-20T09:00:00+08:00', -50),
      standing('c', '2026-11-20T10:00:00+08:00', 90),
    );
    expect(amounts).toEqual([90, -50, 10]);
  });
});

describe('what staff took back', () => {
  it('stays taken when the order is refunded, and is never taken twice', () => {
    expect([100, 50, 0].map((wanted) => lessTaken(wanted, -30))).toEqual([70, 20, 0]);
    expect(lessTaken(100, -100)).toBe(0);
    expect(lessTaken(50, -100)).toBe(0);
    expect(lessTaken(-8, 8)).toBe(0);
  });

  it('is at most what is left of the entry and of its order', () => {
    const entry = { amount: 100, reversed: 0, subjectSum: null, isReversal: false };
    expect(leftToReverse(entry)).toBe(100);
    expect(leftToReverse({ ...entry, reversed: -40 })).toBe(60);
    expect(leftToReverse({ ...entry, reversed: -40, subjectSum: 10 })).toBe(10);
    expect(leftToReverse({ ...entry, amount: -50, subjectSum: 50 })).toBe(0);
    expect(leftToReverse({ ...entry, isReversal: true })).toBe(0);
  });
});
