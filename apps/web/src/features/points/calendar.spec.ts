import { describe, expect, it } from '@jest/globals';
import { barsOf, daysOf, monthParam, monthsOn, weeksOf, type Liability } from './calendar';

const TODAY = '2026-11-22';
const month = (name: string, points: number, expectedBreakage: number | null = null) => ({
  month: name,
  points,
  expectedBreakage,
  expectedRedemption: expectedBreakage === null ? null : points - expectedBreakage,
  valueCents: null,
});

describe('the expiry calendar', () => {
  it('takes a month from the address only if it is one', () => {
    const { parse } = monthParam();
    expect(['2027-03', '2027-13', 'soon', undefined].map(parse)).toEqual(['2027-03', '', '', '']);
  });

  it('goes over the end of a year', () => {
    expect([monthsOn('2026-12', 1), monthsOn('2027-01', -1), monthsOn('2026-11', 14)]).toEqual([
      '2027-01',
      '2026-12',
      '2028-01',
    ]);
  });

  it('asks for what is left of this month and for all of another', () => {
    expect(daysOf('2026-11', TODAY)).toEqual({ from: '2026-11-22', to: '2026-11-30' });
    expect(daysOf('2028-02', TODAY)).toEqual({ from: '2028-02-01', to: '2028-02-29' });
  });

  it('lays a month out from Monday to Sunday with what ends on each day, the fullest day deepest', () => {
    const items = [
      { day: '2026-11-23', points: 100, customers: 2 },
      { day: '2026-11-30', points: 400, customers: 9 },
      { day: '2026-12-01', points: 70, customers: 1 },
    ];
    const weeks = weeksOf('2026-11', items, TODAY);
    expect(weeks.map((week) => week.length)).toEqual([7, 7, 7, 7, 7, 7]);
    const cells = weeks.flat();
    expect(cells[0]).toMatchObject({ day: '2026-10-26', isOutside: true });
    expect(weeks[0]![6]).toMatchObject({ day: '2026-11-01', isOutside: false, isPast: true });
    expect(cells.filter(({ points }) => points > 0)).toMatchObject([
      { day: '2026-11-23', level: 1, customers: 2 },
      { day: '2026-11-30', level: 4 },
    ]);
  });
});

describe('the bars of the liability', () => {
  it('stand for months in a row, empty ones too', () => {
    expect(barsOf({ months: [month('2026-12', 10, 2), month('2027-02', 5, 1)] } as Liability)).toEqual([
      { month: '2026-12', redeemed: 8, broken: 2 },
      { month: '2027-01', redeemed: 0, broken: 0 },
      { month: '2027-02', redeemed: 4, broken: 1 },
    ]);
  });

  it('show the points alone when nobody knows what will break, and no more than two years', () => {
    expect(barsOf({ months: [month('2026-12', 10)] } as Liability)).toEqual([
      { month: '2026-12', redeemed: 10, broken: 0 },
    ]);
    expect(barsOf({ months: [month('2026-12', 1), month('2056-12', 1)] } as Liability)).toHaveLength(24);
    expect(barsOf({ months: [] })).toEqual([]);
  });
});
