import { ordersErrors } from './errors';

/**
 * What a single value must be, wherever it came from: text that PostgreSQL can keep, whole numbers in their bounds, times
 * that a shop's clock can have shown.
 *
 * Example: a paidAt of 1970-01-01 is a clock that was never set and is refused; one of tomorrow morning is a shop in
 * another zone that forgot its offset and is kept.
 */
const EARLIEST = Date.UTC(1990, 0, 1);
const AHEAD_MS = 86_400_000;
/** Levels of free-form objects; what nests deeper is an attack on somebody's stack. */
const MAX_DEPTH = 20;

/** Text without the white space at its ends. @throws DomainError `orders.field-invalid` */
export function requireText(value: unknown, max: number, pointer: string): string {
  const text = typeof value === 'string' ? value.trim() : '';
  if (text === '') throw ordersErrors.fieldInvalid(pointer, 'must not be empty');
  if (text.length > max) throw ordersErrors.fieldInvalid(pointer, `must have at most ${max} characters`);
  // PostgreSQL keeps no NUL, and would be handed something else than a lone surrogate
  if (text.includes('\0') || !text.isWellFormed()) {
    throw ordersErrors.fieldInvalid(pointer, 'must be well-formed text without NUL characters');
  }
  return text;
}

/** Like {@link requireText}; nothing and white space are null. */
export function optionalText(value: unknown, max: number, pointer: string): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string' && value.trim() === '') return null;
  return requireText(value, max, pointer);
}

/** A whole number within its bounds. @throws DomainError `orders.field-invalid` */
export function requireWhole(value: unknown, min: number, max: number, pointer: string): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < min || value > max) {
    throw ordersErrors.fieldInvalid(pointer, `must be a whole number from ${min} to ${max}`);
  }
  return value || 0;
}

/** A time that may have been. @throws DomainError `orders.field-invalid`, `orders.time-implausible` */
export function requireTime(value: unknown, now: Date, pointer: string): Date {
  const millis = value instanceof Date ? value.getTime() : NaN;
  if (Number.isNaN(millis)) throw ordersErrors.fieldInvalid(pointer, 'must be a time');
  if (millis < EARLIEST || millis > now.getTime() + AHEAD_MS) throw ordersErrors.timeImplausible(pointer);
  return value as Date;
}

/** One of a few words. @throws DomainError `orders.field-invalid` */
export function requireChoice<Choice extends string>(
  value: unknown,
  choices: readonly Choice[],
  pointer: string,
): Choice {
  if (!choices.includes(value as Choice))
    throw ordersErrors.fieldInvalid(pointer, `must be one of ${choices.join(', ')}`);
  return value as Choice;
}

/** A list of a bounded length. @throws DomainError `orders.field-invalid` */
export function requireList<Entry>(value: Entry[] | undefined | null, max: number, pointer: string): Entry[] {
  if (value !== undefined && value !== null && !Array.isArray(value)) {
    throw ordersErrors.fieldInvalid(pointer, 'must be a list');
  }
  if (value && value.length > max) throw ordersErrors.fieldInvalid(pointer, `must have at most ${max} entries`);
  return value ?? [];
}

/** An object of free keys that `jsonb` can keep. @throws DomainError `orders.field-invalid` */
export function requireFreeForm(value: unknown, maxCharacters: number, pointer: string): Record<string, unknown> {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    throw ordersErrors.fieldInvalid(pointer, 'must be an object');
  }
  if (!isWithinDepth(value, MAX_DEPTH))
    throw ordersErrors.fieldInvalid(pointer, `must not be nested deeper than ${MAX_DEPTH}`);
  const text = JSON.stringify(value);
  if (text.length > maxCharacters) {
    throw ordersErrors.fieldInvalid(pointer, `must be at most ${maxCharacters} characters of JSON`);
  }
  // JSON.stringify writes a NUL and a lone surrogate as an escape, which jsonb refuses
  if (/\\u(0000|d[89a-f])/.test(text)) {
    throw ordersErrors.fieldInvalid(pointer, 'must be well-formed text without NUL characters');
  }
  return value as Record<string, unknown>;
}

function isWithinDepth(value: unknown, depth: number): boolean {
  if (value === null || typeof value !== 'object') return true;
  return depth > 0 && Object.values(value).every((part) => isWithinDepth(part, depth - 1));
}
