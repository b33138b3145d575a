import type { LadderTerms } from './ladder';

/**
 * Terms as one text that depends on what they say alone, not on the order in which a database or a browser gives their fields.
 * Two versions with the same text are the same ladder.
 */
export function canonicalText(terms: LadderTerms): string {
  return JSON.stringify(sorted(terms));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, each]) => [name, sorted(each)]));
}
