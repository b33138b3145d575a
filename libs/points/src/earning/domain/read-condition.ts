import { isDay, type FieldFault } from '@siyu/kernel';
import { unused } from './read-rule';
import type { Condition, ConditionKind } from './rules';

/** A condition as it comes over the wire: each kind has some of the fields. */
export interface SentCondition {
  kind: ConditionKind;
  in?: string[];
  name?: string;
  cents?: number;
  weekdays?: number[];
  from?: string | null;
  to?: string | null;
}

const OWN: Record<ConditionKind, string[]> = {
  channel: ['in'],
  category: ['in'],
  sku: ['in'],
  'min-amount': ['cents'],
  weekdays: ['weekdays'],
  hours: ['from', 'to'],
  dates: ['from', 'to'],
  'birthday-month': [],
  attribute: ['name', 'in'],
  property: ['name', 'in'],
  fact: ['name', 'in'],
};
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Reads a condition; what is wrong with it goes to `faults`. */
export function readCondition({ kind, ...rest }: SentCondition, pointer: string, faults: FieldFault[]): Condition {
  faults.push(...unused(rest, OWN[kind], kind, pointer));
  const refuse = (field: string, message: string) => faults.push({ pointer: `${pointer}/${field}`, message });
  const { in: wanted = [], name = '', cents = 0, weekdays = [], from = null, to = null } = rest;
  if (OWN[kind].includes('in') && wanted.length === 0) refuse('in', 'must have at least 1 entry');
  if (OWN[kind].includes('name') && name === '') refuse('name', 'must not be empty');
  switch (kind) {
    case 'channel':
    case 'category':
    case 'sku':
      return { kind, in: wanted };
    case 'attribute':
    case 'property':
    case 'fact':
      return { kind, name, in: wanted };
    case 'min-amount':
      if (cents < 1) refuse('cents', 'must be at least 1');
      return { kind, cents };
    case 'weekdays':
      if (weekdays.length === 0 || !weekdays.every((day) => Number.isInteger(day) && day >= 1 && day <= 7))
        refuse('weekdays', 'must list weekdays from 1 (Monday) to 7 (Sunday)');
      return { kind, in: weekdays };
    case 'hours':
      if (!TIME.test(from ?? '')) refuse('from', 'must be a time like 09:30');
      if (!TIME.test(to ?? '')) refuse('to', 'must be a time like 21:00');
      if (from === to) refuse('to', 'must differ from `from`');
      return { kind, from: from ?? '', to: to ?? '' };
    case 'dates':
      if (from !== null && !isDay(from)) refuse('from', 'must be a day, like 2026-11-22');
      if (to !== null && !isDay(to)) refuse('to', 'must be a day, like 2026-11-22');
      if (from === null && to === null) refuse('from', 'or `to` must be given');
      if (from !== null && to !== null && to < from) refuse('to', 'must not be before `from`');
      return { kind, from, to };
    case 'birthday-month':
      return { kind };
  }
}
