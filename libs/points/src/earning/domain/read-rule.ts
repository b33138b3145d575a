import { parseDecimal, type FieldFault } from '@siyu/kernel';
import { earningErrors } from './errors';
import { readCondition, type SentCondition } from './read-condition';
import {
  isOfOrders,
  type Base,
  type Caps,
  type Multiplier,
  type RuleContent,
  type Trigger,
  type TriggerKind,
} from './rules';

/*
 * A rule as it comes over the wire, where each kind of trigger, base and condition has its own fields, read into what
 * `rules.ts` says. What a kind has no use for is refused rather than dropped: it would look as if it did something.
 *
 * Example: `{ kind: 'per-amount', points: 1, perCents: 100 }` is read with `of: 'total'` and the currency of the house; with
 * `after: 'repeat'` it is refused.
 */
export interface SentRule {
  name: string;
  trigger: { kind: TriggerKind; makeUpsPerMonth?: number; makeUpDays?: number; fields?: string[]; type?: string };
  base: {
    kind: Base['kind'];
    points?: number;
    perCents?: number;
    of?: 'total' | 'lines';
    currency?: string;
    ladder?: number[];
    after?: 'repeat' | 'stay';
  };
  conditions?: SentCondition[];
  excluded?: { categories?: string[]; skus?: string[] };
  multipliers?: { name: string; factor: string; when?: SentCondition[]; group?: string | null }[];
  caps?: Partial<Caps>;
  bestOf?: string | null;
  takesFactors?: boolean;
}

const MAX_FACTOR = 1000;
const PROFILE_FIELD = /^(displayName|gender|birthday|phone|email|attributes\..{1,100})$/;

/** @throws DomainError `points.rule-invalid` (invalid) with every fault */
export function readRule(sent: SentRule, houseCurrency: string): RuleContent {
  const faults: FieldFault[] = [];
  const content: RuleContent = {
    name: sent.name,
    trigger: readTrigger(sent.trigger, faults),
    base: readBase(sent.base, houseCurrency, faults),
    conditions: (sent.conditions ?? []).map((each, index) => readCondition(each, `/conditions/${index}`, faults)),
    excluded: { categories: sent.excluded?.categories ?? [], skus: sent.excluded?.skus ?? [] },
    multipliers: (sent.multipliers ?? []).map((each, index) => readMultiplier(each, `/multipliers/${index}`, faults)),
    caps: readCaps(sent.caps ?? {}, faults),
    bestOf: sent.bestOf || null,
    ...(sent.takesFactors === undefined ? {} : { takesFactors: sent.takesFactors }),
  };
  if (faults.length === 0) faults.push(...mismatches(content));
  if (faults.length > 0) throw earningErrors.ruleInvalid(faults);
  return content;
}

function readTrigger({ kind, ...rest }: SentRule['trigger'], faults: FieldFault[]): Trigger {
  const own: Record<TriggerKind, string[]> = {
    order: [],
    'first-purchase': [],
    birthday: [],
    'sign-in': ['makeUpsPerMonth', 'makeUpDays'],
    'profile-completed': ['fields'],
    event: ['type'],
  };
  faults.push(...unused(rest, own[kind], kind, '/trigger'));
  const { makeUpsPerMonth = 0, makeUpDays = 7, fields = [], type = '' } = rest;
  switch (kind) {
    case 'sign-in':
      return { kind, makeUpsPerMonth, makeUpDays };
    case 'profile-completed':
      if (fields.length === 0) faults.push({ pointer: '/trigger/fields', message: 'must have at least 1 entry' });
      if (!fields.every((field) => PROFILE_FIELD.test(field)))
        faults.push({
          pointer: '/trigger/fields',
          message: 'each must be displayName, gender, birthday, phone, email or attributes.<key>',
        });
      return { kind, fields: [...new Set(fields)] };
    case 'event':
      if (type === '') faults.push({ pointer: '/trigger/type', message: 'must not be empty' });
      return { kind, type };
    default:
      return { kind };
  }
}

function readBase({ kind, ...rest }: SentRule['base'], houseCurrency: string, faults: FieldFault[]): Base {
  const own = {
    'per-amount': ['points', 'perCents', 'of', 'currency'],
    fixed: ['points'],
    ladder: ['ladder', 'after'],
  };
  faults.push(...unused(rest, own[kind], kind, '/base'));
  const { points = 0, perCents = 0, of = 'total', currency = houseCurrency, ladder = [], after = 'repeat' } = rest;
  if (kind === 'ladder') {
    const isSound = ladder.length > 0 && ladder.every((step) => Number.isInteger(step) && step >= 0 && step <= 1e9);
    if (!isSound) faults.push({ pointer: '/base/ladder', message: 'must list whole numbers of points, not below 0' });
    return { kind, points: ladder, after };
  }
  if (points < 1) faults.push({ pointer: '/base/points', message: 'must be at least 1' });
  if (kind === 'fixed') return { kind, points };
  if (perCents < 1) faults.push({ pointer: '/base/perCents', message: 'must be at least 1' });
  return { kind, points, perCents, of, currency };
}

function readMultiplier(
  { name, factor, when = [], group = null }: NonNullable<SentRule['multipliers']>[number],
  pointer: string,
  faults: FieldFault[],
): Multiplier {
  const units = /^\d{1,4}(\.\d{1,4})?$/.test(factor) ? parseDecimal(factor, 4) : null;
  if (units === null || units > MAX_FACTOR * 10_000)
    faults.push({ pointer: `${pointer}/factor`, message: `must be a decimal from 0 to ${MAX_FACTOR}, like 1.5` });
  const conditions = when.map((each, index) => readCondition(each, `${pointer}/when/${index}`, faults));
  return { name, factor, when: conditions, group: group || null };
}

function readCaps(sent: Partial<Caps>, faults: FieldFault[]): Caps {
  const { perOrder = null, perDay = null, perMonth = null, perCustomer = null } = sent;
  const caps = { perOrder, perDay, perMonth, perCustomer };
  for (const [name, cap] of Object.entries(caps))
    if (cap !== null && cap < 1) faults.push({ pointer: `/caps/${name}`, message: 'must be at least 1' });
  return caps;
}

/** What each trigger can't know of. */
function mismatches(content: RuleContent): FieldFault[] {
  const { trigger, base, conditions, multipliers, excluded, caps } = content;
  const ofOrders = isOfOrders(content);
  const faults: FieldFault[] = [];
  const refuse = (pointer: string, what: string) =>
    faults.push({ pointer, message: `${what} (trigger ${trigger.kind})` });
  if (base.kind === 'per-amount' && !ofOrders) refuse('/base/kind', 'needs an order');
  if ((base.kind === 'ladder') !== (trigger.kind === 'sign-in'))
    refuse('/base/kind', 'sign-ins and ladders go together');
  if (!ofOrders && excluded.categories.length + excluded.skus.length > 0) refuse('/excluded', 'needs an order');
  if (!ofOrders && caps.perOrder !== null) refuse('/caps/perOrder', 'needs an order');
  if (!ofOrders && content.takesFactors) refuse('/takesFactors', 'needs an order');
  const places = [
    ...conditions.map(({ kind }, index) => ({ kind, pointer: `/conditions/${index}/kind` })),
    ...multipliers.flatMap(({ when }, at) =>
      when.map(({ kind }, index) => ({ kind, pointer: `/multipliers/${at}/when/${index}/kind` })),
    ),
  ];
  for (const { kind, pointer } of places) {
    if (['channel', 'category', 'sku', 'min-amount'].includes(kind) && !ofOrders) refuse(pointer, 'needs an order');
    if (kind === 'property' && trigger.kind !== 'event') refuse(pointer, 'needs an event');
  }
  return faults;
}

/** Fields that were sent and that the kind has no use for. */
export function unused(sent: object, own: readonly string[], kind: string, pointer: string): FieldFault[] {
  return Object.entries(sent)
    .filter(([name, value]) => value !== undefined && !own.includes(name))
    .map(([name]) => ({ pointer: `${pointer}/${name}`, message: `is not a field of ${kind}` }));
}

/** Whether a validity period is one. */
export function periodFaults(validFrom: Date, validTo: Date | null): FieldFault[] {
  return validTo !== null && validTo <= validFrom
    ? [{ pointer: '/validTo', message: 'must be later than validFrom' }]
    : [];
}
