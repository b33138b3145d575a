import { DomainError } from './errors';

/** A calendar day without a time or zone, `YYYY-MM-DD`. */
export type Day = string;

export const DEFAULT_TIME_ZONE = 'Asia/Shanghai';

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const LOCAL = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[ T](\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d{1,6})?)?)?$/;
const ZONED = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})$/;

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(timeZone: string): Intl.DateTimeFormat {
  let found = formatters.get(timeZone);
  if (!found) {
    try {
      found = new Intl.DateTimeFormat('en-CA', {
        timeZone,
        hourCycle: 'h23',
        year: 'numeric',
        month: '2-digit',
        day: '2-digit',
        hour: '2-digit',
        minute: '2-digit',
        second: '2-digit',
      });
    } catch {
      throw new DomainError('time-zone.unknown', 'invalid', `"${timeZone}" is not a known time zone.`);
    }
    formatters.set(timeZone, found);
  }
  return found;
}

function wallClock(at: Date, timeZone: string): number {
  const parts: Record<string, number> = {};
  for (const part of formatter(timeZone).formatToParts(at)) parts[part.type] = Number(part.value);
  return Date.UTC(parts.year!, parts.month! - 1, parts.day, parts.hour, parts.minute, parts.second);
}

/** Whether the text is a day that exists (`2026-02-30` does not). */
export function isDay(text: unknown): text is Day {
  const match = typeof text === 'string' ? DAY.exec(text) : null;
  return match !== null && existing(Number(match[1]), Number(match[2]), Number(match[3]));
}

function existing(year: number, month: number, day: number): boolean {
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Whether the zone is one that this machine knows (IANA name such as `Asia/Shanghai`). */
export function isTimeZone(name: string): boolean {
  try {
    return formatter(name) !== undefined;
  } catch {
    return false;
  }
}

/** The calendar day on which an instant falls in a zone. */
export function dayOf(at: Date, timeZone: string): Day {
  return new Date(wallClock(at, timeZone)).toISOString().slice(0, 10);
}

/** The day that is `count` days later (or earlier, when negative). */
export function addDays(day: Day, count: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);
}

/** The same day so many months on (or back); the last day of a shorter month stands in for days that it lacks. */
export function addMonths(day: Day, count: number): Day {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + count;
  const first = `${pad(Math.floor(months / 12), 4)}-${pad((((months % 12) + 12) % 12) + 1, 2)}-01`;
  const last = endOfMonth(first);
  const wanted = first.slice(0, 8) + day.slice(8);
  return wanted < last ? wanted : last;
}

/** The last day of the day's month. */
export function endOfMonth(day: Day): Day {
  const length = new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0)).getUTCDate();
  return `${day.slice(0, 8)}${pad(length, 2)}`;
}

const pad = (number: number, width: number) => String(number).padStart(width, '0');

/** Whole calendar days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/**
 * The instant of a wall-clock time in a zone. In the hour that a clock change repeats, the earlier instant; in the hour
 * that it skips, the instant that the clock before the change would show (RFC 5545, 3.3.5).
 */
export function instantOf(wallClockMillis: number, timeZone: string): Date {
  const offsetAt = (instant: number) => wallClock(new Date(instant), timeZone) - Math.floor(instant / 1000) * 1000;
  const before = offsetAt(wallClockMillis - 86_400_000);
  const candidate = wallClockMillis - before;
  if (offsetAt(candidate) === before) return new Date(candidate);
  const after = offsetAt(wallClockMillis + 86_400_000);
  return new Date(offsetAt(wallClockMillis - after) === after ? wallClockMillis - after : candidate);
}

/** The first instant of a day in a zone. */
export function startOfDay(day: Day, timeZone: string): Date {
  return instantOf(Date.parse(`${day}T00:00:00Z`), timeZone);
}

/**
 * Reads what shops write into a date column: ISO 8601 with zone, or a wall-clock time
 * (`2026-11-22`, `2026/1/2 8:05`, `2026-11-22 08:05:09`) that is taken to be in `timeZone`.
 *
 * @returns the instant, or null when the text is none of these or names a day or hour that does not exist
 */
export function parseInstant(text: string, timeZone: string): Date | null {
  const trimmed = text.trim();
  if (ZONED.test(trimmed)) {
    const at = new Date(trimmed);
    return Number.isNaN(at.getTime()) || !isDay(trimmed.slice(0, 10)) ? null : at;
  }
  const match = LOCAL.exec(trimmed);
  if (!match) return null;
  const [year, month, day, hour = 0, minute = 0, second = 0] = match.slice(1).map((part) => Number(part ?? 0));
  if (!existing(year!, month!, day!) || hour > 23 || minute > 59 || second > 59) return null;
  return instantOf(Date.UTC(year!, month! - 1, day, hour, minute, second), timeZone);
}
