import { describe, expect, it } from '@jest/globals';
import { addDays } from './dates';
import fc from 'fast-check';
import { bornOn, daysToDo } from './birthdays';

describe('birthdays', () => {
  it('of 29 February are on 1 March in common years, centuries included', () => {
    expect(bornOn('2027-03-01')).toEqual([229, 301]);
    expect(bornOn('2100-03-01')).toEqual([229, 301]);
    expect(bornOn('2028-03-01')).toEqual([301]);
    expect(bornOn('2028-02-29')).toEqual([229]);
    expect(bornOn('2026-12-31')).toEqual([1231]);
  });

  it('come exactly once in every year, whatever the day of birth', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1990, max: 2110 }), (year) => {
        const days = Array.from({ length: 366 }, (_, n) => addDays(`${year}-01-01`, n)).filter((day) =>
          day.startsWith(`${year}`),
        );
        const all = days.flatMap(bornOn);
        expect(new Set(all).size).toBe(366);
        expect(all).toHaveLength(366);
      }),
    );
  });

  it('are done day by day since the last one that was done, 60 days at most', () => {
    expect(daysToDo(null, '2026-11-22')).toEqual(['2026-11-22']);
    expect(daysToDo('2026-11-22', '2026-11-22')).toEqual([]);
    expect(daysToDo('2026-12-30', '2027-01-02')).toEqual(['2026-12-31', '2027-01-01', '2027-01-02']);
    expect(daysToDo('2026-11-25', '2026-11-22')).toEqual([]);
    const long = daysToDo('2024-01-01', '2026-11-22');
    expect(long).toHaveLength(60);
    expect(long.at(-1)).toBe('2026-11-22');
  });
});
