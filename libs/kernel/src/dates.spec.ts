import { describe, expect, it } from '@jest/globals';
import {
  addDays,
  addMonths,
  dayOf,
  daysBetween,
  endOfMonth,
  instantOf,
  isDay,
  isTimeZone,
  parseInstant,
  startOfDay,
} from './dates';

const iso = (at: Date | null) => at?.toISOString() ?? null;

describe('dates', () => {
  it('know which days exist', () => {
    expect(isDay('2028-02-29')).toBe(true);
    expect(isDay('2026-02-29')).toBe(false);
    expect(isDay('2026-13-01')).toBe(false);
    expect(isDay('2026-1-1')).toBe(false);
  });

  it('put an instant on the day of its zone', () => {
    const at = new Date('2026-11-21T16:30:00Z');
    expect(dayOf(at, 'Asia/Shanghai')).toBe('2026-11-22');
    expect(dayOf(at, 'UTC')).toBe('2026-11-21');
    expect(dayOf(at, 'America/New_York')).toBe('2026-11-21');
  });

  it('count whole calendar days over leap days and clock changes', () => {
    expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
    expect(daysBetween('2026-03-30', '2026-03-28')).toBe(-2);
    expect(addDays('2027-12-31', 60)).toBe('2028-02-29');
  });

  it('find the first instant of a day', () => {
    expect(iso(startOfDay('2026-11-22', 'Asia/Shanghai'))).toBe('2026-11-21T16:00:00.000Z');
    expect(iso(startOfDay('2026-03-29', 'Europe/London'))).toBe('2026-03-29T00:00:00.000Z');
    expect(iso(startOfDay('2026-03-30', 'Europe/London'))).toBe('2026-03-29T23:00:00.000Z');
  });

  it('take the earlier instant of a repeated hour and step over a skipped one', () => {
    const wall = (text: string) => Date.parse(`${text}Z`);
    expect(iso(instantOf(wall('2026-11-01T01:30:00'), 'America/New_York'))).toBe('2026-11-01T05:30:00.000Z');
    expect(iso(instantOf(wall('2026-03-08T02:30:00'), 'America/New_York'))).toBe('2026-03-08T07:30:00.000Z');
    expect(iso(instantOf(wall('2026-03-08T03:00:00'), 'America/New_York'))).toBe('2026-03-08T07:00:00.000Z');
  });

  it.each([
    ['2026-11-22T08:00:00+08:00', '2026-11-22T00:00:00.000Z'],
    ['2026-11-22T08:00Z', '2026-11-22T08:00:00.000Z'],
    ['2026-11-22', '2026-11-21T16:00:00.000Z'],
    ['2026/1/2 8:05', '2026-01-02T00:05:00.000Z'],
    ['2010-12-01 08:26:00', '2010-12-01T00:26:00.000Z'],
    ['2026-02-30', null],
    ['2026-02-30T00:00:00Z', null],
    ['2026-01-01 24:00', null],
    ['22.11.2026', null],
    ['', null],
  ])('%j is read as %s in Shanghai', (text, expected) => {
    expect(iso(parseInstant(text, 'Asia/Shanghai'))).toBe(expected);
  });

  it.each([
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -13, '2024-12-15'],
    ['2025-12-31', 2, '2026-02-28'],
  ])('%s and %i months is %s', (day, months, expected) => {
    expect(addMonths(day, months)).toBe(expected);
    expect(endOfMonth(expected) >= expected).toBe(true);
  });

  it('refuse a zone that nobody knows', () => {
    expect(isTimeZone('Asia/Shanghai')).toBe(true);
    expect(isTimeZone('Middle/Earth')).toBe(false);
    expect(() => dayOf(new Date(0), 'Middle/Earth')).toThrow('time-zone.unknown');
  });
});
