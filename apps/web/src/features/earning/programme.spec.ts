import { describe, expect, it } from '@jest/globals';
import type { Programme } from './model';
import {
  addExpiry,
  bodyOf,
  checkProgramme,
  draftOf,
  isSettled,
  lastDayOf,
  ruleOn,
  SHORTFALLS,
  shortfallExample,
} from './programme';

const programme: Programme = {
  version: 3,
  timeZone: 'Asia/Shanghai',
  rounding: 'floor',
  expiryRules: [
    { from: null, rule: { kind: 'end-of-next-year' } },
    { from: '2027-01-01', rule: { kind: 'after', count: 12, unit: 'months', endOf: 'quarter' } },
  ],
  shortfall: 'debt',
  graceDays: 7,
  approvalAbove: 10_000,
  pendingDaysAfterCompletion: null,
  holdMinutes: 30,
  warningDays: [30, 7, 1],
  authorId: null,
  note: 'why',
  createdAt: null,
};

describe('the settings as a form', () => {
  it('say the same when saved untouched, but for the note', () => {
    const { version, authorId: _, createdAt: __, note: ___, ...said } = programme;
    expect(bodyOf(draftOf(programme), version)).toEqual({ ...said, expectedVersion: 3, note: null });
  });

  it('send nothing that an expiry rule of its kind has no use for', () => {
    const draft = draftOf(programme);
    draft.expiry[1]!.kind = 'inactivity';
    expect(bodyOf(draft, 3).expiryRules[1]).toEqual({ from: '2027-01-01', rule: { kind: 'inactivity', months: 12 } });
    draft.expiry[1]!.kind = 'never';
    expect(bodyOf(draft, 3).expiryRules[1]!.rule).toEqual({ kind: 'never' });
  });

  it('send the days of waiting only while awards wait', () => {
    const draft = draftOf({ ...programme, pendingDaysAfterCompletion: 0 });
    expect(bodyOf(draft, 3).pendingDaysAfterCompletion).toBe(0);
    expect(bodyOf({ ...draft, waits: false }, 3).pendingDaysAfterCompletion).toBeNull();
  });

  it('name what is missing at its field', () => {
    const draft = draftOf(programme);
    expect(checkProgramme(draft)).toEqual({});
    draft.expiry = addExpiry(draft.expiry, '2027-01-01');
    draft.expiry[1]!.count = null;
    draft.graceDays = null;
    expect(checkProgramme(draft)).toEqual({
      'expiryRules.1.rule.count': 'numberMissing',
      'expiryRules.2.from': 'dayNotLater',
      graceDays: 'numberMissing',
    });
  });

  it('leave alone what points were earned by', () => {
    const [first, second] = draftOf(programme).expiry;
    expect(isSettled(first!, '2026-11-22')).toBe(true);
    expect(isSettled(second!, '2027-01-01')).toBe(false);
    expect(isSettled(second!, '2027-01-02')).toBe(true);
  });
});

describe('when points expire', () => {
  it.each([
    [{ kind: 'end-of-next-year' }, '2027-12-31'],
    [{ kind: 'never' }, null],
    [{ kind: 'inactivity', months: 12 }, null],
    [{ kind: 'after', count: 12, unit: 'months', endOf: 'day' }, '2027-11-22'],
    [{ kind: 'after', count: 12, unit: 'months', endOf: 'month' }, '2027-11-30'],
    [{ kind: 'after', count: 12, unit: 'months', endOf: 'quarter' }, '2027-12-31'],
    [{ kind: 'after', count: 90, unit: 'days', endOf: 'year' }, '2027-12-31'],
    [{ kind: 'after', count: 10, unit: 'days', endOf: 'day' }, '2026-12-02'],
  ] as const)('is told for %j', (rule, last) => {
    expect(lastDayOf(rule, '2026-11-22')).toBe(last);
  });

  it('knows short months', () => {
    expect(lastDayOf({ kind: 'after', count: 1, unit: 'months', endOf: 'day' }, '2027-01-31')).toBe('2027-02-28');
    expect(lastDayOf({ kind: 'after', count: 13, unit: 'months', endOf: 'day' }, '2027-01-31')).toBe('2028-02-29');
  });

  it('follows the rule of the day of earning', () => {
    const { expiry } = draftOf(programme);
    expect(ruleOn(expiry, '2026-12-31')!.kind).toBe('end-of-next-year');
    expect(ruleOn(expiry, '2027-01-01')!.kind).toBe('after');
  });
});

describe('the example of a shortfall', () => {
  it('accounts for every point, whatever the policy', () => {
    for (const policy of SHORTFALLS) {
      const { award, left, taken, debt, waived, balance } = shortfallExample(policy);
      expect({ policy, sum: taken + debt + waived, balance }).toEqual({ policy, sum: award, balance: left - taken });
    }
  });

  it('lets a debt be paid by what is earned next', () => {
    expect(shortfallExample('debt')).toMatchObject({ taken: 20, debt: 80, waived: 0, balance: 0, after: 20 });
    expect(shortfallExample('within_balance')).toMatchObject({ taken: 20, debt: 0, waived: 80, after: 100 });
    expect(shortfallExample('only_pending')).toMatchObject({ taken: 0, waived: 100, balance: 20, after: 120 });
  });
});
