import type { components } from '@siyu/api-client';
import { instantOfWallClock, wallClockOf } from '../../shared/format/wall-clock';
import type { Reward, RewardKind } from './model';

export type RewardBody = components['schemas']['RewardCreation'];
export type StockBody = components['schemas']['StockChange'];

const CENTS = 100;

/** A reward as a form. */
export interface RewardDraft {
  name: string;
  description: string;
  pictureUrl: string;
  kind: RewardKind;
  pricePoints: number | null;
  /** What one is worth to the house, in units of money. */
  marketValue: number | null;
  /** Only of a new one: later the stock changes with a reason. Null: unlimited. */
  stock: number | null;
  limitTotal: number | null;
  limitPerPeriod: number | null;
  limitPeriod: 'day' | 'month';
  tiers: string[];
  /** Wall-clock times; empty: open. */
  validFrom: string;
  validTo: string;
  sortOrder: number | null;
}

export function draftOf(reward: Reward | null): RewardDraft {
  return {
    name: reward?.name ?? '',
    description: reward?.description ?? '',
    pictureUrl: reward?.pictureUrl ?? '',
    kind: reward?.kind ?? 'goods',
    pricePoints: reward?.pricePoints ?? null,
    marketValue: reward?.marketValueCents == null ? null : reward.marketValueCents / CENTS,
    stock: reward?.stock ?? null,
    limitTotal: reward?.limitTotal ?? null,
    limitPerPeriod: reward?.limitPerPeriod ?? null,
    limitPeriod: reward?.limitPeriod ?? 'month',
    tiers: [...(reward?.tiers ?? [])],
    validFrom: reward?.validFrom ? wallClockOf(reward.validFrom) : '',
    validTo: reward?.validTo ? wallClockOf(reward.validTo) : '',
    sortOrder: reward?.sortOrder ?? 0,
  };
}

/** What is sent, but for the stock and the kind, which not every request takes. */
export function termsOf(draft: RewardDraft) {
  return {
    name: draft.name.trim(),
    description: draft.description,
    pictureUrl: draft.pictureUrl.trim() || null,
    pricePoints: draft.pricePoints ?? 0,
    marketValueCents: draft.marketValue === null ? null : Math.round(draft.marketValue * CENTS),
    limitTotal: draft.limitTotal,
    limitPerPeriod: draft.limitPerPeriod,
    limitPeriod: draft.limitPerPeriod === null ? null : draft.limitPeriod,
    tiers: draft.tiers,
    validFrom: draft.validFrom ? instantOfWallClock(draft.validFrom) : null,
    validTo: draft.validTo ? instantOfWallClock(draft.validTo) : null,
    sortOrder: draft.sortOrder ?? 0,
  };
}

/** Field -> message key of what is missing; the server checks the rest. */
export function checkReward(draft: RewardDraft): Record<string, string> {
  const faults: Record<string, string> = {};
  if (!draft.name.trim()) faults.name = 'nameMissing';
  if (!draft.pricePoints) faults.pricePoints = 'priceMissing';
  if (draft.pictureUrl.trim() && !/^https:\/\/[^\s"'<>\\]+$/.test(draft.pictureUrl.trim()))
    faults.pictureUrl = 'pictureOdd';
  if (draft.validFrom && draft.validTo && draft.validTo <= draft.validFrom) faults.validTo = 'endsTooEarly';
  if (draft.limitTotal !== null && (draft.limitPerPeriod ?? 0) > draft.limitTotal) faults.limitPerPeriod = 'limitOdd';
  return faults;
}

export interface StockDraft {
  how: 'more' | 'less' | 'limit' | 'unlimited';
  count: number | null;
  reason: string;
}

/** What can be done to a stock: one without a limit gets one, one with a limit grows, shrinks or loses it. */
export function waysOf(stock: number | null): StockDraft['how'][] {
  return stock === null ? ['limit'] : ['more', 'less', 'unlimited'];
}

export function stockBody({ how, count, reason }: StockDraft): StockBody {
  const by = count ?? 0;
  if (how === 'unlimited') return { unlimited: true, reason: reason.trim() };
  if (how === 'limit') return { limitTo: by, reason: reason.trim() };
  return { delta: how === 'more' ? by : -by, reason: reason.trim() };
}

/** How many there will be; null: unlimited, undefined: can't be told yet. */
export function stockAfter({ how, count }: StockDraft, stock: number | null): number | null | undefined {
  if (how === 'unlimited') return null;
  if (count === null) return undefined;
  if (how === 'limit') return count;
  return (stock ?? 0) + (how === 'more' ? count : -count);
}

export function checkStock(draft: StockDraft, stock: number | null): Record<string, string> {
  const faults: Record<string, string> = {};
  const after = stockAfter(draft, stock);
  if (after === undefined || (draft.count === 0 && draft.how !== 'limit' && draft.how !== 'unlimited'))
    faults.delta = 'countMissing';
  else if (after !== null && after < 0) faults.delta = 'stockShort';
  if (!draft.reason.trim()) faults.reason = 'reasonMissing';
  return faults;
}
