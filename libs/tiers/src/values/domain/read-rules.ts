import { parseDecimal, type FieldFault } from '@siyu/kernel';
import { valueErrors } from './errors';
import {
  BEHAVIOURS,
  type Behaviour,
  type BehaviourKind,
  type ValueCaps,
  type ValueLedger,
  type ValueRule,
} from './rules';

/*
 * Rules as they come over the wire, where each kind of behaviour has its own fields, read into what `rules.ts` says. What a
 * kind has no use for is refused rather than dropped: it would look as if it did something.
 */
export interface SentValueRule {
  key: string;
  name: string;
  isActive?: boolean;
  on: { kind: BehaviourKind; perCents?: number; currency?: string; type?: string; fields?: string[] };
  value: number;
  weights?: { channel: string; factor: string }[];
  caps?: Partial<ValueCaps>;
}

export const MOST_RULES = 100;
const KEY = /^[a-z][a-z0-9-]{0,39}$/;
const CURRENCY = /^[A-Z]{3}$/;
const EVENT_TYPE = /^[A-Za-z][\w.:-]{0,99}$/;
const PROFILE_FIELD = /^(displayName|gender|birthday|phone|email|attributes\..{1,100})$/;
const MOST_VALUE = 1_000_000;
const MOST_FACTOR = 1000;
const MOST_CAP = 1_000_000_000;

/** What a kind of behaviour needs to know. */
const FIELDS: Record<BehaviourKind, readonly string[]> = {
  order: ['perCents', 'currency'],
  event: ['type'],
  'sign-in': [],
  'profile-completed': ['fields'],
  referral: [],
};

/** @throws DomainError `tiers.value-rules-invalid` (invalid) with every fault */
export function readRules(ledger: ValueLedger, sent: readonly SentValueRule[], houseCurrency: string): ValueRule[] {
  const faults: FieldFault[] = [];
  if (sent.length > MOST_RULES) faults.push({ pointer: '/rules', message: `must have at most ${MOST_RULES} entries` });
  const rules = sent.map((rule, index) => readRule(ledger, rule, `/rules/${index}`, houseCurrency, faults));
  rules.forEach(({ key }, index) => {
    if (rules.findIndex((other) => other.key === key) < index)
      faults.push({ pointer: `/rules/${index}/key`, message: 'must be different from those of the other rules' });
  });
  if (faults.length > 0) throw valueErrors.rulesInvalid(faults);
  return rules;
}

function readRule(
  ledger: ValueLedger,
  sent: SentValueRule,
  pointer: string,
  houseCurrency: string,
  faults: FieldFault[],
): ValueRule {
  const fault = (at: string, message: string) => faults.push({ pointer: `${pointer}${at}`, message });
  const { key, name, isActive = true, value, weights = [] } = sent;
  if (!KEY.test(key)) fault('/key', `must match ${KEY.source}`);
  if (name.trim() === '' || name.length > 100) fault('/name', 'must have 1 to 100 characters');
  const least = ledger === 'growth' ? 1 : -MOST_VALUE;
  if (!Number.isInteger(value) || value === 0 || value < least || value > MOST_VALUE)
    fault('/value', `must be a whole number from ${least} to ${MOST_VALUE}, not 0`);
  weights.forEach(({ channel, factor }, index) => {
    if (weights.findIndex((other) => other.channel === channel) < index)
      fault(`/weights/${index}/channel`, 'must be named once');
    const units = /^\d+(\.\d{1,4})?$/.test(factor) ? parseDecimal(factor, 4) : null;
    if (units === null || units > MOST_FACTOR * 10_000)
      fault(
        `/weights/${index}/factor`,
        `must be a decimal from 0 to ${MOST_FACTOR} with at most four digits behind the point`,
      );
  });
  return {
    key,
    name,
    isActive,
    on: readBehaviour(sent.on, houseCurrency, fault),
    value,
    weights,
    caps: readCaps(sent.caps, fault),
  };
}

type Fault = (at: string, message: string) => void;

function readBehaviour(sent: SentValueRule['on'], houseCurrency: string, fault: Fault): Behaviour {
  const { kind, perCents = 100, currency = houseCurrency, type = '', fields = [] } = sent;
  if (!BEHAVIOURS.includes(kind)) fault('/on/kind', `must be one of ${BEHAVIOURS.join(', ')}`);
  for (const [name, value] of Object.entries(sent))
    if (name !== 'kind' && value !== undefined && !FIELDS[kind]?.includes(name))
      fault(`/on/${name}`, `has no meaning for ${kind}`);
  switch (kind) {
    case 'order':
      if (!Number.isInteger(perCents) || perCents < 1 || perCents > 1e9)
        fault('/on/perCents', 'must be a whole number from 1 to 1000000000');
      if (!CURRENCY.test(currency)) fault('/on/currency', 'must be three capital letters');
      return { kind, perCents, currency };
    case 'event':
      if (!EVENT_TYPE.test(type)) fault('/on/type', `must match ${EVENT_TYPE.source}`);
      return { kind, type };
    case 'profile-completed':
      if (fields.length === 0 || fields.length > 50) fault('/on/fields', 'must have 1 to 50 entries');
      fields.forEach((field, index) => {
        if (!PROFILE_FIELD.test(field)) fault(`/on/fields/${index}`, `must match ${PROFILE_FIELD.source}`);
      });
      return { kind, fields: [...new Set(fields)] };
    default:
      return { kind };
  }
}

function readCaps(sent: SentValueRule['caps'] = {}, fault: Fault): ValueCaps {
  const read = (name: keyof ValueCaps) => {
    const cap = sent[name] ?? null;
    if (cap !== null && (!Number.isInteger(cap) || cap < 1 || cap > MOST_CAP))
      fault(`/caps/${name}`, `must be a whole number from 1 to ${MOST_CAP}`);
    return cap;
  };
  return { perDay: read('perDay'), perMonth: read('perMonth'), perCustomer: read('perCustomer') };
}
