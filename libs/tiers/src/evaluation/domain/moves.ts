/** What can happen to where a customer stands (decision 12). */
export const MOVE_KINDS = [
  'placed',
  'rose',
  'kept',
  'grace',
  'fell',
  'undone',
  'restated',
  'imported',
  'locked',
  'unlocked',
  'lock-ended',
  'merged',
] as const;
export type MoveKind = (typeof MOVE_KINDS)[number];

/** The figures that decided a move: those of all thresholds of the ladder, as they were. */
export interface MoveFigures {
  /** The day that windows were laid around, and the first instant that no longer counts. */
  asOf: string;
  until: string;
  /** By name of the figure (`figureName`), in its unit. */
  values: Record<string, number>;
}
