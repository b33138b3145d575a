/**
 * What an earning rule is. A rule waits for its trigger, asks its conditions, computes its base, multiplies it, and stops
 * at its caps and its budget. What it says changes by versions; what was awarded is never computed again.
 *
 * Example: trigger `order`, base 1 point per 100 cents of the total, condition channel in `mini-program`, multiplier "birthday
 * month" 2, cap 500 a day: 268.00 paid there in the month of her birthday gives 268 x 2 = 536, of which 500 are left.
 */
export const TRIGGERS = ['order', 'first-purchase', 'sign-in', 'birthday', 'profile-completed', 'event'] as const;
export type TriggerKind = (typeof TRIGGERS)[number];

export type Trigger =
  | { kind: 'order' }
  /** The first paid order of a customer; once in her life. */
  | { kind: 'first-purchase' }
  | { kind: 'birthday' }
  /** `makeUpsPerMonth` missed days may be made up in a calendar month, none older than `makeUpDays` days. */
  | { kind: 'sign-in'; makeUpsPerMonth: number; makeUpDays: number }
  /** All of the fields are known: `displayName`, `gender`, `birthday`, `phone`, `email` or `attributes.<key>`. */
  | { kind: 'profile-completed'; fields: string[] }
  /** A behavioural event of this type. */
  | { kind: 'event'; type: string };

export type Base =
  /**
   * Of `total`: what was paid; where only some lines count, their share of it. Of `lines`: the prices of the lines that count.
   * An amount in another currency counts nothing.
   */
  | { kind: 'per-amount'; points: number; perCents: number; of: 'total' | 'lines'; currency: string }
  | { kind: 'fixed'; points: number }
  /** Sign-ins: points for the first, second, … day in a row; then from the first again, or as on the last. */
  | { kind: 'ladder'; points: number[]; after: 'repeat' | 'stay' };

/** What must hold. All conditions of a rule must; those on lines leave the lines that match. */
export type Condition =
  | { kind: 'channel'; in: string[] }
  | { kind: 'category'; in: string[] }
  | { kind: 'sku'; in: string[] }
  /** The amount that counts is at least this. */
  | { kind: 'min-amount'; cents: number }
  /** 1 Monday to 7 Sunday, by the calendar of the programme. */
  | { kind: 'weekdays'; in: number[] }
  /** Wall-clock times `HH:MM`, from inclusive, to exclusive; may pass midnight. */
  | { kind: 'hours'; from: string; to: string }
  /** Days, both inclusive. */
  | { kind: 'dates'; from: string | null; to: string | null }
  | { kind: 'birthday-month' }
  /** `gender` or a custom attribute of the customer. */
  | { kind: 'attribute'; name: string; in: string[] }
  /** A property of the event. */
  | { kind: 'property'; name: string; in: string[] }
  /** What other parts of the system know of the customer: `tier`, `segment`, `tag`. */
  | { kind: 'fact'; name: string; in: string[] };

export type ConditionKind = Condition['kind'];
export const CONDITION_KINDS = [
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
  'fact',
] as const satisfies readonly ConditionKind[];

export interface Multiplier {
  name: string;
  /** A decimal in text with up to four digits behind the point: `1.5`. */
  factor: string;
  when: Condition[];
  /** Of several multipliers of one group only the largest counts; those of different groups and of none multiply. */
  group: string | null;
}

/** Most points that the rule gives; null for no limit. Days and months are those of the programme. */
export interface Caps {
  perOrder: number | null;
  perDay: number | null;
  perMonth: number | null;
  perCustomer: number | null;
}

/** What one version of a rule says. */
export interface RuleContent {
  name: string;
  trigger: Trigger;
  base: Base;
  conditions: Condition[];
  /** Lines that never count. */
  excluded: { categories: string[]; skus: string[] };
  multipliers: Multiplier[];
  caps: Caps;
  /** Of several rules of one group only the one that gives most counts; null: this rule adds to the others. */
  bestOf: string | null;
  /** Whether what other parts of the system multiply by (the tier) counts. Left out: it does for orders. */
  takesFactors?: boolean;
}

/** Whether the rule is about orders, which alone are multiplied from outside. */
export function isOfOrders({ trigger: { kind } }: Pick<RuleContent, 'trigger'>): boolean {
  return kind === 'order' || kind === 'first-purchase';
}

export function takesFactors(content: RuleContent): boolean {
  return isOfOrders(content) && content.takesFactors !== false;
}

export const RULE_STATUSES = ['draft', 'active', 'paused', 'closed'] as const;
export type RuleStatus = (typeof RULE_STATUSES)[number];

/** A version as it is asked. */
export interface RuleVersion {
  ruleId: string;
  version: number;
  content: RuleContent;
  validFrom: Date;
  validTo: Date | null;
}

/**
 * The version that decides at a time: of those that had begun, the one made last. When that one is over, nothing holds.
 *
 * Example: version 1 from January, version 2 from June to the end of July: in May version 1, in July version 2, in August none.
 */
export function versionAt<Version extends Pick<RuleVersion, 'version' | 'validFrom' | 'validTo'>>(
  versions: readonly Version[],
  at: Date,
): Version | null {
  const begun = versions.filter(({ validFrom }) => validFrom <= at);
  const last = begun.reduce<Version | null>((best, each) => (best && best.version > each.version ? best : each), null);
  return last && (last.validTo === null || at < last.validTo) ? last : null;
}

/** Every condition that the rule asks, those of its multipliers included. */
export function allConditions({ conditions, multipliers }: RuleContent): Condition[] {
  return [...conditions, ...multipliers.flatMap(({ when }) => when)];
}
