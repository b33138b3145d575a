import { describe, expect, it } from '@jest/globals';
import {
  checkRule,
  firstFault,
  freeKey,
  isChanged,
  isUnderWay,
  newRule,
  toDraft,
  toRule,
  type ValueRule,
} from './value-rules';

const purchase: ValueRule = {
  key: 'purchase',
  name: '消费',
  isActive: true,
  on: { kind: 'order', perCents: 1000, currency: 'CNY' },
  value: 1,
  weights: [{ channel: '天猫', factor: '0.9' }],
  caps: { perDay: null, perMonth: 500, perCustomer: null },
};

describe('a rule as it is typed', () => {
  it('speaks of yuan and is sent in cents', () => {
    expect(toDraft(purchase).per).toBe(10);
    expect(toRule({ ...toDraft(purchase), per: 0.5 }).on).toEqual({ kind: 'order', perCents: 50, currency: 'CNY' });
  });

  it('comes back as it was when nothing was typed', () => {
    expect(toRule(toDraft(purchase))).toEqual(purchase);
    expect(isChanged([toDraft(purchase)], [purchase])).toBe(false);
    expect(isChanged([{ ...toDraft(purchase), value: 2 }], [purchase])).toBe(true);
  });

  it('sends no field that its behaviour has no use for', () => {
    const draft = { ...newRule('event', '分享', []), type: ' share ', fields: ['phone'], per: 3 };
    expect(toRule(draft).on).toEqual({ kind: 'event', type: 'share' });
  });

  it('gets a key that no other rule has', () => {
    expect(freeKey('event', [])).toBe('event');
    expect(freeKey('event', ['event', 'event-2'])).toBe('event-3');
  });
});

describe('what is wrong with a rule', () => {
  const draft = toDraft(purchase);

  it('is nothing when it can be sent', () => {
    expect(checkRule(draft, 'growth')).toEqual({});
  });

  it('is a value below zero where growth never falls by a rule', () => {
    expect(checkRule({ ...draft, value: -5 }, 'growth')).toEqual({ value: 'valueBelow' });
    expect(checkRule({ ...draft, value: -5 }, 'value-score')).toEqual({});
  });

  it.each([
    ['a channel without a name', [{ channel: ' ', factor: '1' }], 'channelMissing'],
    [
      'a channel named twice',
      [
        { channel: 'a', factor: '1' },
        { channel: 'a ', factor: '2' },
      ],
      'channelTwice',
    ],
    ['a factor with five decimals', [{ channel: 'a', factor: '0.12345' }], 'factorWrong'],
    ['a factor that is too large', [{ channel: 'a', factor: '1001' }], 'factorWrong'],
  ])('is %s', (_what, weights, problem) => {
    expect(checkRule({ ...draft, weights }, 'growth')).toEqual({ weights: problem });
  });

  it('is told of the first rule that has something', () => {
    expect(firstFault([draft, { ...draft, name: ' ' }], 'growth')).toEqual({ index: 1, problem: 'nameMissing' });
    expect(firstFault([draft], 'growth')).toBeNull();
  });
});

describe('a settlement', () => {
  it('is looked at until it is over', () => {
    expect(
      [{ status: 'queued' }, { status: 'running' }, { status: 'done' }, null].map((each) => isUnderWay(each as null)),
    ).toEqual([true, true, false, false]);
  });
});
