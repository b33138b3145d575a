import { average8Segment, cellsOf, gridSegment, segmentsOf } from './domain/schemes';
import { AXES, binsOf, type Axis, type RfmSettings } from './domain/settings';
import type { Thresholds } from './domain/thresholds';

/* Pieces of the statements that make scores. Values travel as parameters; numbers of bins and names of columns are ours. */

/** Name of the partition with the scores of a run. */
export function partitionOf(runId: string): string {
  return `segments_rfm_scores_${runId.replaceAll('-', '')}`;
}

/** Column with the measure of an axis, and the column with its score. */
export const MEASURE: Record<Axis, string> = {
  recency: 'recency_days',
  frequency: 'frequency',
  monetary: 'monetary_cents',
};
export const SCORE: Record<Axis, string> = { recency: 'r', frequency: 'f', monetary: 'm' };

/** Sums of absurd orders stop at what whole numbers hold exactly, instead of making the run fail. */
export function exact(sum: string): string {
  return `least(greatest(${sum}, ${Number.MIN_SAFE_INTEGER}), ${Number.MAX_SAFE_INTEGER})`;
}

/** The score of an axis, from the bin that the measure falls into. Adds its parameters. */
export function scoreSql(
  axis: Axis,
  { bins, edges, edgeIsAbove, reversed }: Thresholds,
  held: { low: number[]; high: number[] } | null,
  params: unknown[],
): string {
  const measure = `g.${MEASURE[axis]}`;
  // width_bucket counts the edges at or under a value; with everything negated, those at or over it.
  const bin = edgeIsAbove
    ? `1 + width_bucket(${measure}::float8, $${params.push(edges)}::float8[])`
    : `${bins} - width_bucket(-${measure}::float8, $${params.push(edges.map((edge) => -edge).reverse())}::float8[])`;
  const fromBin = (sql: string) => (reversed ? `${bins + 1} - (${sql})` : sql);
  if (!held) return fromBin(bin);
  const before = fromBin(`p.${SCORE[axis]}`);
  const low = `($${params.push(held.low)}::float8[])[${before}]`;
  const high = `($${params.push(held.high)}::float8[])[${before}]`;
  return `case when ${measure} between ${low} and ${high} then p.${SCORE[axis]} else ${fromBin(bin)} end`;
}

/**
 * The segment of r, f and m as an expression. It is looked up in a list and not joined, so that no estimate of the planner
 * can make it slow. Adds its parameters.
 */
export function namingSql({ scheme, scoring }: RfmSettings, params: unknown[]): { averages: string; segment: string } {
  if (scheme.kind === 'grid') {
    const codes = segmentsOf(scheme).map(({ code }) => code);
    const places = cellsOf(scoring).map((cell) => codes.indexOf(gridSegment(scheme.rows, cell)) + 1);
    const [, fs, ms] = AXES.map((axis) => binsOf(scoring[axis]));
    // Numbers have one width and are found at once; texts are counted off, hence the short list of them.
    const place = `($${params.push(places)}::smallint[])[((r - 1) * ${fs} + f - 1) * ${ms} + m]`;
    return { averages: '', segment: `($${params.push(codes)}::text[])[${place}]` };
  }
  const codes = [0, 1, 2, 3, 4, 5, 6, 7].map((bits) =>
    average8Segment({ r: (bits & 4) > 0, f: (bits & 2) > 0, m: (bits & 1) > 0 }),
  );
  // The least whole score at or above the average; whole numbers only, so that a score at the average is always above it.
  const least = (score: string) => `(sum(${score}) + count(*) - 1) / nullif(count(*), 0) as ${score}`;
  const isHigh = (score: string) => `(${score} >= (select ${score} from average))::integer`;
  return {
    averages: `, average as materialized (select ${least('r')}, ${least('f')}, ${least('m')} from scored)`,
    segment: `($${params.push(codes)}::text[])[1 + ${isHigh('r')} * 4 + ${isHigh('f')} * 2 + ${isHigh('m')}]`,
  };
}
