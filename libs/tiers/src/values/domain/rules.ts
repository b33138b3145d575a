/*
 * What gives growth value and value score. A ledger's rules are one list that changes by versions; the version in force at
 * the moment of a behaviour decides about it, whenever it is looked at.
 *
 * Example: rule `purchase`, 1 per 100 cents, channel 天猫 counts 0.8: 268.00 paid there give floor(268 x 1 x 0.8) = 214.
 */

/** Both are kept alike and never meet: growth decides tiers, the value score tells what a customer is worth to the house. */
export const LEDGERS = ['growth', 'value-score'] as const;
export type ValueLedger = (typeof LEDGERS)[number];

export type Behaviour =
  /** Of an order's money that stayed: `value` per so many cents. */
  | { kind: 'order'; perCents: number; currency: string }
  /** A behavioural event of this type. */
  | { kind: 'event'; type: string }
  | { kind: 'sign-in' }
  /** All of the fields are known: `displayName`, `gender`, `birthday`, `phone`, `email` or `attributes.<key>`. Once ever. */
  | { kind: 'profile-completed'; fields: string[] }
  /** She brought somebody: an event of type `referral` of hers. */
  | { kind: 'referral' };
export type BehaviourKind = Behaviour['kind'];
export const BEHAVIOURS = [
  'order',
  'event',
  'sign-in',
  'profile-completed',
  'referral',
] as const satisfies readonly BehaviourKind[];

/** Most that one rule gives a customer; null for no limit. Days and months are those of the house. */
export interface ValueCaps {
  perDay: number | null;
  perMonth: number | null;
  perCustomer: number | null;
}

export interface ValueRule {
  /** Stays when the name changes; entries know it. */
  key: string;
  name: string;
  isActive: boolean;
  on: Behaviour;
  /** A whole number, not 0; below 0 for what costs score. */
  value: number;
  /** What a behaviour in a channel counts, as a decimal like `0.8`; channels that are not named count 1. */
  weights: { channel: string; factor: string }[];
  caps: ValueCaps;
}

/** The rules of a ledger as of one version. */
export interface ValueProgramme {
  version: number;
  validFrom: Date;
  rules: ValueRule[];
}

/** A rule while it holds: from inclusive, to exclusive. */
export interface DatedRule {
  rule: ValueRule;
  version: number;
  from: Date;
  to: Date | null;
}

/** Types of events that a behaviour waits for; null where it waits for something else. */
export function eventTypeOf(on: Behaviour): string | null {
  if (on.kind === 'referral') return 'referral';
  return on.kind === 'event' ? on.type : null;
}

/**
 * When which version holds: at a moment the newest of those that had begun. A newer version that begins earlier covers
 * what lies behind its beginning.
 *
 * Example: version 1 from January, 2 from June, 3 (made last) from March: January to March version 1, from March on version 3.
 */
export function periodsOf(
  versions: readonly ValueProgramme[],
): { programme: ValueProgramme; from: Date; to: Date | null }[] {
  const kept: ValueProgramme[] = [];
  for (const programme of [...versions].sort((one, other) => one.version - other.version)) {
    while (kept.length > 0 && kept.at(-1)!.validFrom >= programme.validFrom) kept.pop();
    kept.push(programme);
  }
  return kept.map((programme, at) => ({ programme, from: programme.validFrom, to: kept[at + 1]?.validFrom ?? null }));
}

/** Every active rule with the time in which it holds. */
export function datedRules(versions: readonly ValueProgramme[]): DatedRule[] {
  return periodsOf(versions).flatMap(({ programme: { version, rules }, from, to }) =>
    rules.filter(({ isActive }) => isActive).map((rule) => ({ rule, version, from, to })),
  );
}

/** Those of the rules that hold at a moment. */
export function rulesAt(rules: readonly DatedRule[], at: Date): DatedRule[] {
  return rules.filter(({ from, to }) => from <= at && (to === null || at < to));
}

export function isCapped({ caps }: ValueRule): boolean {
  return caps.perDay !== null || caps.perMonth !== null || caps.perCustomer !== null;
}
