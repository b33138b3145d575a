import { CsvReader, type CsvRecord } from './csv';

/**
 * What separates the cells: the candidate that splits the header and the first rows into the same number of cells, the
 * more the better. `name;phone⏎Ann, Beth;1` is semicolons, although it has a comma. A file of one column has none.
 */
export const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

const ROWS_LOOKED_AT = 50;
const CHARS_LOOKED_AT = 200_000;

/** @param isWhole whether the text is all of the file or breaks off anywhere */
export function detectDelimiter(text: string, isWhole = false): Delimiter {
  const scores = DELIMITERS.map((delimiter) => ({ delimiter, score: score(text, delimiter, isWhole) }));
  return scores.reduce((best, next) => (next.score > best.score ? next : best)).delimiter;
}

function score(text: string, delimiter: Delimiter, isWhole: boolean): number {
  const records = firstRecords(
    text.slice(0, CHARS_LOOKED_AT),
    delimiter,
    ROWS_LOOKED_AT,
    isWhole && text.length <= CHARS_LOOKED_AT,
  );
  const width = records[0]?.cells.length ?? 0;
  const even = records.filter(({ fault }) => fault === null).length;
  return width < 2 ? 0 : (width * even * even) / (records.length * records.length);
}

/** The first records of a text that may break off anywhere: its last row is left out unless it is the only one. */
export function firstRecords(text: string, delimiter: string, count: number, isWhole = false): CsvRecord[] {
  const reader = new CsvReader(delimiter);
  const records = reader.push(text);
  if (isWhole || records.length === 0) records.push(...reader.end());
  return records.slice(0, count);
}
