import { expect } from '@jest/globals';

/** `expect(found).toEqual(expected)` for plain data, fast enough for millions of comparisons. */
export function expectSame(found: unknown, expected: unknown): void {
  if (JSON.stringify(found) !== JSON.stringify(expected)) expect(found).toEqual(expected);
}
