import type { Day } from '@siyu/kernel';

/*
 * What a ladder says. The rules by which it is read are told once, in decision 12.
 *
 * Example: 普通, 银卡 from 1,000.00 spent in 12 months, 金卡 from 5,000.00; a tier holds for 12 months, then whoever did not
 * reach the keeping threshold goes one step down after 15 days of grace.
 */

/** What is counted. Spend in cents of the ladder's currency, the others as they are. */
export const MEASURES = ['growth', 'spend', 'orders', 'months'] as const;
export type Measure = (typeof MEASURES)[number];

/** What of a customer's history counts, laid around a day. */
export type Window =
  { kind: 'lifetime' } | { kind: 'rolling'; months: number } | { kind: 'calendar-year' } | { kind: 'membership-year' };

/** One figure and how much of it is wanted; `atLeast` is a whole number above 0. */
export interface Criterion {
  measure: Measure;
  window: Window;
  atLeast: number;
}

export interface Threshold {
  match: 'all' | 'any';
  /** At least one. */
  criteria: Criterion[];
}

export const BENEFIT_KINDS = [
  'points-multiplier',
  'points-gift',
  'coupon-pack',
  'free-shipping',
  'dedicated-service',
  'event-invitation',
  'early-access',
  'custom',
] as const;
export type BenefitKind = (typeof BENEFIT_KINDS)[number];

/** How often a member may use a benefit. `tier`: for as long as she holds the tier this time. */
export interface Quota {
  times: number;
  per: 'month' | 'year' | 'tier' | 'ever';
}

/** Something that members of a tier have. */
export interface Benefit {
  /** Stays the same when the name changes; unique within the tier. */
  key: string;
  kind: BenefitKind;
  name: string;
  /** What members read of it. */
  description: string;
  /**
   * When it comes: as a gift on entering the tier, as a gift on the birthday, or standing, to be used while the tier holds.
   * A multiplier stands; a gift of points is for entry or birthday.
   */
  when: 'entry' | 'birthday' | 'standing';
  /** Of a `points-gift`. */
  points: number | null;
  /** Of a `points-multiplier`: a decimal like `1.5`, up to four decimals, above 1. */
  factor: string | null;
  /** Of what can be used; null: without limit. */
  quota: Quota | null;
  /** What one of it costs the house, for simulations; null: nothing or unknown. Points gifts are valued by the points programme. */
  costCents: number | null;
  /** How many of a hundred members use it up in a year, for simulations. */
  usePercent: number;
}

export interface Tier {
  /** `silver`; stays when the name changes. */
  key: string;
  name: string;
  /** A name of the console's set of icons. */
  icon: string;
  /** `#a0b1c2` */
  colour: string;
  /** Null for the lowest tier, and for it alone. */
  enter: Threshold | null;
  /** Null: that of entering. */
  keep: Threshold | null;
  benefits: Benefit[];
  /** Tiers of earlier versions whose members are to be found here. */
  replaces: string[];
}

/** How long a tier holds once it was reached or kept. `more`: so many years beyond the running one. */
export type Validity =
  | { kind: 'unlimited' }
  | { kind: 'months'; months: number }
  | { kind: 'calendar-year'; more: number }
  | { kind: 'membership-year'; more: number };

/** The content of one version. */
export interface LadderTerms {
  /** Lowest first, at least one. */
  tiers: Tier[];
  /** Spend counts in this currency alone. */
  currency: string;
  rises: { at: 'once' } | { at: 'period-end'; period: 'month' | 'quarter' | 'year' };
  validity: Validity;
  /** At the end of validity, when the keeping threshold is not met. `keep`: nobody ever falls. */
  atEnd: 'keep' | 'one-down' | 're-evaluate';
  /** Days after the end of validity in which the keeping threshold can still be met. */
  graceDays: number;
  /** Days before the last day on which members who would fall are warned; falling. */
  warningDays: number[];
  refunds: 'undo' | 'stay';
  gifts: {
    /** Whether tiers that were skipped in one rise pay their entry gifts. */
    skipped: boolean;
    once: 'ever' | 'year';
    /** Whether the first placement of the whole base pays entry gifts. */
    placement: boolean;
  };
  /** What happens to those who hold a tier when this version comes into force. */
  atStart: { kind: 'keep' } | { kind: 're-evaluate'; grandfatherUntil: Day | null };
}

/** A version that was published. */
export interface LadderVersion {
  ladderId: string;
  version: number;
  ladderName: string;
  terms: LadderTerms;
  effectiveFrom: Date;
  publishedAt: Date;
}

/** The threshold that keeps a tier; null for the lowest, which nobody loses. */
export function keepingOf({ enter, keep }: Tier): Threshold | null {
  return keep ?? enter;
}

/** Place of a tier in the ladder, -1 where the ladder has no such tier. */
export function rankOf({ tiers }: Pick<LadderTerms, 'tiers'>, key: string): number {
  return tiers.findIndex((tier) => tier.key === key);
}

/** Where members of a tier of an earlier version stand: the tier of that key, or who replaces it, or the lowest. */
export function translate({ tiers }: Pick<LadderTerms, 'tiers'>, key: string): number {
  const same = tiers.findIndex((tier) => tier.key === key);
  return same >= 0
    ? same
    : Math.max(
        0,
        tiers.findIndex(({ replaces }) => replaces.includes(key)),
      );
}
