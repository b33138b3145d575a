/**
 * How much of an award is to be taken back. Always from what was recorded, whatever the rules say today, and always
 * cumulative: what should be gone after all refunds so far, less what is gone already. Rounded down, so that the
 * customer keeps the odd point until the last refund takes the rest.
 *
 * Example: 100 points for 30.00. Refunds of 10.00 each: 33 are gone after the first, 66 after the second, 100 after the third.
 */
export interface Refunded {
  /** What was paid; not negative. */
  totalCents: number;
  refundedCents: number;
}

/** What should be gone of `points` by now. */
export function dueBack(points: number, { totalCents, refundedCents }: Refunded): number {
  if (refundedCents <= 0) return 0;
  if (refundedCents >= totalCents) return points;
  return Number((BigInt(points) * BigInt(refundedCents)) / BigInt(totalCents));
}

/** What is left to take, given what is gone. Refunds that were called off do not give points again. */
export function stillToTake(points: number, takenPoints: number, refunded: Refunded): number {
  return Math.max(0, dueBack(points, refunded) - takenPoints);
}
