import { describe, expect, it } from '@jest/globals';
import { isId, newId } from './ids';

describe('ids', () => {
  it('sort in the order in which they were made', () => {
    const ids = Array.from({ length: 20_000 }, () => newId());
    expect([...ids].sort()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('carry version 7, the RFC variant and the given millisecond', () => {
    const id = newId(Date.UTC(2026, 10, 22, 8));
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)).toBe(Date.UTC(2026, 10, 22, 8));
  });

  it('are told from other text', () => {
    expect(isId(newId())).toBe(true);
    expect(isId('00000000-0000-0000-0000-000000000000')).toBe(false);
    expect(isId(`${newId()} `)).toBe(false);
    expect(isId(7)).toBe(false);
  });
});
