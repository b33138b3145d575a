import type { components } from '@siyu/api-client';
import type { ValueLedger } from './values';

type Schemas = components['schemas'];
export type ValueRule = Schemas['ValueRuleBody'];
export type ValueRules = Schemas['ValueRulesView'];
export type Settlement = Schemas['ValueSettlement'];
export type TrialAnswer = Schemas['ValueTrialAnswer'];
export type Behaviour = ValueRule['on']['kind'];

export const BEHAVIOURS = [
  'order',
  'sign-in',
  'referral',
  'profile-completed',
  'event',
] as const satisfies readonly Behaviour[];
export const PROFILE_FIELDS = ['displayName', 'gender', 'birthday', 'phone', 'email'] as const;
export const CAPS = ['perDay', 'perMonth', 'perCustomer'] as const;
export type Cap = (typeof CAPS)[number];

/** A rule as it is typed: money in yuan, fields that its behaviour has no use for at rest. */
export interface RuleDraft {
  key: string;
  name: string;
  isActive: boolean;
  kind: Behaviour;
  value: number | null;
  /** Of `order`: per how many units of money. */
  per: number | null;
  currency: string | undefined;
  type: string;
  fields: string[];
  weights: { channel: string; factor: string }[];
  caps: Record<Cap, number | null>;
}

export function toDraft({ key, name, isActive = true, on, value, weights = [], caps = {} }: ValueRule): RuleDraft {
  return {
    ...{ key, name, isActive, value, kind: on.kind },
    per: on.kind === 'order' ? (on.perCents ?? 100) / 100 : null,
    currency: on.currency,
    type: on.type ?? '',
    fields: [...(on.fields ?? [])],
    weights: weights.map((weight) => ({ ...weight })),
    caps: { perDay: caps.perDay ?? null, perMonth: caps.perMonth ?? null, perCustomer: caps.perCustomer ?? null },
  };
}

/** What is sent; a draft that `checkRule` finds nothing wrong with. */
export function toRule({
  key,
  name,
  isActive,
  kind,
  value,
  per,
  currency,
  type,
  fields,
  weights,
  caps,
}: RuleDraft): ValueRule {
  const on: ValueRule['on'] = { kind };
  if (kind === 'order')
    Object.assign(on, { perCents: Math.round((per ?? 0) * 100), ...(currency ? { currency } : {}) });
  if (kind === 'event') on.type = type.trim();
  if (kind === 'profile-completed') on.fields = fields;
  return {
    ...{ key, isActive, on, caps },
    name: name.trim(),
    value: value ?? 0,
    weights: weights.map(({ channel, factor }) => ({ channel: channel.trim(), factor: factor.trim() })),
  };
}

/** A key that no other rule has: 'event', then 'event-2'. */
export function freeKey(kind: string, taken: readonly string[]): string {
  for (let number = 1; ; number += 1) {
    const key = number === 1 ? kind : `${kind}-${number}`;
    if (!taken.includes(key)) return key;
  }
}

export function newRule(kind: Behaviour, name: string, taken: readonly string[]): RuleDraft {
  const on: ValueRule['on'] = {
    kind,
    ...(kind === 'profile-completed' ? { fields: ['displayName', 'birthday', 'phone'] } : {}),
  };
  return toDraft({ key: freeKey(kind === 'order' ? 'purchase' : kind, taken), name, on, value: 1 });
}

const FACTOR = /^\d+(\.\d{1,4})?$/;
const EVENT_TYPE = /^[A-Za-z][\w.:-]{0,99}$/;
const MOST_VALUE = 1_000_000;

/** Field -> key of what is wrong with it; the server says the same, later. */
export function checkRule(draft: RuleDraft, ledger: ValueLedger): Record<string, string> {
  const { name, kind, value, per, type, fields, weights } = draft;
  const problems: Record<string, string> = {};
  if (!name.trim()) problems.name = 'nameMissing';
  if (value === null || !Number.isInteger(value) || value === 0 || Math.abs(value) > MOST_VALUE)
    problems.value = 'valueWrong';
  else if (value < 0 && ledger === 'growth') problems.value = 'valueBelow';
  if (kind === 'order' && (per === null || per < 0.01 || per > 10_000_000)) problems.per = 'perWrong';
  if (kind === 'event' && !EVENT_TYPE.test(type.trim())) problems.type = 'typeWrong';
  if (kind === 'profile-completed' && fields.length === 0) problems.fields = 'fieldsMissing';
  const channels = weights.map(({ channel }) => channel.trim());
  if (channels.some((channel) => !channel)) problems.weights = 'channelMissing';
  else if (new Set(channels).size < channels.length) problems.weights = 'channelTwice';
  else if (weights.some(({ factor }) => !FACTOR.test(factor.trim()) || Number(factor) > 1000))
    problems.weights = 'factorWrong';
  return problems;
}

/** The first rule that can't be sent, and why. */
export function firstFault(
  drafts: readonly RuleDraft[],
  ledger: ValueLedger,
): { index: number; problem: string } | null {
  for (const [index, draft] of drafts.entries()) {
    const [problem] = Object.values(checkRule(draft, ledger));
    if (problem) return { index, problem };
  }
  return null;
}

/** Whether what is typed says something else than what is in force. */
export function isChanged(drafts: readonly RuleDraft[], rules: readonly ValueRule[]): boolean {
  return JSON.stringify(drafts.map(toRule)) !== JSON.stringify(rules.map((rule) => toRule(toDraft(rule))));
}

/** Whether a settlement goes on: it is looked at again until it is over. */
export function isUnderWay(settlement: Pick<Settlement, 'status'> | null | undefined): boolean {
  return settlement?.status === 'queued' || settlement?.status === 'running';
}
