import { dueBack } from './take-backs';

/*
 * What an order's present state means for its awards. Only the present state counts, not how it came about: the same is
 * decided however often and in whatever order the reports came in.
 *
 * Example: awarded 100, refunded half: 50 are to be gone. Cancelled after that: all 100. Paid again after that: a new award.
 */
export interface OrderState {
  kind: 'sale' | 'return';
  status: 'placed' | 'paid' | 'shipped' | 'completed' | 'cancelled' | 'refunded';
  paidAt: Date | null;
  totalCents: number;
  refundedCents: number;
}

export interface AwardState {
  points: number;
  takenPoints: number;
  isWaiting: boolean;
}

/** Whether the order may earn now, as far as it goes. */
export function mayEarn(order: OrderState): boolean {
  return order.kind === 'sale' && order.paidAt !== null && order.status !== 'cancelled' && order.status !== 'refunded';
}

/** Whether all awards that it had are gone, so that it may earn (again). */
export function isUnawarded(awards: readonly AwardState[]): boolean {
  return awards.every(({ points, takenPoints }) => points === takenPoints);
}

/** Why points are taken back, in the ledger's words. */
export type TakeBackReason = 'moved' | 'cancelled' | 'refunded';

/**
 * How much of an award should be gone by now, and why.
 *
 * @param order null when it is no longer with this customer
 */
export function dueOf(award: AwardState, order: OrderState | null): { points: number; reason: TakeBackReason } {
  if (!order) return { points: award.points, reason: 'moved' };
  if (order.status === 'cancelled') return { points: award.points, reason: 'cancelled' };
  if (order.status === 'refunded') return { points: award.points, reason: 'refunded' };
  return { points: dueBack(award.points, order), reason: 'refunded' };
}

/** Whether a waiting award matures, or at least gets to know when. */
export function isCompleted(award: AwardState, order: OrderState | null): boolean {
  return award.isWaiting && order?.status === 'completed' && award.takenPoints < award.points;
}
