import type { Benefit, Criterion, LadderTerms, LadderVersion, Threshold, Tier, Window } from '../ladders/domain/ladder';

/** Ladders as tests write them: what they don't mention is usual. */

export const ROLLING_YEAR: Window = { kind: 'rolling', months: 12 };

export const LADDER_ID = '01900000-0000-7000-8000-00000000aaaa';

export function all(...criteria: Criterion[]): Threshold {
  return { match: 'all', criteria };
}

export function any(...criteria: Criterion[]): Threshold {
  return { match: 'any', criteria };
}

/** A gift of every tier, so that what is paid tells which rises were paid. */
export const WELCOME: Benefit = {
  key: 'welcome',
  kind: 'custom',
  name: 'Welcome',
  description: '',
  when: 'entry',
  points: null,
  factor: null,
  quota: null,
  costCents: null,
  usePercent: 100,
};

/** Net spend from so many yuan. */
export function spent(yuan: number, window: Window = ROLLING_YEAR): Threshold {
  return all({ measure: 'spend', window, atLeast: yuan * 100 });
}

export function counted(
  measure: 'growth' | 'orders' | 'months',
  atLeast: number,
  window: Window = ROLLING_YEAR,
): Threshold {
  return all({ measure, window, atLeast });
}

export function tier(key: string, enter: Threshold | null, change: Partial<Tier> = {}): Tier {
  return {
    key,
    name: key,
    icon: 'medal',
    colour: '#a0b1c2',
    enter,
    keep: null,
    benefits: enter ? [WELCOME] : [],
    replaces: [],
    ...change,
  };
}

/** Basic; silver from 1,000.00 and gold from 5,000.00 in 12 rolling months, for 12 months; then one step down at once. */
export function terms(change: Partial<LadderTerms> = {}): LadderTerms {
  return {
    tiers: [tier('basic', null), tier('silver', spent(1_000)), tier('gold', spent(5_000))],
    currency: 'CNY',
    rises: { at: 'once' },
    validity: { kind: 'months', months: 12 },
    atEnd: 'one-down',
    graceDays: 0,
    warningDays: [],
    refunds: 'undo',
    gifts: { skipped: false, once: 'ever', placement: false },
    atStart: { kind: 'keep' },
    ...change,
  };
}

/** A ladder with thresholds of silver and gold. */
export function steps(silver: Partial<Tier>, gold: Partial<Tier> = {}): Tier[] {
  return [tier('basic', null), tier('silver', spent(1_000), silver), tier('gold', spent(5_000), gold)];
}

/** Published the moment it comes into force. */
export function version(number: number, effectiveFrom: string, content: LadderTerms): LadderVersion {
  const at = new Date(effectiveFrom);
  return {
    ladderId: LADDER_ID,
    version: number,
    ladderName: 'ladder',
    terms: content,
    effectiveFrom: at,
    publishedAt: at,
  };
}
