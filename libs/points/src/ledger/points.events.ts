import { defineEvent } from '@siyu/platform';
import type { EntryKind } from './domain/acts';

/** Entries were booked. Named by customer and number, in the order of booking. */
export interface PointsChanged {
  entries: { customerId: string; seq: number; kind: EntryKind; points: number }[];
}

export const pointsChanged = defineEvent<PointsChanged>('points.changed');

/** How many entries one event names at most. */
export const ENTRIES_PER_EVENT = 500;
