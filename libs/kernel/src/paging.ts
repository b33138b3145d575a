import { DomainError } from './errors';
import { isId } from './ids';

export const DEFAULT_LIMIT = 50;
export const MAX_LIMIT = 200;

/** One page of a list; `nextCursor` is null on the last page. */
export interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}

export type CursorPart = string | number | null;

/** Packs the sort key of the last row shown, so that the next page starts behind it (keyset paging). */
export function encodeCursor(parts: CursorPart[]): string {
  const bytes = new TextEncoder().encode(JSON.stringify(parts));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}

/**
 * Unpacks a cursor that the caller got from an earlier page.
 *
 * @param length how many parts the list's sort key has
 * @throws DomainError `page.bad-cursor` (invalid) when the text is no such cursor
 */
export function decodeCursor(cursor: string, length: number): CursorPart[] {
  try {
    const bytes = Uint8Array.from(atob(cursor.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));
    const parts: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    const plain = (part: unknown) => part === null || typeof part === 'string' || typeof part === 'number';
    if (Array.isArray(parts) && parts.length === length && parts.every(plain)) return parts as CursorPart[];
  } catch {
    // falls through to the one answer that a bad cursor gets
  }
  throw badCursor();
}

/**
 * Unpacks the cursor of a list whose sort key is an id and nothing else.
 *
 * @throws DomainError `page.bad-cursor` (invalid)
 */
export function decodeIdCursor(cursor: string): string {
  const [id] = decodeCursor(cursor, 1);
  if (!isId(id)) throw badCursor();
  return id;
}

/** For lists that ask more of the parts of a cursor than their number. */
export function badCursor(): DomainError {
  return new DomainError(
    'page.bad-cursor',
    'invalid',
    'The cursor does not belong to this list; start from the first page.',
    { errors: [{ pointer: '/cursor', message: 'is not a cursor of this list' }] },
  );
}

/**
 * Makes a page from rows of which one more than `limit` was asked for.
 *
 * @param keyOf sort key of a row, the parts of the next cursor
 */
export function pageOf<Row>(rows: Row[], limit: number, keyOf: (row: Row) => CursorPart[]): Page<Row> {
  const items = rows.slice(0, limit);
  return { items, nextCursor: rows.length > limit ? encodeCursor(keyOf(items[items.length - 1]!)) : null };
}
