import { exact } from '@siyu/kernel';

/*
 * Exact shares of whole numbers. Nothing here passes through binary fractions.
 *
 * Example: 100 points over lines of 1.00, 1.00 and 1.00 are 34, 33, 33: each gets its whole part, and what is left goes one by
 * one to the largest remainders, the earlier line first.
 */
export type Rounding = 'floor' | 'half-up' | 'ceil';

/** A fraction with a positive denominator. */
export interface Ratio {
  over: bigint;
  under: bigint;
}

export function ratio(over: number | bigint, under: number | bigint = 1n): Ratio {
  return { over: BigInt(over), under: BigInt(under) };
}

export function times(one: Ratio, other: Ratio): Ratio {
  return { over: one.over * other.over, under: one.under * other.under };
}

/** A fraction that is not negative as a whole number. @throws DomainError `amount.too-large` beyond exact whole numbers */
export function rounded({ over, under }: Ratio, rounding: Rounding): number {
  const whole = over / under;
  const rest = over % under;
  const up = rounding === 'ceil' ? rest > 0n : rounding === 'half-up' && rest * 2n >= under;
  return exact(Number(up ? whole + 1n : whole));
}

/**
 * Splits `total` in proportion to the weights by the largest remainder; the parts sum to the total, and none differs from its
 * exact share by one or more. Where all weights are zero they count the same.
 *
 * @param total a whole number, not negative
 * @param weights whole numbers, not negative; at least one
 */
export function split(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + BigInt(weight), 0n);
  if (sum === 0n)
    return split(
      total,
      weights.map(() => 1),
    );
  const shares = weights.map((weight, index) => {
    const over = BigInt(total) * BigInt(weight);
    return { index, whole: over / sum, rest: over % sum };
  });
  const left = Number(BigInt(total) - shares.reduce((all, { whole }) => all + whole, 0n));
  const byRest = [...shares].sort((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1));
  const lucky = new Set(byRest.slice(0, left).map(({ index }) => index));
  return shares.map(({ whole, index }) => Number(whole) + (lucky.has(index) ? 1 : 0));
}
