import type { CsvRecord } from './csv';
import { DEFAULT_MAX_TEXT } from './fields';
import type { RowReader } from './rows';
import type { RowFault } from './faults';

/**
 * Where a row is put aside until all rows of its record are there. Rows with the same key share a record `k…`; a row that
 * has no usable key is a record of its own, `r` and its number. The keys order the records, and with them the work.
 *
 * Worked example: row 7 of order `A-1` goes under `kA-1`; row 8 without an order number goes under `r0000000008`; row 9 has
 * a cell too many and its order number reads `A-2` or, one to the right, `shoes`: it goes under `kA-2`, and as a stray under
 * `kshoes`, which is no record unless other rows make it one.
 */
export interface StagedRowLine {
  recordKey: string;
  row: number;
  cells: string[];
  fault: RowFault | null;
  /** Whether it stands here only because this record may lack it; it counts where it stands for itself. */
  isStray: boolean;
}

export interface Correction {
  row: number;
  column: string;
  value: string;
}

export class RowStager {
  /** How many strays there were so far. */
  strays = 0;
  private readonly corrections: Map<number, { position: number; value: string }[]>;

  constructor(
    private readonly reader: RowReader,
    private readonly columns: string[],
    corrections: Correction[],
  ) {
    this.corrections = Map.groupBy(
      corrections.map(({ row, column, value }) => ({ row, position: columns.indexOf(column), value })),
      ({ row }) => row,
    );
  }

  lines({ row, cells, fault }: CsvRecord): StagedRowLine[] {
    for (const { position, value } of this.corrections.get(row) ?? []) cells[position] = value;
    if (fault) return this.faultyLines(row, cells, fault);
    return [{ recordKey: recordKey(this.reader.keyOf(cells, row), row), row, cells, fault: null, isStray: false }];
  }

  private faultyLines(row: number, cells: string[], code: 'ragged' | 'broken-quotes'): StagedRowLine[] {
    const width = this.columns.length;
    const params = code === 'ragged' ? { found: cells.length, expected: width } : undefined;
    const fault: RowFault = { code, ...(params ? { params } : {}) };
    const own = recordKey(this.reader.keyOf(cells, row), row);
    const others = this.reader.possibleKeysOf(cells, row, width).map((key) => recordKey(key, row));
    const keys = [...new Set([own, ...others])];
    this.strays += keys.length - 1;
    return keys.map((key) => ({ recordKey: key, row, cells, fault, isStray: key !== own }));
  }
}

function recordKey(key: string | null, row: number): string {
  const isUsable = key !== null && key.length <= DEFAULT_MAX_TEXT && !key.includes('\0') && key.isWellFormed();
  return isUsable ? `k${key}` : `r${String(row).padStart(10, '0')}`;
}

/** The value of the key field behind the key of a staged record. */
export function keyOfRecord(recordKey: string): string | null {
  return recordKey.startsWith('k') ? recordKey.slice(1) : null;
}
