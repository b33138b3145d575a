import { binsOf, type Axis, type AxisScoring } from './settings';

/*
 * From cut points to scores. An axis has ascending edges between its bins, and each edge belongs to one side.
 *
 * Example: four quintile cuts of orders per customer, `[1, 1, 2, 4]`. With the tie rule `lower` a customer with one order
 * is in bin 1, with two in bin 3, with four in bin 4, with five in bin 5; with `upper` one order is bin 3, four is bin 5.
 */
export interface Thresholds {
  bins: number;
  /** Ascending, one fewer than bins; equal edges leave the bin between them empty. */
  edges: number[];
  /** Whether a value that equals an edge stands in the bin above it. */
  edgeIsAbove: boolean;
  /** Whether small values are the good ones. */
  reversed: boolean;
}

/** What `plus-one` adds: a day, an order, a unit of the currency. */
const UNIT: Record<Axis, number> = { recency: 1, frequency: 1, monetary: 100 };

/** The quantiles (0 to 1) that separate bins of equally many customers; type 7, PostgreSQL's `percentile_cont`. */
export function quantilesOf(scoring: AxisScoring): number[] {
  if (scoring.method === 'cuts') return [];
  return Array.from({ length: scoring.bins - 1 }, (_, index) => (index + 1) / scoring.bins);
}

/** @param cuts the axis' cut points: its own, or the quantiles found in the data */
export function thresholdsOf(axis: Axis, scoring: AxisScoring, cuts: readonly number[]): Thresholds {
  const reversed = axis === 'recency';
  if (scoring.method === 'cuts') return { bins: binsOf(scoring), edges: [...cuts], edgeIsAbove: !reversed, reversed };
  const shift = scoring.tieRule === 'plus-one' ? UNIT[axis] : 0;
  return {
    bins: scoring.bins,
    edges: cuts.map((cut) => cut + shift),
    edgeIsAbove: scoring.tieRule !== 'lower',
    reversed,
  };
}

/**
 * Between which values a customer keeps the bin of the run before, though a cut point was passed: each edge moves away by
 * `percent` of its size. Both ends count as within. Index 0 is bin 1.
 *
 * Example: an edge of 100 days and 5 percent: out of the bin below from 105.1 days on, out of the bin above under 95.
 */
export function keepingRanges({ edges }: Thresholds, percent: number): { low: number[]; high: number[] } {
  const margin = (edge: number) => (Math.abs(edge) * percent) / 100;
  return {
    low: [-Infinity, ...edges.map((edge) => edge - margin(edge))],
    high: [...edges.map((edge) => edge + margin(edge)), Infinity],
  };
}
