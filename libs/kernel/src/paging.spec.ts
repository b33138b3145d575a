import { describe, expect, it } from '@jest/globals';
import { newId } from './ids';
import { decodeCursor, decodeIdCursor, encodeCursor, pageOf } from './paging';

describe('pages', () => {
  it('give a cursor only while there is more', () => {
    const rows = [{ id: 1 }, { id: 2 }, { id: 3 }];
    const page = pageOf(rows, 2, (row) => [row.id]);
    expect(page.items).toEqual([{ id: 1 }, { id: 2 }]);
    expect(decodeCursor(page.nextCursor!, 1)).toEqual([2]);
    expect(pageOf(rows, 3, (row) => [row.id]).nextCursor).toBeNull();
  });

  it('carry every kind of sort key through the cursor', () => {
    const parts = ['王芳 & co', -12.5, null];
    expect(decodeCursor(encodeCursor(parts), 3)).toEqual(parts);
    expect(encodeCursor(parts)).toMatch(/^[\w-]+$/);
  });

  it.each(['', '%%%', 'bm9wZQ', encodeCursor([1, 2]), btoa('[{"a":1}]'), btoa('["\\ud8"]')])('refuse %j', (cursor) => {
    expect(() => decodeCursor(cursor, 1)).toThrow('page.bad-cursor');
  });

  it('carry an id, and refuse what is none before a database has to', () => {
    const id = newId();
    expect(decodeIdCursor(encodeCursor([id]))).toBe(id);
    expect(() => decodeIdCursor(encodeCursor([5]))).toThrow('page.bad-cursor');
    expect(() => decodeIdCursor(encodeCursor(['x']))).toThrow('page.bad-cursor');
  });
});
