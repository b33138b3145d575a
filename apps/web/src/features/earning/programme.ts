import type { components } from '@siyu/api-client';
import type { Programme } from './model';

/*
 * The settings of the programme as a form, and what they mean in days and points. The server decides; what is computed here
 * only tells in advance.
 */
export type ExpiryRule = components['schemas']['PointsExpiryRule'];
export type ProgrammeBody = components['schemas']['ProgrammeChange'];
export type Shortfall = Programme['shortfall'];

export const EXPIRY_KINDS = ['end-of-next-year', 'after', 'inactivity', 'never'] as const;
export const EXPIRY_ENDS = ['day', 'month', 'quarter', 'year'] as const;
export const EXPIRY_UNITS = ['months', 'days'] as const;
export const SHORTFALLS = ['debt', 'within_balance', 'only_pending'] as const satisfies readonly Shortfall[];
export const ROUNDINGS = ['floor', 'half-up', 'ceil'] as const satisfies readonly Programme['rounding'][];

export interface ExpiryDraft {
  /** Tells lines apart on the screen. */
  key: number;
  /** Null on the first line: from the beginning. */
  from: string | null;
  kind: ExpiryRule['kind'];
  count: number | null;
  unit: 'days' | 'months';
  endOf: 'day' | 'month' | 'quarter' | 'year';
  months: number | null;
}

export interface ProgrammeDraft {
  timeZone: string;
  rounding: Programme['rounding'];
  expiry: ExpiryDraft[];
  shortfall: Shortfall;
  graceDays: number | null;
  approvalAbove: number | null;
  /** Whether awards of orders wait for completion. */
  waits: boolean;
  pendingDays: number | null;
  holdMinutes: number | null;
  warningDays: number[];
  note: string;
}

export function draftOf(programme: Programme): ProgrammeDraft {
  const { timeZone, rounding, shortfall, graceDays, approvalAbove, pendingDaysAfterCompletion, holdMinutes } =
    programme;
  return {
    timeZone,
    rounding,
    expiry: programme.expiryRules.map(({ from, rule }, key) => ({ ...expiryDraft(rule), key, from })),
    shortfall,
    graceDays,
    approvalAbove,
    waits: pendingDaysAfterCompletion !== null,
    pendingDays: pendingDaysAfterCompletion ?? 7,
    holdMinutes,
    warningDays: [...programme.warningDays],
    note: '',
  };
}

function expiryDraft({ kind, count, unit, endOf, months }: ExpiryRule): Omit<ExpiryDraft, 'key' | 'from'> {
  return { kind, count: count ?? 12, unit: unit ?? 'months', endOf: endOf ?? 'month', months: months ?? 12 };
}

/** A further rule, to hold from a day on. */
export function addExpiry(lines: readonly ExpiryDraft[], from: string): ExpiryDraft[] {
  const key = Math.max(...lines.map((line) => line.key)) + 1;
  return [...lines, { ...expiryDraft({ kind: 'after' }), key, from }];
}

/** Rules for days that have begun stay as they are: points were earned by them. */
export function isSettled({ from }: ExpiryDraft, today: string): boolean {
  return from === null || from < today;
}

export function bodyOf(draft: ProgrammeDraft, expectedVersion: number): ProgrammeBody {
  return {
    timeZone: draft.timeZone,
    rounding: draft.rounding,
    expiryRules: draft.expiry.map((line) => ({ from: line.from, rule: expiryOf(line) })),
    shortfall: draft.shortfall,
    graceDays: draft.graceDays ?? 0,
    approvalAbove: draft.approvalAbove ?? 0,
    pendingDaysAfterCompletion: draft.waits ? (draft.pendingDays ?? 0) : null,
    holdMinutes: draft.holdMinutes ?? 0,
    warningDays: draft.warningDays,
    expectedVersion,
    note: draft.note.trim() || null,
  };
}

export function expiryOf({ kind, count, unit, endOf, months }: Omit<ExpiryDraft, 'key' | 'from'>): ExpiryRule {
  if (kind === 'after') return { kind, count: count ?? 0, unit, endOf };
  return kind === 'inactivity' ? { kind, months: months ?? 0 } : { kind };
}

/** Field -> message key of what is missing; the server checks the rest. */
export function checkProgramme(draft: ProgrammeDraft): Record<string, string> {
  const faults: Record<string, string> = {};
  draft.expiry.forEach(({ from, kind, count, months }, index) => {
    const before = draft.expiry[index - 1]?.from ?? null;
    if (index > 0 && from === null) faults[`expiryRules.${index}.from`] = 'dayMissing';
    else if (from !== null && before !== null && from <= before) faults[`expiryRules.${index}.from`] = 'dayNotLater';
    if (kind === 'after' && !count) faults[`expiryRules.${index}.rule.count`] = 'numberMissing';
    if (kind === 'inactivity' && !months) faults[`expiryRules.${index}.rule.months`] = 'numberMissing';
  });
  for (const field of ['graceDays', 'approvalAbove', 'holdMinutes'] as const)
    if (draft[field] === null) faults[field] = 'numberMissing';
  if (draft.waits && draft.pendingDays === null) faults.pendingDaysAfterCompletion = 'numberMissing';
  return faults;
}

/** The last day on which points earned on `day` can be spent; null when no calendar says so. */
export function lastDayOf(rule: ExpiryRule, day: string): string | null {
  const { kind, count = 0, unit = 'months', endOf = 'day' } = rule;
  if (kind === 'end-of-next-year') return `${Number(day.slice(0, 4)) + 1}-12-31`;
  if (kind !== 'after') return null;
  const after = unit === 'days' ? addDays(day, count) : addMonths(day, count);
  const [year, month] = [Number(after.slice(0, 4)), Number(after.slice(5, 7))];
  if (endOf === 'day') return after;
  if (endOf === 'year') return `${year}-12-31`;
  return dayIn(year, endOf === 'month' ? month : Math.ceil(month / 3) * 3, 31);
}

/** The rule that points earned on that day follow. */
export function ruleOn(lines: readonly ExpiryDraft[], day: string): ExpiryDraft | undefined {
  return lines.filter(({ from }) => from === null || from <= day).at(-1);
}

export function addDays(day: string, count: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + count);
  return at.toISOString().slice(0, 10);
}

/** The same day so many months on; a shorter month ends earlier. */
function addMonths(day: string, count: number): string {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + count;
  return dayIn(Math.floor(months / 12), (months % 12) + 1, Number(day.slice(8)));
}

function dayIn(year: number, month: number, date: number): string {
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1, Math.min(date, length))).toISOString().slice(0, 10);
}

/** An order earned `award`, of which `spent` are spent when it is returned: what each policy does. */
export function shortfallExample(policy: Shortfall) {
  const award = 100;
  const spent = 80;
  const left = award - spent;
  const taken = policy === 'only_pending' ? 0 : left;
  const debt = policy === 'debt' ? award - taken : 0;
  const next = 100;
  return {
    award,
    spent,
    left,
    taken,
    debt,
    waived: award - taken - debt,
    balance: left - taken,
    next,
    after: left - taken + next - debt,
  };
}
