import { describe, expect, it } from '@jest/globals';
import { readRules, type SentValueRule } from './read-rules';
import type { ValueLedger } from './rules';
import { VALUE_TEMPLATES } from './templates';

const PURCHASE: SentValueRule = { key: 'purchase', name: '消费', on: { kind: 'order' }, value: 1 };

function pointers(rules: SentValueRule[], ledger: ValueLedger = 'growth'): string[] {
  try {
    readRules(ledger, rules, 'CNY');
    return [];
  } catch (error) {
    return (error as { errors: { pointer: string }[] }).errors.map(({ pointer }) => pointer);
  }
}

describe('rules of a value ledger as they are sent', () => {
  it('get what they leave out', () => {
    expect(readRules('growth', [PURCHASE], 'CNY')).toEqual([
      {
        ...{ key: 'purchase', name: '消费', isActive: true, value: 1, weights: [] },
        on: { kind: 'order', perCents: 100, currency: 'CNY' },
        caps: { perDay: null, perMonth: null, perCustomer: null },
      },
    ]);
  });

  it('are refused with the place of every fault', () => {
    const weights = [
      { channel: '天猫', factor: '0.8' },
      { channel: '天猫', factor: '-1' },
    ];
    expect(pointers([{ ...PURCHASE, key: 'Purchase!', value: 0, weights, caps: { perDay: 0 } }])).toEqual([
      '/rules/0/key',
      '/rules/0/value',
      '/rules/0/weights/1/channel',
      '/rules/0/weights/1/factor',
      '/rules/0/caps/perDay',
    ]);
    expect(pointers([PURCHASE, { ...PURCHASE, on: { kind: 'sign-in' } }])).toEqual(['/rules/1/key']);
  });

  it('have no fields that mean nothing to their behaviour', () => {
    expect(pointers([{ ...PURCHASE, on: { kind: 'sign-in', perCents: 100 } }])).toEqual(['/rules/0/on/perCents']);
    expect(pointers([{ ...PURCHASE, on: { kind: 'event' } }])).toEqual(['/rules/0/on/type']);
    const fields = ['phone', 'shoe'];
    expect(pointers([{ ...PURCHASE, on: { kind: 'profile-completed', fields } }])).toEqual(['/rules/0/on/fields/1']);
    expect(pointers([{ ...PURCHASE, on: { kind: 'profile-completed' } }])).toEqual(['/rules/0/on/fields']);
  });

  it('take away in the value score only', () => {
    expect(pointers([{ ...PURCHASE, value: -50 }])).toEqual(['/rules/0/value']);
    expect(pointers([{ ...PURCHASE, value: -50 }], 'value-score')).toEqual([]);
  });

  it('may be begun with from a template', () => {
    for (const ledger of ['growth', 'value-score'] as const)
      expect(pointers(VALUE_TEMPLATES[ledger], ledger)).toEqual([]);
  });
});
