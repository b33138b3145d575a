import type { components } from '@siyu/api-client';
import { OTHERS } from './draft';
import { LEVELS } from './model';

export type RfmMovement = components['schemas']['RfmMovement'];
export type Segment = components['schemas']['RfmSegment'];

/** Not scored: before the first purchase in the window, or after the last one fell out of it. */
export const OUTSIDE = 'none';
export type Direction = 'up' | 'down' | 'same' | 'new' | 'lapsed' | 'changed' | 'nobody';

export interface MatrixCell {
  to: string;
  customers: number;
  direction: Direction;
  /** Depth of colour, 0 to 5: which part of the row went there. */
  level: number;
}

export interface MatrixRow {
  from: string;
  total: number;
  cells: MatrixCell[];
}

export interface MovementMatrix {
  rows: MatrixRow[];
  /** Segments of the run, best first, and outside of it. */
  columns: { to: string; total: number }[];
}

/** Parts of a row from which the colour deepens. */
const DEPTHS = [0.05, 0.15, 0.3, 0.6];

/** Who went where, as a table from (rows) to (columns); every pair is there, also those that nobody took. */
export function movementMatrix(movement: Pick<RfmMovement, 'segments' | 'previousSegments' | 'steps'>): MovementMatrix {
  const ranks = ranksOf(movement.segments);
  const from = [...movement.previousSegments.map(({ code }) => code), OUTSIDE];
  const to = [...movement.segments.map(({ code }) => code), OUTSIDE];
  const counts = new Map(
    movement.steps.map((step) => [pair(step.from ?? OUTSIDE, step.to ?? OUTSIDE), step.customers]),
  );
  const rows = from.map((before) => {
    const found = to.map((after) => counts.get(pair(before, after)) ?? 0);
    const total = sum(found);
    return {
      from: before,
      total,
      cells: to.map((after, index) => ({
        to: after,
        customers: found[index]!,
        direction: found[index] ? directionOf(before, after, ranks) : ('nobody' as const),
        level: depthOf(found[index]!, total),
      })),
    };
  });
  const columns = to.map((after, index) => ({
    to: after,
    total: sum(rows.map(({ cells }) => cells[index]!.customers)),
  }));
  // Being outside, and the rest of a table that has no rest, are told only where somebody is.
  const isTold = (code: string, total: number) => total > 0 || (code !== OUTSIDE && code !== OTHERS);
  const told = new Set(columns.filter((column) => isTold(column.to, column.total)).map((column) => column.to));
  return {
    rows: rows
      .filter((row) => isTold(row.from, row.total))
      .map((row) => ({ ...row, cells: row.cells.filter((cell) => told.has(cell.to)) })),
    columns: columns.filter((column) => told.has(column.to)),
  };
}

export interface Arrivals {
  up: number;
  down: number;
  /** Members now less members before; null when the segment was not in the scheme of the run before. */
  change: number | null;
}

/** For each segment who came into it from a worse and from a better one, and by how much it grew. */
export function arrivalsBySegment({ segments, previousSegments, steps }: RfmMovement): Map<string, Arrivals> {
  const ranks = ranksOf(segments);
  const known = new Set(previousSegments.map(({ code }) => code));
  return new Map(
    segments.map(({ code }) => {
      const here = steps.filter(({ to }) => to === code);
      const going = (direction: Direction) =>
        sum(here.filter(({ from }) => directionOf(from ?? OUTSIDE, code, ranks) === direction).map(countOf));
      const before = sum(steps.filter(({ from }) => from === code).map(countOf));
      const change = known.has(code) ? sum(here.map(countOf)) - before : null;
      return [code, { up: going('up'), down: going('down'), change }];
    }),
  );
}

/** Nodes and links of the flow picture; a segment stands on both sides, so each side has names of its own. */
export function flowOf({
  segments,
  previousSegments,
  steps,
}: Pick<RfmMovement, 'segments' | 'previousSegments' | 'steps'>) {
  const links = steps.map(({ from, to, customers }) => ({
    source: `before:${from ?? OUTSIDE}`,
    target: `after:${to ?? OUTSIDE}`,
    value: customers,
  }));
  const used = new Set(links.flatMap(({ source, target }) => [source, target]));
  const side = (name: 'before' | 'after', codes: string[]) =>
    [...codes, OUTSIDE].map((code, place) => ({
      name: `${name}:${code}`,
      code,
      place,
      depth: name === 'before' ? 0 : 1,
    }));
  const nodes = [
    ...side(
      'before',
      previousSegments.map(({ code }) => code),
    ),
    ...side(
      'after',
      segments.map(({ code }) => code),
    ),
  ].filter(({ name }) => used.has(name));
  return { nodes, links };
}

function directionOf(from: string, to: string, ranks: ReadonlyMap<string, number>): Direction {
  if (from === OUTSIDE) return 'new';
  if (to === OUTSIDE) return 'lapsed';
  if (from === to) return 'same';
  const [before, after] = [ranks.get(from), ranks.get(to)];
  if (before === undefined || after === undefined || before === after) return 'changed';
  return after < before ? 'up' : 'down';
}

function depthOf(customers: number, total: number): number {
  if (customers === 0) return 0;
  return Math.min(LEVELS, 1 + DEPTHS.filter((depth) => customers / total >= depth).length);
}

function ranksOf(segments: readonly Segment[]): Map<string, number> {
  return new Map(segments.map(({ code, rank }) => [code, rank]));
}

const pair = (from: string, to: string) => `${from}>${to}`;
const countOf = ({ customers }: { customers: number }) => customers;
const sum = (numbers: number[]) => numbers.reduce((total, each) => total + each, 0);
