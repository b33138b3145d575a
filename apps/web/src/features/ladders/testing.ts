import { blankTerms } from './draft';
import type { Benefit, Terms, Tier } from './model';

/** A ladder of 普通, 银卡 from 1,000.00 and 金卡 from 5,000.00 in twelve months, for specs. */
export function threeTiers(): Terms {
  return {
    ...blankTerms('普通'),
    tiers: [tier('regular', '普通', null), tier('silver', '银卡', 100_000), tier('gold', '金卡', 500_000)],
  };
}

export function tier(key: string, name: string, cents: number | null): Tier {
  const enter: Tier['enter'] = cents
    ? { match: 'any', criteria: [{ measure: 'spend', window: { kind: 'rolling', months: 12 }, atLeast: cents }] }
    : null;
  return { key, name, icon: 'star', colour: '#8c8c8c', enter, keep: null, benefits: [], replaces: [] };
}

export function benefit(key: string, rest: Partial<Benefit> = {}): Benefit {
  const plain = { kind: 'custom', name: key, description: '', when: 'standing' } as const;
  return { key, ...plain, points: null, factor: null, quota: null, costCents: null, usePercent: 100, ...rest };
}
