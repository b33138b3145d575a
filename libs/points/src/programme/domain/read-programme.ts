import { isTimeZone, type Day, type FieldFault } from '@siyu/kernel';
import { programmeErrors } from './errors';
import type { ExpiryRule, Programme } from './programme';

/**
 * New settings of the programme against those in force. Points keep the expiry that was promised when they were earned, so the
 * rules for days that have begun are no longer open: an expiry rule may be added, changed or dropped from today on.
 *
 * Example: in force is "from the beginning: end of next year". Sent on 2026-11-22 with a second rule from 2027-01-01: taken.
 * With a second rule from 2026-06-01, or with another first rule: refused.
 */
export type ProgrammeSettings = Omit<Programme, 'version'>;

/** @param today the current day in the new time zone @throws DomainError `points.programme-invalid` (invalid) */
export function readProgramme(sent: ProgrammeSettings, inForce: ProgrammeSettings, today: Day): ProgrammeSettings {
  const faults = [
    ...zoneFaults(sent),
    ...warningFaults(sent),
    ...expiryFaults(sent.expiryRules, inForce.expiryRules, today),
  ];
  if (faults.length > 0) throw programmeErrors.invalid(faults);
  return { ...sent, warningDays: [...new Set(sent.warningDays)].sort((a, b) => b - a) };
}

/** Whether the settings name a zone that exists; asked first, since `today` depends on it. */
export function zoneFaults({ timeZone }: ProgrammeSettings): FieldFault[] {
  return isTimeZone(timeZone)
    ? []
    : [{ pointer: '/timeZone', message: 'must be a known time zone, like Asia/Shanghai' }];
}

function warningFaults({ warningDays }: ProgrammeSettings): FieldFault[] {
  const bad = warningDays.findIndex((days) => !Number.isInteger(days) || days < 1 || days > 365);
  return bad < 0 ? [] : [{ pointer: `/warningDays/${bad}`, message: 'must be a whole number from 1 to 365' }];
}

type DatedRule = ProgrammeSettings['expiryRules'][number];

function expiryFaults(rules: DatedRule[], inForce: DatedRule[], today: Day): FieldFault[] {
  const faults = rules.flatMap(({ from, rule }, index): FieldFault[] => {
    const pointer = `/expiryRules/${index}`;
    const before = index === 0 ? null : rules[index - 1]!.from;
    if (index === 0 && from !== null)
      return [{ pointer: `${pointer}/from`, message: 'must be null on the first rule' }];
    if (index > 0 && from === null) return [{ pointer: `${pointer}/from`, message: 'must be a day' }];
    if (from !== null && before !== null && from <= before)
      return [{ pointer: `${pointer}/from`, message: 'must be later than that of the rule before' }];
    return ruleFaults(rule, `${pointer}/rule`);
  });
  if (rules.length === 0) faults.push({ pointer: '/expiryRules', message: 'must have at least 1 entry' });
  return faults.length > 0 ? faults : pastFaults(rules, inForce, today);
}

function ruleFaults(rule: ExpiryRule, pointer: string): FieldFault[] {
  const whole = (value: unknown, max: number) => Number.isInteger(value) && Number(value) >= 1 && Number(value) <= max;
  if (rule.kind === 'after' && !whole(rule.count, rule.unit === 'days' ? 36_500 : 1200))
    return [
      { pointer: `${pointer}/count`, message: 'must be a whole number of days up to 36500 or months up to 1200' },
    ];
  if (rule.kind === 'inactivity' && !whole(rule.months, 1200))
    return [{ pointer: `${pointer}/months`, message: 'must be a whole number from 1 to 1200' }];
  return [];
}

/** What held before today must stay: points were earned by it. */
function pastFaults(rules: DatedRule[], inForce: DatedRule[], today: Day): FieldFault[] {
  const begun = (all: DatedRule[]) => all.filter(({ from }) => from === null || from < today).map(canonical);
  const [kept, wanted] = [begun(inForce), begun(rules)];
  if (JSON.stringify(kept) === JSON.stringify(wanted)) return [];
  const index = wanted.findIndex((rule, at) => rule !== kept[at]);
  const at = index >= 0 ? index : wanted.length;
  return [
    {
      pointer: `/expiryRules/${Math.min(at, rules.length - 1)}`,
      message: `must leave the rules before ${today} as they are: points were earned by them`,
    },
  ];
}

function canonical({ from, rule }: DatedRule): string {
  return JSON.stringify([from, Object.entries(rule).sort(([a], [b]) => (a < b ? -1 : 1))]);
}
