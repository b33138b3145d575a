/*
 * How much of an entry can still be taken back by staff: what nobody took back of it, and no more than what its order or
 * event has left in all, so that what a refund took is not taken twice.
 *
 * Example: 100 booked for an order, -50 after a refund: of the entry of 100 there are 50 left. A correction has nothing left.
 */
export interface Reversible {
  amount: number;
  /** Sum of the reversals of this entry; of the opposite sign. */
  reversed: number;
  /** Sum of all entries of its subject and rule; null where it has none. */
  subjectSum: number | null;
  /** Whether the entry is a reversal itself: what was wrong about one is put right by hand. */
  isReversal: boolean;
}

/** Never negative. */
export function leftToReverse({ amount, reversed, subjectSum, isReversal }: Reversible): number {
  if (isReversal) return 0;
  const sign = Math.sign(amount);
  const own = Math.abs(amount) - Math.abs(reversed);
  return Math.max(0, subjectSum === null ? own : Math.min(own, sign * subjectSum));
}
