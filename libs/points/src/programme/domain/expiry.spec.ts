import { describe, expect, it } from '@jest/globals';
import { addMonths, dayOf } from '@siyu/kernel';
import fc from 'fast-check';
import { endOfDayAfter, endOfIdleness, expiryOf } from './expiry';
import { DEFAULT_PROGRAMME, type ExpiryRule } from './programme';

const programme = (rule: ExpiryRule, timeZone = 'Asia/Shanghai') => ({
  ...DEFAULT_PROGRAMME,
  timeZone,
  expiryRules: [{ from: null, rule }],
});
const after = (count: number, unit: 'days' | 'months', endOf: 'day' | 'month' | 'quarter' | 'year') =>
  ({ kind: 'after', count, unit, endOf }) as const;
/** The last day through which points can be spent, when earned at noon of a day. */
const lastDay = (day: string, rule: ExpiryRule, timeZone = 'Asia/Shanghai') => {
  const { expiresAt } = expiryOf(programme(rule, timeZone), new Date(`${day}T12:00:00Z`));
  return expiresAt && dayOf(new Date(expiresAt.getTime() - 1), timeZone);
};

describe('when points expire', () => {
  it.each([
    ['12 months at the end of the quarter', '2026-03-15', after(12, 'months', 'quarter'), '2027-03-31'],
    ['12 months at the end of the day', '2026-03-15', after(12, 'months', 'day'), '2027-03-15'],
    ['a month from the end of January is the end of February', '2026-01-31', after(1, 'months', 'day'), '2026-02-28'],
    ['a month from the end of January in a leap year', '2028-01-31', after(1, 'months', 'day'), '2028-02-29'],
    ['a year from 29 February', '2028-02-29', after(12, 'months', 'day'), '2029-02-28'],
    ['four years from 29 February', '2028-02-29', after(48, 'months', 'day'), '2032-02-29'],
    ['the end of the month of a shorter month', '2026-01-31', after(1, 'months', 'month'), '2026-02-28'],
    ['months across the year', '2026-11-30', after(3, 'months', 'day'), '2027-02-28'],
    ['90 days at the end of that month', '2026-11-22', after(90, 'days', 'month'), '2027-02-28'],
    ['a day into the next year, at its end', '2026-12-31', after(1, 'days', 'year'), '2027-12-31'],
    ['the end of the last quarter', '2026-10-01', after(1, 'months', 'quarter'), '2026-12-31'],
    ['the end of next year', '2026-01-01', { kind: 'end-of-next-year' } as const, '2027-12-31'],
    ['never', '2026-01-01', { kind: 'never' } as const, null],
  ])('%s', (_, day, rule, expected) => {
    expect(lastDay(day, rule)).toBe(expected);
  });

  it('is the instant at which the next day begins in the programme’s zone', () => {
    const { expiresAt } = expiryOf(programme(after(12, 'months', 'quarter')), new Date('2026-03-15T10:00:00+08:00'));
    expect(expiresAt).toEqual(new Date('2027-04-01T00:00:00+08:00'));
  });

  it('goes by the day of earning in the programme’s zone, not in UTC', () => {
    const rule = after(1, 'days', 'day');
    const late = expiryOf(programme(rule), new Date('2026-12-31T15:59:59Z'));
    const later = expiryOf(programme(rule), new Date('2026-12-31T16:00:00Z'));
    expect(late.expiresAt).toEqual(new Date('2027-01-02T00:00:00+08:00'));
    expect(later.expiresAt).toEqual(new Date('2027-01-03T00:00:00+08:00'));
  });

  it('falls on midnight of the wall clock where clocks change', () => {
    const rule = after(1, 'days', 'day');
    const spring = expiryOf(programme(rule, 'Europe/Berlin'), new Date('2026-03-28T12:00:00Z'));
    const autumn = expiryOf(programme(rule, 'Europe/Berlin'), new Date('2026-10-24T12:00:00Z'));
    expect(spring.expiresAt).toEqual(new Date('2026-03-29T22:00:00Z'));
    expect(autumn.expiresAt).toEqual(new Date('2026-10-25T23:00:00Z'));
    const noMidnight = expiryOf(programme(rule, 'America/Santiago'), new Date('2026-09-04T12:00:00Z'));
    expect(noMidnight.expiresAt).toEqual(new Date('2026-09-06T04:00:00Z'));
  });

  it('follows the rule of the day of earning, from the day on which the rule begins', () => {
    const changing = {
      ...DEFAULT_PROGRAMME,
      expiryRules: [
        { from: null, rule: { kind: 'never' } as const },
        { from: '2026-07-01', rule: after(10, 'days', 'day') },
        { from: '2027-01-01', rule: { kind: 'inactivity', months: 6 } as const },
      ],
    };
    const on = (at: string) => expiryOf(changing, new Date(at));
    expect(on('2026-06-30T23:59:59+08:00')).toEqual({ expiresAt: null, idleMonths: null });
    expect(on('2026-07-01T00:00:00+08:00').expiresAt).toEqual(new Date('2026-07-12T00:00:00+08:00'));
    expect(on('2027-01-01T00:00:00+08:00')).toEqual({ expiresAt: null, idleMonths: 6 });
  });

  it('of idle customers lies at the end of the last idle day', () => {
    expect(endOfIdleness(new Date('2026-08-31T20:00:00+08:00'), 6, 'Asia/Shanghai')).toEqual(
      new Date('2027-03-01T00:00:00+08:00'),
    );
  });

  it('of a grace lies at the end of its last day', () => {
    expect(endOfDayAfter(new Date('2026-02-27T23:00:00+08:00'), 7, 'Asia/Shanghai')).toEqual(
      new Date('2026-03-07T00:00:00+08:00'),
    );
  });

  it('never lies before the waiting time is over, nor later than a longer one', () => {
    const days = fc.integer({ min: 0, max: 40_000 }).map((n) => new Date(Date.UTC(2000, 0, 1 + n, 12)));
    const ends = fc.constantFrom('day', 'month', 'quarter', 'year' as const);
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 60 }), ends, (at, months, endOf) => {
        const expiry = (count: number) =>
          expiryOf(programme(after(count, 'months', endOf as 'day')), at).expiresAt!.getTime();
        expect(
          dayOf(new Date(expiry(months) - 1), 'Asia/Shanghai') >= addMonths(dayOf(at, 'Asia/Shanghai'), months),
        ).toBe(true);
        expect(expiry(months + 1)).toBeGreaterThanOrEqual(expiry(months));
      }),
    );
  });
});
