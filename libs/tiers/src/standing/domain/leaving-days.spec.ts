import { describe, expect, it } from '@jest/globals';
import { endOfPeriod, lastDayOf, leavesOn } from './leaving-days';

const BORN = '2020-02-29';
const rolling = (months: number) => ({ kind: 'rolling', months }) as const;

describe('the day on which something no longer counts', () => {
  it('is the same day of the month, so many months later', () => {
    expect(leavesOn(rolling(12), '2025-03-16', BORN)).toBe('2026-03-16');
    expect(leavesOn(rolling(1), '2026-01-15', BORN)).toBe('2026-02-15');
  });

  it('is the day after the end of a month that is too short for it', () => {
    expect(leavesOn(rolling(12), '2024-02-29', BORN)).toBe('2025-03-01');
    expect(leavesOn(rolling(48), '2024-02-29', BORN)).toBe('2028-02-29');
    expect(leavesOn(rolling(3), '2025-11-30', BORN)).toBe('2026-03-01');
    expect(leavesOn(rolling(1), '2026-03-31', BORN)).toBe('2026-05-01');
    expect(leavesOn(rolling(12), '2025-02-28', BORN)).toBe('2026-02-28');
  });

  it('is the first day of the next year, of the calendar or of the membership', () => {
    expect(leavesOn({ kind: 'calendar-year' }, '2026-01-01', BORN)).toBe('2027-01-01');
    expect(leavesOn({ kind: 'calendar-year' }, '2026-12-31', BORN)).toBe('2027-01-01');
    expect(leavesOn({ kind: 'membership-year' }, '2026-02-27', BORN)).toBe('2026-02-28');
    expect(leavesOn({ kind: 'membership-year' }, '2026-02-28', BORN)).toBe('2027-02-28');
    expect(leavesOn({ kind: 'membership-year' }, '2027-02-28', BORN)).toBe('2028-02-29');
  });

  it('never comes for a life', () => {
    expect(leavesOn({ kind: 'lifetime' }, '2026-01-01', BORN)).toBeNull();
  });
});

it('a period that is counted ends with its last day, a window that goes along with the day does not end', () => {
  expect(lastDayOf({ kind: 'calendar-year' }, '2026-03-15', BORN)).toBe('2026-12-31');
  expect(lastDayOf({ kind: 'membership-year' }, '2027-03-15', BORN)).toBe('2028-02-28');
  expect(lastDayOf(rolling(12), '2026-03-15', BORN)).toBeNull();
  expect(endOfPeriod('month', '2028-02-01')).toBe('2028-02-29');
  expect(endOfPeriod('quarter', '2026-05-31')).toBe('2026-06-30');
  expect(endOfPeriod('year', '2026-05-31')).toBe('2026-12-31');
});
