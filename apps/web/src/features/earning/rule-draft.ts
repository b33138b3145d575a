import { instantOfWallClock, wallClockOf } from '../../shared/format/wall-clock';
import { conditionsOf, conditionDrafts, type ConditionDraft } from './conditions';
import { HOUSE_CURRENCY, isOfOrders, type Rule, type RuleContent, type TriggerKind } from './model';

/*
 * A rule as a form. The form keeps what was typed for every kind of base and trigger, so that choosing another kind and coming
 * back loses nothing; what is sent has only the fields of the chosen kinds.
 */
export interface MultiplierDraft {
  key: number;
  name: string;
  factor: string;
  when: ConditionDraft[];
  /** Of those that share a group the largest counts; empty: it multiplies with all others. */
  group: string;
}

export interface RuleDraft {
  name: string;
  trigger: TriggerKind;
  makeUpsPerMonth: number | null;
  makeUpDays: number | null;
  fields: string[];
  eventType: string;
  base: 'per-amount' | 'fixed' | 'ladder';
  points: number | null;
  /** Points are given for each so much money, in units. */
  perAmount: number | null;
  of: 'total' | 'lines';
  currency: string;
  ladder: (number | null)[];
  after: 'repeat' | 'stay';
  conditions: ConditionDraft[];
  excludedCategories: string[];
  excludedSkus: string[];
  multipliers: MultiplierDraft[];
  /** Whether the multiplier of the member's tier counts, too; of orders only. */
  takesFactors: boolean;
  perOrder: number | null;
  perDay: number | null;
  perMonth: number | null;
  perCustomer: number | null;
  /** Only the best rule of a group counts; empty: it adds to the others. */
  bestOf: string;
  /** Wall-clock times; empty: at once, and without end. */
  validFrom: string;
  validTo: string;
  budgetPoints: number | null;
}

const LADDER = [5, 5, 10, 10, 15, 15, 30];
const CENTS = 100;

export function emptyDraft(trigger: TriggerKind): RuleDraft {
  return {
    name: '',
    trigger,
    makeUpsPerMonth: 3,
    makeUpDays: 7,
    fields: ['displayName', 'birthday', 'phone'],
    eventType: '',
    base: trigger === 'order' ? 'per-amount' : trigger === 'sign-in' ? 'ladder' : 'fixed',
    points: trigger === 'order' ? 1 : 100,
    perAmount: 1,
    of: 'total',
    currency: HOUSE_CURRENCY,
    ladder: [...LADDER],
    after: 'repeat',
    conditions: [],
    excludedCategories: [],
    excludedSkus: [],
    multipliers: [],
    takesFactors: true,
    perOrder: null,
    perDay: null,
    perMonth: null,
    perCustomer: null,
    bestOf: '',
    validFrom: '',
    validTo: '',
    budgetPoints: null,
  };
}

/** A rule to be changed: a change begins at once unless another time is chosen. */
export function draftOf(rule: Rule): RuleDraft {
  const { trigger, base, caps = {} } = rule;
  const empty = emptyDraft(trigger.kind);
  return {
    ...empty,
    name: rule.name,
    makeUpsPerMonth: trigger.makeUpsPerMonth ?? 0,
    makeUpDays: trigger.makeUpDays ?? empty.makeUpDays,
    fields: trigger.fields ?? empty.fields,
    eventType: trigger.type ?? '',
    base: base.kind,
    points: base.points ?? empty.points,
    perAmount: (base.perCents ?? CENTS) / CENTS,
    of: base.of ?? 'total',
    currency: base.currency ?? HOUSE_CURRENCY,
    ladder: [...(base.ladder ?? LADDER)],
    after: base.after ?? 'repeat',
    conditions: conditionDrafts(rule.conditions),
    excludedCategories: [...(rule.excluded?.categories ?? [])],
    excludedSkus: [...(rule.excluded?.skus ?? [])],
    multipliers: (rule.multipliers ?? []).map(({ name, factor, when, group }, key) => ({
      key,
      name,
      factor,
      when: conditionDrafts(when),
      group: group ?? '',
    })),
    takesFactors: rule.takesFactors ?? true,
    perOrder: caps.perOrder ?? null,
    perDay: caps.perDay ?? null,
    perMonth: caps.perMonth ?? null,
    perCustomer: caps.perCustomer ?? null,
    bestOf: rule.bestOf ?? '',
    validFrom: rule.status === 'draft' ? wallClockOf(rule.validFrom) : '',
    validTo: rule.validTo ? wallClockOf(rule.validTo) : '',
    budgetPoints: rule.budgetPoints,
  };
}

/** What the rule says, as it is sent. */
export function contentOf(draft: RuleDraft): RuleContent {
  const ofOrders = isOfOrders(draft.trigger);
  return {
    name: draft.name.trim(),
    trigger: triggerOf(draft),
    base: baseOf(draft),
    conditions: conditionsOf(draft.conditions),
    excluded: ofOrders ? { categories: draft.excludedCategories, skus: draft.excludedSkus } : {},
    multipliers: draft.multipliers.map(({ name, factor, when, group }) => ({
      name: name.trim(),
      factor: factor.trim(),
      when: conditionsOf(when),
      group: group.trim() || null,
    })),
    ...(ofOrders ? { takesFactors: draft.takesFactors } : {}),
    caps: {
      perOrder: ofOrders ? draft.perOrder : null,
      perDay: draft.perDay,
      perMonth: draft.perMonth,
      perCustomer: draft.perCustomer,
    },
    bestOf: draft.bestOf.trim() || null,
  };
}

function triggerOf(draft: RuleDraft): RuleContent['trigger'] {
  const { trigger: kind, makeUpsPerMonth, makeUpDays, fields, eventType } = draft;
  if (kind === 'sign-in') return { kind, makeUpsPerMonth: makeUpsPerMonth ?? 0, makeUpDays: makeUpDays ?? 7 };
  if (kind === 'profile-completed') return { kind, fields };
  return kind === 'event' ? { kind, type: eventType.trim() } : { kind };
}

function baseOf({ base: kind, points, perAmount, of, currency, ladder, after }: RuleDraft): RuleContent['base'] {
  if (kind === 'ladder') return { kind, ladder: ladder.map((each) => each ?? 0), after };
  if (kind === 'fixed') return { kind, points: points ?? 0 };
  return { kind, points: points ?? 0, perCents: Math.round((perAmount ?? 0) * CENTS), of, currency };
}

/** When the rule holds and what it may cost. */
export function frameOf({ validFrom, validTo, budgetPoints }: RuleDraft) {
  return {
    ...(validFrom ? { validFrom: instantOfWallClock(validFrom) } : {}),
    validTo: validTo ? instantOfWallClock(validTo) : null,
    budgetPoints,
  };
}
