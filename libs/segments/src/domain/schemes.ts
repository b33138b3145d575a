import { AXES, binsOf, type Axis, type AxisScoring } from './settings';

/*
 * A scheme names the combinations of scores. `average8` asks of each of r, f and m whether it is at or above the run's
 * average score; `grid` is a table whose first matching row names the customer.
 *
 * Example: with averages of 3.0 a customer with r 5, f 2, m 4 is "important, growing" (重要发展): recent, above average
 * in value, not yet frequent. In a grid with the row `{ code: 'champions', r: [5, 5], f: [4, 5], m: [1, 5] }` a customer
 * with r 5, f 4, m 2 is a champion.
 */
export interface SegmentNames {
  zh: string;
  en: string;
}

export type ScoreRange = [low: number, high: number];

export interface GridRow {
  code: string;
  names: SegmentNames;
  r: ScoreRange;
  f: ScoreRange;
  m: ScoreRange;
  /** Place from best (1) on, which says what moving up or down is; the row's place in the table when left out. */
  rank?: number;
}

export type SegmentScheme = { kind: 'average8' } | { kind: 'grid'; rows: GridRow[]; others: SegmentNames };

/** A segment that customers of a scheme can be in. */
export interface Segment {
  code: string;
  names: SegmentNames;
  /** 1 is best. */
  rank: number;
}

/** Customers that no row of a grid matches. */
export const OTHERS = 'others';

/** A combination of scores. */
export interface Cell {
  r: number;
  f: number;
  m: number;
}

/** The eight classic names, best first; R, F, M say whether the score is at or above average. */
const AVERAGE8: { code: string; names: SegmentNames; r: boolean; f: boolean; m: boolean }[] = [
  { code: 'important-value', names: { zh: '重要价值', en: 'Important, valued' }, r: true, f: true, m: true },
  { code: 'important-growth', names: { zh: '重要发展', en: 'Important, growing' }, r: true, f: false, m: true },
  { code: 'important-keep', names: { zh: '重要保持', en: 'Important, to keep' }, r: false, f: true, m: true },
  { code: 'important-win-back', names: { zh: '重要挽留', en: 'Important, to win back' }, r: false, f: false, m: true },
  { code: 'general-value', names: { zh: '一般价值', en: 'General, valued' }, r: true, f: true, m: false },
  { code: 'general-growth', names: { zh: '一般发展', en: 'General, growing' }, r: true, f: false, m: false },
  { code: 'general-keep', names: { zh: '一般保持', en: 'General, to keep' }, r: false, f: true, m: false },
  { code: 'general-win-back', names: { zh: '一般挽留', en: 'General, to win back' }, r: false, f: false, m: false },
];

/** Every segment of a scheme, best first. */
export function segmentsOf(scheme: SegmentScheme): Segment[] {
  if (scheme.kind === 'average8') return AVERAGE8.map(({ code, names }, index) => ({ code, names, rank: index + 1 }));
  const rows = scheme.rows.map(({ code, names, rank }, index) => ({ code, names, rank: rank ?? index + 1 }));
  const last = Math.max(0, ...rows.map(({ rank }) => rank)) + 1;
  return [...rows, { code: OTHERS, names: scheme.others, rank: last }].sort((one, other) => one.rank - other.rank);
}

/** Every combination that three scorings can give. */
export function cellsOf(scoring: Record<Axis, AxisScoring>): Cell[] {
  const [rs, fs, ms] = AXES.map((axis) => Array.from({ length: binsOf(scoring[axis]) }, (_, index) => index + 1));
  return rs!.flatMap((r) => fs!.flatMap((f) => ms!.map((m) => ({ r, f, m }))));
}

/** The segment of a combination in a grid: the first row that matches. */
export function gridSegment(rows: readonly GridRow[], cell: Cell): string {
  const within = (score: number, [low, high]: ScoreRange) => low <= score && score <= high;
  return rows.find((row) => within(cell.r, row.r) && within(cell.f, row.f) && within(cell.m, row.m))?.code ?? OTHERS;
}

/** The segment by "at or above average" per score. */
export function average8Segment(above: { r: boolean; f: boolean; m: boolean }): string {
  return AVERAGE8.find(({ r, f, m }) => r === above.r && f === above.f && m === above.m)!.code;
}
