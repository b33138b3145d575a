import { defineEvent } from '@siyu/platform';
import type { MoveKind } from './domain/moves';

/** One line of a customer's history of tiers. */
export interface TierMove {
  customerId: string;
  moveNo: number;
  kind: MoveKind;
  /** The tier that counts, before and after. */
  from: string;
  to: string;
}

/** Customers moved, were kept, came into grace, were locked or unlocked. */
export interface TiersChanged {
  moves: TierMove[];
}

export const tiersChanged = defineEvent<TiersChanged>('tiers.changed');

/** How many moves one event names at most. */
export const MOVES_PER_EVENT = 500;
