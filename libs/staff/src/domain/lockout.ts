/**
 * How failed sign-ins slow an attacker down. An account is closed for a minute after its fifth failure in a row, and every
 * further failure doubles that, up to a quarter of an hour. An address that many people may share (an office) has more
 * patience, so that spraying one password over many accounts ends while colleagues who mistype don't notice each other.
 * Example: failures 1 to 4 cost nothing, the 5th 60 s, the 6th 120 s, the 9th and all after it 900 s.
 */
export interface Patience {
  /** The first failure that closes. */
  failures: number;
  /** A pause of this length after the last failure starts the count anew. */
  forgetAfterSeconds: number;
}

export const ACCOUNT_PATIENCE: Patience = { failures: 5, forgetAfterSeconds: 86_400 };
export const ADDRESS_PATIENCE: Patience = { failures: 50, forgetAfterSeconds: 900 };

const FIRST_CLOSURE_SECONDS = 60;
const LONGEST_CLOSURE_SECONDS = 900;

/** Seconds for which the n-th failure in a row closes the way, 0 for none. */
export function closureSeconds(patience: Patience, failure: number): number {
  if (failure < patience.failures) return 0;
  return Math.min(FIRST_CLOSURE_SECONDS * 2 ** Math.min(failure - patience.failures, 10), LONGEST_CLOSURE_SECONDS);
}

/**
 * {@link closureSeconds} of the failures 1, 2, 3, … as far as they differ; the last entry holds for all after it. This is
 * the form in which the counting statement applies the rule, so that counting and closing are one act.
 */
export function closureTable(patience: Patience): number[] {
  const table: number[] = [];
  while (table.at(-1) !== LONGEST_CLOSURE_SECONDS) table.push(closureSeconds(patience, table.length + 1));
  return table;
}
