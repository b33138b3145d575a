import type { components } from '@siyu/api-client';
import { instantOfWallClock } from '../../shared/format/wall-clock';
import type { RuleContent, TriggerKind } from './model';

type Schemas = components['schemas'];
export type TrialBody = Schemas['Trial'];
export type TrialAnswer = Schemas['TrialAnswer'];
export type Verdict = Schemas['TrialVerdict'];
export type TrialStep = Schemas['TrialStep'];

export const HAPPENINGS = ['order', 'sign-in', 'birthday', 'event'] as const;
export type Happening = (typeof HAPPENINGS)[number];

export interface TrialLine {
  key: number;
  sku: string;
  category: string;
  quantity: number | null;
  /** Money in units. */
  price: number | null;
}

/** What is put into the box. */
export interface TrialDraft {
  happening: Happening;
  /** What was paid, in units; null: what the lines sum to. */
  total: number | null;
  channel: string;
  isFirst: boolean;
  lines: TrialLine[];
  streak: number | null;
  eventType: string;
  /** `name=value` each. */
  properties: string[];
  /** Wall-clock time; empty: now. */
  at: string;
  customerId: string;
}

const CENTS = 100;

/** A sample to begin with, of the kind that the rule waits for. */
export function sampleTrial(trigger: TriggerKind = 'order', eventType = ''): TrialDraft {
  const happening = happeningFor(trigger) ?? 'order';
  return {
    happening,
    total: null,
    channel: '',
    isFirst: trigger === 'first-purchase',
    lines: [{ key: 0, sku: 'SKU-1', category: '', quantity: 1, price: 268 }],
    streak: 1,
    eventType,
    properties: [],
    at: '',
    customerId: '',
  };
}

/** What has to happen for the trigger; null where nothing can be put in: a profile is complete or it isn't. */
export function happeningFor(trigger: TriggerKind): Happening | null {
  if (trigger === 'first-purchase') return 'order';
  return trigger === 'profile-completed' ? null : trigger;
}

/** The sum of the lines, in cents. */
export function linesCents(lines: readonly TrialLine[]): number {
  return lines.reduce((sum, { quantity, price }) => sum + (quantity ?? 0) * centsOf(price), 0);
}

export function trialBody(draft: TrialDraft, rule?: RuleContent, insteadOf?: string): TrialBody {
  return {
    ...happened(draft),
    ...(draft.customerId ? { customerId: draft.customerId } : {}),
    ...(draft.at ? { at: instantOfWallClock(draft.at) } : {}),
    ...(rule ? { rule } : {}),
    ...(rule && insteadOf ? { insteadOf } : {}),
  };
}

function happened(draft: TrialDraft): TrialBody {
  if (draft.happening === 'birthday') return { birthday: true };
  if (draft.happening === 'sign-in') return { streak: draft.streak ?? 1 };
  if (draft.happening === 'event')
    return { event: { type: draft.eventType.trim(), properties: propertiesOf(draft.properties) } };
  const items = draft.lines
    .filter(({ sku }) => sku.trim())
    .map(({ sku, category, quantity, price }) => ({
      sku: sku.trim(),
      category: category.trim() || null,
      quantity: quantity ?? 1,
      unitPriceCents: centsOf(price),
    }));
  const totalCents = draft.total === null ? linesCents(draft.lines) : centsOf(draft.total);
  return { order: { totalCents, channel: draft.channel.trim() || null, isFirst: draft.isFirst, items } };
}

/** 'stars=5' -> { stars: '5' }; without a sign it is a mark that is there. */
function propertiesOf(pairs: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=');
      return at < 0 ? [pair.trim(), 'true'] : [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
    }),
  );
}

const centsOf = (amount: number | null) => Math.round((amount ?? 0) * CENTS);

/** The verdict on the rule that is tried, those on others that have a say, and how many wait for something else. */
export function sortVerdicts({ rules }: Pick<TrialAnswer, 'rules'>) {
  const tried = rules.find(({ ruleId }) => ruleId === null) ?? null;
  const others = rules.filter((each) => each !== tried);
  const isIdle = ({ why }: Verdict) => why?.code === 'trigger' || why?.code === 'event-type';
  return { tried, others: others.filter((each) => !isIdle(each)), idle: others.filter(isIdle).length };
}

/** Words that have a sentence of their own on the screen; others are shown as they came. */
export const REASONS = [
  'trigger',
  'event-type',
  'profile-incomplete',
  'channel',
  'category',
  'sku',
  'min-amount',
  'weekdays',
  'hours',
  'dates',
  'birthday-month',
  'attribute',
  'property',
  'fact-unknown',
  'fact',
  'no-line-counts',
  'no-streak',
  'no-order',
  'currency',
  'rounds-to-nothing',
  'cap-order',
  'cap-day',
  'cap-month',
  'cap-customer',
  'budget',
  'better-rule',
  'had-before',
] as const;
export type ReasonCode = (typeof REASONS)[number];

export function isKnownReason(code: string): code is ReasonCode {
  return (REASONS as readonly string[]).includes(code);
}
