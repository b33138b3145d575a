import { describe, expect, it } from '@jest/globals';
import { average8Segment, cellsOf, gridSegment, OTHERS, segmentsOf, type GridRow } from './schemes';
import { defaultSettings } from './settings';
import { schemeTemplates } from './templates';

const names = { zh: '甲', en: 'A' };
const row = (code: string, r: [number, number], rank?: number): GridRow => ({
  code,
  names,
  r,
  f: [1, 5],
  m: [1, 5],
  rank,
});

describe('segment schemes', () => {
  it('name a combination after the first row that matches, else the rest', () => {
    const rows = [row('new', [5, 5]), row('all', [2, 5])];
    expect([5, 4, 1].map((r) => gridSegment(rows, { r, f: 1, m: 1 }))).toEqual(['new', 'all', OTHERS]);
  });

  it('stand from best to worst: by rank, or by the place in the table, the rest at the end', () => {
    const scheme = { kind: 'grid' as const, rows: [row('b', [1, 1], 2), row('a', [2, 2], 1)], others: names };
    expect(segmentsOf(scheme).map(({ code, rank }) => [code, rank])).toEqual([
      ['a', 1],
      ['b', 2],
      [OTHERS, 3],
    ]);
  });

  it('have a name of its own for each of the eight ways to be above or below average', () => {
    const ways = [true, false].flatMap((r) => [true, false].flatMap((f) => [true, false].map((m) => ({ r, f, m }))));
    expect(new Set(ways.map(average8Segment)).size).toBe(8);
    expect(average8Segment({ r: true, f: false, m: true })).toBe('important-growth'); // 重要发展
    expect(average8Segment({ r: false, f: true, m: true })).toBe('important-keep'); // 重要保持
  });

  it.each(schemeTemplates.filter(({ scheme }) => scheme.kind === 'grid'))(
    'ready made as $code leave no combination without a name, and have no name without a combination',
    ({ scheme }) => {
      if (scheme.kind !== 'grid') throw new Error('a grid was expected');
      const found = new Set(cellsOf(defaultSettings.scoring).map((cell) => gridSegment(scheme.rows, cell)));
      expect([...found].sort()).toEqual(scheme.rows.map(({ code }) => code).sort());
    },
  );
});
