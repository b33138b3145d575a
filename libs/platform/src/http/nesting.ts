import { DomainError } from '@siyu/kernel';

/** Levels of a request body. Honest ones have a handful; validation, hashing and JSON columns walk a body by recursion. */
const MAX_LEVELS = 50;

/**
 * Refuses a body whose nesting could exhaust the stack of whoever walks it. Walks level by level, itself without recursion.
 *
 * @throws DomainError `request.too-deep` (invalid)
 */
export function assertShallow(body: unknown): void {
  let level = [body].filter(isNested);
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > MAX_LEVELS) {
      throw new DomainError('request.too-deep', 'invalid', `The request is nested deeper than ${MAX_LEVELS} levels.`);
    }
    level = level.flatMap((value) => Object.values(value).filter(isNested));
  }
}

function isNested(value: unknown): value is object {
  return value !== null && typeof value === 'object';
}
