import type { ExpiryRule } from '../../programme/domain/programme';

/** Calendar of the reference ledger: a zone that is always eight hours ahead, reckoned on plain numbers. */
const AHEAD_MS = 8 * 3_600_000;
export const REFERENCE_ZONE = 'Asia/Shanghai';
export const DAY_MS = 86_400_000;

/** The end of the day that lies `days` days after the one of `at`. */
export function endOfDay(at: number, days = 0): number {
  return (Math.floor((at + AHEAD_MS) / DAY_MS) + 1 + days) * DAY_MS - AHEAD_MS;
}

/** The end of the same day `months` months later, or of that month's last day if it has no such day. */
export function endOfDayMonthsLater(at: number, months: number): number {
  const { year, month, date } = partsOf(at);
  const length = new Date(Date.UTC(year, month + months + 1, 0)).getUTCDate();
  return endOf(year, month + months, Math.min(date, length));
}

/** When points earned at a moment end: at an instant, never (infinity), or so many months after the last activity. */
export function endByRule(rule: ExpiryRule, at: number): { end: number; idle: number | null } {
  if (rule.kind === 'inactivity') return { end: Infinity, idle: rule.months };
  return { end: rule.kind === 'never' ? Infinity : endOfRule(rule, at), idle: null };
}

function endOfRule(rule: Extract<ExpiryRule, { kind: 'after' | 'end-of-next-year' }>, at: number): number {
  if (rule.kind === 'end-of-next-year') return endOf(partsOf(at).year + 1, 11, 31);
  const end = rule.unit === 'days' ? endOfDay(at, rule.count) : endOfDayMonthsLater(at, rule.count);
  const { year, month } = partsOf(end - 1);
  if (rule.endOf === 'year') return endOf(year, 11, 31);
  if (rule.endOf === 'quarter') return endOf(year, month - (month % 3) + 3, 0);
  return rule.endOf === 'month' ? endOf(year, month + 1, 0) : end;
}

function partsOf(at: number) {
  const there = new Date(at + AHEAD_MS);
  return { year: there.getUTCFullYear(), month: there.getUTCMonth(), date: there.getUTCDate() };
}

function endOf(year: number, month: number, date: number): number {
  return Date.UTC(year, month, date + 1) - AHEAD_MS;
}
