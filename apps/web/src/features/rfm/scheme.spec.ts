import { describe, expect, it } from '@jest/globals';
import type { Range, RfmTemplate, RowDraft } from './draft';
import { rowsOf } from './draft';
import { coverageOf, leavesOthers, movedRow, newRow, OWN, shadowedRows, templateOf } from './scheme';

const bins = { r: 5, f: 5, m: 5 };
const ANY: Range = [1, 5];
const row = (code: string, r: Range, f: Range, m: Range = ANY): RowDraft => ({
  key: code,
  code,
  zh: code,
  en: code,
  r,
  f,
  m,
});
const at = (rows: RowDraft[], r: number, f: number) =>
  coverageOf(rows, bins).find((cell) => cell.r === r && cell.f === f)!.codes;

describe('a table of names', () => {
  it('gives each cell to the first row that matches', () => {
    const rows = [row('champions', [5, 5], [4, 5]), row('loyal', [3, 5], [4, 5])];
    expect(at(rows, 5, 5)).toEqual(['champions']);
    expect(at(rows, 4, 5)).toEqual(['loyal']);
    expect(at(rows, 1, 1)).toEqual(['others']);
    expect(coverageOf(rows, bins)).toHaveLength(25);
  });

  it('names a cell twice where M decides', () => {
    expect(at([row('rich', ANY, ANY, [4, 5])], 2, 2)).toEqual(['rich', 'others']);
  });

  it('tells rows that nobody can land in', () => {
    const rows = [row('all', ANY, ANY), row('none', [5, 5], [5, 5])];
    expect([...shadowedRows(rows, bins)]).toEqual(['none']);
    expect([...shadowedRows([row('six', [6, 6], ANY)], bins)]).toEqual(['six']);
    expect(leavesOthers(rows, bins)).toBe(false);
    expect(leavesOthers([row('some', [5, 5], ANY)], bins)).toBe(true);
  });

  it('is put in order, and the ranks follow', () => {
    const rows = [{ ...row('a', ANY, ANY), rank: 7 }, row('b', ANY, ANY)];
    expect(movedRow(rows, 0, 1).map(({ code }) => code)).toEqual(['b', 'a']);
    expect(movedRow(rows, 0, 1).some((each) => 'rank' in each)).toBe(false);
    expect(movedRow(rows, 0, -1).map(({ code }) => code)).toEqual(['a', 'b']);
    expect(rows.map(({ code }) => code)).toEqual(['a', 'b']);
  });

  it('gets new rows with codes of their own', () => {
    const first = newRow([], bins);
    const second = newRow([row('segment-2', ANY, ANY)], bins);
    expect(first).toMatchObject({ code: 'segment-1', r: [1, 5] });
    expect(second.code).toBe('segment-3');
    expect(first.code).toMatch(/^[a-z][a-z0-9-]*$/);
  });
});

describe('ready schemes', () => {
  const gridRow = { code: 'top', names: { zh: '核心', en: 'Top' }, r: [4, 5], f: [1, 5], m: [1, 5] };
  const template = (code: string, scheme: RfmTemplate['scheme']) =>
    ({ code, scheme, names: { zh: code, en: code }, bins: 5, segments: [] }) as RfmTemplate;
  const templates = [template('classic8', { kind: 'average8' }), template('grid', { kind: 'grid', rows: [gridRow] })];

  it('are known by their rows, and one change makes them one’s own', () => {
    const rows = rowsOf([gridRow]);
    expect(templateOf({ scheme: 'average8', rows }, templates)).toBe('classic8');
    expect(templateOf({ scheme: 'grid', rows }, templates)).toBe('grid');
    rows[0]!.r = [5, 5];
    expect(templateOf({ scheme: 'grid', rows }, templates)).toBe(OWN);
  });
});
