import type { LadderTerms, Threshold, Tier } from '../../ladders/domain/ladder';

const spent = (atLeast: number): Threshold => ({
  match: 'all',
  criteria: [{ measure: 'spend', window: { kind: 'rolling', months: 12 }, atLeast }],
});

function tier(key: string, name: string, enter: Threshold | null, keep: Threshold | null = null): Tier {
  return { key, name, icon: 'medal', colour: '#a0b1c2', enter, keep, benefits: [], replaces: [] };
}

/** 银卡 from 1,000.00 in 12 months, kept by 500.00; 金卡 from 5,000.00, kept by 3,000.00. */
export const TERMS: LadderTerms = {
  tiers: [
    tier('basic', '普通', null),
    tier('silver', '银卡', spent(100_000), spent(50_000)),
    tier('gold', '金卡', spent(500_000), spent(300_000)),
  ],
  currency: 'CNY',
  rises: { at: 'once' },
  validity: { kind: 'months', months: 12 },
  atEnd: 'one-down',
  graceDays: 15,
  warningDays: [30, 7, 1],
  refunds: 'undo',
  gifts: { skipped: false, once: 'ever', placement: false },
  atStart: { kind: 'keep' },
};
