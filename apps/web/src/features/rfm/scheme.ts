import { LETTERS, OTHERS, rowsOf, type Range, type RfmTemplate, type RowDraft, type SettingsDraft } from './draft';

/*
 * The table of names over scores, as it is edited: which template it still is, what each row covers when the first
 * match wins, rows that others cover entirely.
 */

/** Whether each of r, f and m is at or above average, for the eight classic names. */
export const AVERAGE8: { code: string; r: boolean; f: boolean; m: boolean }[] = [
  { code: 'important-value', r: true, f: true, m: true },
  { code: 'important-growth', r: true, f: false, m: true },
  { code: 'important-keep', r: false, f: true, m: true },
  { code: 'important-win-back', r: false, f: false, m: true },
  { code: 'general-value', r: true, f: true, m: false },
  { code: 'general-growth', r: true, f: false, m: false },
  { code: 'general-keep', r: false, f: true, m: false },
  { code: 'general-win-back', r: false, f: false, m: false },
];

export const OWN = 'own';

/** Code of the template that the draft equals, or `own`. */
export function templateOf(draft: Pick<SettingsDraft, 'scheme' | 'rows'>, templates: readonly RfmTemplate[]): string {
  const same = templates.find(({ scheme }) =>
    draft.scheme === 'average8'
      ? scheme.kind === 'average8'
      : scheme.kind === 'grid' && fingerprint(rowsOf(scheme.rows ?? [])) === fingerprint(draft.rows),
  );
  return same?.code ?? OWN;
}

function fingerprint(rows: readonly RowDraft[]): string {
  return JSON.stringify(rows.map(({ code, zh, en, r, f, m }) => [code, zh, en, r, f, m]));
}

export interface Bins {
  r: number;
  f: number;
  m: number;
}

export interface CoveredCell {
  r: number;
  f: number;
  /** Codes of the rows that name a part of the cell, by M from high to low; the rest under `others`. */
  codes: string[];
}

/** Which name stands in which cell of the R × F grid; a cell has several where M decides. */
export function coverageOf(rows: readonly RowDraft[], bins: Bins): CoveredCell[] {
  return scores(bins.r).flatMap((r) =>
    scores(bins.f).map((f) => {
      const codes = scores(bins.m)
        .reverse()
        .map((m) => firstMatch(rows, { r, f, m }));
      return { r, f, codes: [...new Set(codes)] };
    }),
  );
}

/** Rows that no combination reaches, since rows above them match first or their scores don't exist. */
export function shadowedRows(rows: readonly RowDraft[], bins: Bins): Set<string> {
  const reached = new Set(coverageOf(rows, bins).flatMap(({ codes }) => codes));
  return new Set(rows.map(({ code }) => code).filter((code) => !reached.has(code)));
}

/** Whether some combination has no name of its own. */
export function leavesOthers(rows: readonly RowDraft[], bins: Bins): boolean {
  return coverageOf(rows, bins).some(({ codes }) => codes.includes(OTHERS));
}

/** A row moved one place up (-1) or down (1). The ranks follow the places from now on. */
export function movedRow(rows: readonly RowDraft[], index: number, by: -1 | 1): RowDraft[] {
  const moved = rows.map(({ rank: _, ...row }) => row);
  const target = index + by;
  if (target < 0 || target >= moved.length) return moved;
  [moved[index], moved[target]] = [moved[target]!, moved[index]!];
  return moved;
}

/** A new row over all scores, with a code that is still free. */
export function newRow(rows: readonly RowDraft[], bins: Bins): RowDraft {
  const taken = new Set(rows.map(({ code }) => code));
  let number = rows.length + 1;
  while (taken.has(`segment-${number}`)) number += 1;
  const code = `segment-${number}`;
  return { key: code, code, zh: '', en: '', r: [1, bins.r], f: [1, bins.f], m: [1, bins.m] };
}

function firstMatch(rows: readonly RowDraft[], cell: Bins): string {
  const within = (score: number, [low, high]: Range) => low <= score && score <= high;
  const letters = Object.values(LETTERS);
  return rows.find((row) => letters.every((letter) => within(cell[letter], row[letter])))?.code ?? OTHERS;
}

function scores(bins: number): number[] {
  return Array.from({ length: bins }, (_, index) => index + 1);
}
