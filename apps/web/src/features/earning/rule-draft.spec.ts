import { describe, expect, it } from '@jest/globals';
import { addCondition, conditionsOf } from './conditions';
import { TRIGGERS, type Rule } from './model';
import { checkRule } from './rule-check';
import { contentOf, draftOf, emptyDraft, frameOf } from './rule-draft';

const rule: Rule = {
  id: '0198c0de-0000-7000-8000-000000000001',
  status: 'active',
  closedBecause: null,
  version: 2,
  validFrom: '2026-01-01T00:00:00.000Z',
  validTo: '2026-12-31T16:00:00.000Z',
  budgetPoints: 100_000,
  spentPoints: 2_500,
  authorId: null,
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
  name: '每满 1 元得 1 分',
  trigger: { kind: 'order' },
  base: { kind: 'per-amount', points: 1, perCents: 250, of: 'lines', currency: 'CNY' },
  conditions: [
    { kind: 'channel', in: ['mini-program'] },
    { kind: 'min-amount', cents: 9_950 },
    { kind: 'weekdays', weekdays: [6, 7] },
    { kind: 'hours', from: '20:00', to: '22:00' },
    { kind: 'dates', from: '2026-11-01', to: null },
    { kind: 'birthday-month' },
    { kind: 'fact', name: 'tier', in: ['gold'] },
  ],
  excluded: { categories: ['礼品卡'], skus: [] },
  multipliers: [{ name: '生日月', factor: '2', when: [{ kind: 'birthday-month' }], group: 'best' }],
  takesFactors: false,
  caps: { perOrder: 500, perDay: null, perMonth: 3000, perCustomer: null },
  bestOf: null,
};

describe('a rule as a form', () => {
  it('says the same when saved untouched', () => {
    const { name, trigger, base, conditions, excluded, multipliers, takesFactors, caps, bestOf } = rule;
    const said = { name, trigger, base, conditions, excluded, multipliers, takesFactors, caps, bestOf };
    expect(contentOf(draftOf(rule))).toEqual(said);
  });

  it('changes at once and keeps its end and its budget, unless told otherwise', () => {
    expect(frameOf(draftOf(rule))).toEqual({ validTo: '2026-12-31T16:00:00.000Z', budgetPoints: 100_000 });
    const later = { ...draftOf(rule), validFrom: '2026-12-01 00:00', validTo: '' };
    expect(frameOf(later)).toMatchObject({ validFrom: '2026-11-30T16:00:00.000Z', validTo: null });
  });

  it('keeps the chosen beginning while it is a draft', () => {
    expect(draftOf({ ...rule, status: 'draft' }).validFrom).toBe('2026-01-01 08:00');
  });

  it('sends what the chosen kinds have a use for, and nothing else', () => {
    const draft = { ...draftOf(rule), trigger: 'sign-in' as const, base: 'ladder' as const, conditions: [] };
    expect(contentOf(draft)).toMatchObject({
      trigger: { kind: 'sign-in', makeUpsPerMonth: 0, makeUpDays: 7 },
      base: { kind: 'ladder', ladder: [5, 5, 10, 10, 15, 15, 30], after: 'repeat' },
      excluded: {},
      caps: { perOrder: null },
    });
    expect(Object.keys(contentOf({ ...draft, base: 'fixed' }).base)).toEqual(['kind', 'points']);
  });

  it('begins sound for every trigger but for its name and what only its author can know', () => {
    for (const trigger of TRIGGERS) {
      const faults = Object.keys(checkRule(emptyDraft(trigger)));
      expect({ trigger, faults }).toEqual({
        trigger,
        faults: trigger === 'event' ? ['name', 'trigger.type'] : ['name'],
      });
    }
  });

  it('names what is missing at its field', () => {
    const draft = { ...emptyDraft('order'), name: 'x', points: null, perAmount: null };
    draft.conditions = addCondition(addCondition([], 'channel'), 'dates');
    draft.multipliers = [{ key: 0, name: '', factor: '1,5', when: addCondition([], 'fact'), group: '' }];
    draft.validFrom = '2026-12-01 00:00';
    draft.validTo = '2026-11-01 00:00';
    expect(checkRule(draft)).toEqual({
      'base.points': 'pointsMissing',
      'base.perCents': 'amountMissing',
      'conditions.0.in': 'valuesMissing',
      'conditions.1.from': 'datesMissing',
      'multipliers.0.name': 'multiplierNameMissing',
      'multipliers.0.factor': 'factorOdd',
      'multipliers.0.when.0.in': 'valuesMissing',
      validTo: 'endsTooEarly',
    });
  });
});

describe('lines of conditions', () => {
  it('get keys of their own and begin with something sensible', () => {
    const lines = addCondition(addCondition(addCondition([], 'weekdays'), 'hours'), 'min-amount');
    expect(lines.map(({ key }) => key)).toEqual([0, 1, 2]);
    expect(conditionsOf(lines)).toEqual([
      { kind: 'weekdays', weekdays: [6, 7] },
      { kind: 'hours', from: '20:00', to: '22:00' },
      { kind: 'min-amount', cents: 10_000 },
    ]);
  });
});
