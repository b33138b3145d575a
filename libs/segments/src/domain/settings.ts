import type { Day } from '@siyu/kernel';
import type { SegmentScheme } from './schemes';

/*
 * What an RFM run is told: which purchases count, how each of the three measures becomes a score, what the combinations
 * of scores are called. Scores rise with what the shop likes: a customer who bought yesterday has a high R.
 *
 * Example: `{ windowDays: 365, referenceDay: null, … scoring.frequency: { method: 'quantile', bins: 5, tieRule: 'lower' } }`
 * counts the 365 days that end today and gives each fifth of the buyers, by number of orders, an F from 1 to 5.
 */
export const AXES = ['recency', 'frequency', 'monetary'] as const;
export type Axis = (typeof AXES)[number];

/**
 * Where a value stands that equals a cut point: in the bin below (`lower`), in the bin above (`upper`). `plus-one` moves
 * every cut up by one unit (a day, an order, a unit of the currency) and then works like `upper`.
 */
export const TIE_RULES = ['lower', 'upper', 'plus-one'] as const;
export type TieRule = (typeof TIE_RULES)[number];

/** Bins of about equally many customers; customers with equal values share a score. */
export interface QuantileScoring {
  method: 'quantile';
  bins: number;
  tieRule: TieRule;
}

/**
 * Fixed cut points, ascending: days, orders, cents. A value at a cut point gets the better score: recency cuts
 * `[30, 90]` say "up to 30 days", frequency cuts `[2, 5]` say "from 2 orders on".
 */
export interface CutScoring {
  method: 'cuts';
  cuts: number[];
}

export type AxisScoring = QuantileScoring | CutScoring;

export interface RfmSettings {
  /** How many calendar days count, the reference day being the last; null for all history. */
  windowDays: number | null;
  /** The day from which recency is counted; null for the day of the run. */
  referenceDay: Day | null;
  /** Only orders in this currency; null for all. */
  currency: string | null;
  scoring: Record<Axis, AxisScoring>;
  scheme: SegmentScheme;
  /** By how many percent of a cut point a value must pass it before the score changes from one run to the next. */
  hysteresisPercent: number;
  /** Of how many runs the scores are kept. */
  keepRuns: number;
}

export const MIN_BINS = 2;
export const MAX_BINS = 10;
export const DEFAULT_BINS = 5;

const quantiles: QuantileScoring = { method: 'quantile', bins: DEFAULT_BINS, tieRule: 'lower' };

export const defaultSettings: RfmSettings = {
  windowDays: 365,
  referenceDay: null,
  currency: null,
  scoring: { recency: quantiles, frequency: quantiles, monetary: quantiles },
  scheme: { kind: 'average8' },
  hysteresisPercent: 5,
  keepRuns: 35,
};

/** How many scores an axis has: 1 to this. */
export function binsOf(scoring: AxisScoring): number {
  return scoring.method === 'quantile' ? scoring.bins : scoring.cuts.length + 1;
}

/**
 * Whether scores made with the one mean the same as scores made with the other, so that a customer's step over a cut
 * point is a step of the customer.
 */
export function scoresAlike(one: RfmSettings, other: RfmSettings): boolean {
  return fingerprint(one) === fingerprint(other);
}

function fingerprint({ windowDays, currency, scoring }: RfmSettings): string {
  const axes = AXES.map((axis) => {
    const chosen = scoring[axis];
    return chosen.method === 'quantile' ? [chosen.bins, chosen.tieRule] : chosen.cuts;
  });
  return JSON.stringify([windowDays, currency, axes]);
}
