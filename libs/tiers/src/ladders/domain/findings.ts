import type { Day } from '@siyu/kernel';
import type { LadderTerms } from './ladder';
import { TERMS_POINTER } from './read-ladder';

/*
 * What is wrong, or looks wrong, with terms that are valid in form. `error`: the ladder cannot do what it says and is not
 * published. `warning`: it does something that hardly anybody wants. `hint`: worth a look. The console words them by code.
 */
export interface Finding {
  code: FindingCode;
  severity: 'error' | 'warning' | 'hint';
  /** The tier that it is about; null for the ladder. */
  tierKey: string | null;
  pointer: string;
  /** Numbers, keys and days for the sentence. */
  detail: Record<string, string | number>;
}

/** What the terms are looked at against. */
export interface Surroundings {
  /** Terms in force; null before the first ones. */
  inForce: LadderTerms | null;
  hasGrowthRules: boolean;
  today: Day;
}

export const FINDING_CODES = [
  // thresholds
  'threshold-not-rising',
  'tier-skipped',
  'months-beyond-window',
  'criterion-idle',
  'spend-tiny',
  'window-shorter-than-period',
  'growth-without-rules',
  // keeping
  'keep-above-enter',
  'falls-in-vain',
  'never-falls',
  'keep-equals-enter',
  'keep-below-lower-enter',
  'keep-unused',
  'keep-window-longer',
  'keep-window-shorter',
  'keep-window-cut',
  'validity-may-be-days',
  'no-grace',
  'grace-unused',
  'no-warnings',
  'warning-too-early',
  // tiers and benefits
  'single-tier',
  'same-name',
  'same-colour',
  'multiplier-falls',
  'gift-falls',
  'benefit-lost',
  'no-benefits',
  'cost-unknown',
  // what it follows
  'tier-abandoned',
  'replaced-by-lowest',
  'replaces-unknown',
  'order-turned',
  'currency-changed',
  'grandfather-past',
  'falls-at-start',
] as const;
export type FindingCode = (typeof FINDING_CODES)[number];

export function finding(
  severity: Finding['severity'],
  code: FindingCode,
  path: string,
  tierKey: string | null = null,
  detail: Finding['detail'] = {},
): Finding {
  return { code, severity, tierKey, pointer: `${TERMS_POINTER}/${path}`, detail };
}
