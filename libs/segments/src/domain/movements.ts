import type { Segment } from './schemes';

/*
 * Who went where between two runs. A segment's rank says which way is up; a customer who was not scored before is new,
 * one who is no longer scored (no purchase left in the window) has lapsed.
 *
 * Example: 40 customers from champions (rank 1) to at-risk (rank 9) count as moved down.
 */
export interface Step {
  /** Null: not scored in the run before. */
  from: string | null;
  /** Null: no longer scored. */
  to: string | null;
  customers: number;
}

export type Direction = 'up' | 'down' | 'same' | 'new' | 'lapsed' | 'changed';

/**
 * `changed` is a step between segments of which one has no rank any more, since the scheme was changed in between.
 *
 * @param ranks segment code -> rank, 1 being best
 */
export function directionOf(step: Pick<Step, 'from' | 'to'>, ranks: ReadonlyMap<string, number>): Direction {
  if (step.from === null) return 'new';
  if (step.to === null) return 'lapsed';
  if (step.from === step.to) return 'same';
  const [before, after] = [ranks.get(step.from), ranks.get(step.to)];
  if (before === undefined || after === undefined || before === after) return 'changed';
  return after < before ? 'up' : 'down';
}

/** How many customers went which way. */
export function countDirections(steps: readonly Step[], segments: readonly Segment[]): Record<Direction, number> {
  const ranks = ranksOf(segments);
  const counts: Record<Direction, number> = { up: 0, down: 0, same: 0, new: 0, lapsed: 0, changed: 0 };
  for (const step of steps) counts[directionOf(step, ranks)] += step.customers;
  return counts;
}

/** Every pair of segments between which a step goes that way. */
export function pairsGoing(direction: 'up' | 'down', segments: readonly Segment[]): { from: string; to: string }[] {
  const ranks = ranksOf(segments);
  return segments
    .flatMap((from) => segments.map((to) => ({ from: from.code, to: to.code })))
    .filter((pair) => directionOf(pair, ranks) === direction);
}

function ranksOf(segments: readonly Segment[]): Map<string, number> {
  return new Map(segments.map(({ code, rank }) => [code, rank]));
}
