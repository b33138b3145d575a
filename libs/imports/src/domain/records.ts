import type { RowFault } from './faults';
import type { Identity, ImportKind, ImportRow, RecordContext } from './kinds';
import type { ImportMapping } from './mapping';
import type { RowReader } from './rows';
import { keyOfRecord } from './staging';

/**
 * From the rows of one record to what is written, whole or not at all.
 *
 * Rule: a record with one bad row fails as a whole. The bad row says what is wrong with it; each of its sisters says which
 * row spoiled the record. Worked example: rows 4, 5 and 6 are lines of one order and row 5 has the quantity `two`; then
 * row 5 fails with `not-whole`, rows 4 and 6 with `sister` (row 5), and no order is written.
 */
export interface StagedRow {
  row: number;
  cells: string[];
  /** Found while the file was read; such a row is never looked into. */
  fault: RowFault | null;
  /** See `staging.ts`: the row spoils this record and counts in another. */
  isStray: boolean;
}

export interface StagedRecord {
  recordKey: string;
  rows: StagedRow[];
  /** Rows beyond {@link MAX_ROWS_PER_RECORD}, which are not kept in memory. */
  overflow: number;
}

export type RowFaults = Map<number, RowFault[]>;

export type Decided<Input> =
  | { what: 'apply'; input: Input; skippedRows: number }
  | { what: 'skip'; skippedRows: number }
  | { what: 'fail'; faults: RowFaults; skippedRows: number };

/** More rows than this in one record mean that the key is not what tells records apart. */
export const MAX_ROWS_PER_RECORD = 5000;

export interface DecideContext<Input> extends RecordContext {
  kind: ImportKind<Input>;
  mapping: ImportMapping;
  reader: RowReader;
}

export function decideRecord<Input>(record: StagedRecord, context: DecideContext<Input>): Decided<Input> {
  const { reader, mapping, kind } = context;
  const kept = keptRows(record.rows, reader, mapping.dropExactDuplicateRows ?? false);
  const skippedRows = record.rows.length - kept.length;
  if (kept.length === 0) return { what: 'skip', skippedRows };
  if (record.overflow > 0) return fail(tooManyRows(kept), kept, skippedRows);

  const rows: ImportRow[] = [];
  const faults: RowFaults = new Map();
  for (const { row, cells, fault } of kept) {
    const read = fault ? { row: { row, values: {} }, faults: [fault] } : reader.read(cells, row);
    rows.push(read.row);
    if (read.faults.length > 0) faults.set(row, read.faults);
  }
  const { identities, fault } = identitiesOf(kept, reader);
  const isSound = faults.size === 0 && !fault;
  if (isSound && identities.length === 0 && mapping.skipWithoutIdentity) {
    return { what: 'skip', skippedRows: record.rows.length };
  }
  if (fault) addFault(faults, fault.row, { code: 'two-identities', field: 'identities', params: { type: fault.type } });
  if (isSound && identities.length === 0 && kind.identities.required) {
    addFault(faults, kept[0]!.row, { code: 'no-identity', field: 'identities' });
  }
  if (faults.size > 0) return fail(faults, kept, skippedRows);

  const prepared = kind.prepare({ key: keyOfRecord(record.recordKey), rows, identities }, context);
  if ('input' in prepared) return { what: 'apply', input: prepared.input, skippedRows };
  for (const { row, fault } of prepared.faults)
    addFault(faults, row, { column: reader.columnOf(fault.field), ...fault });
  return fail(faults, kept, skippedRows);
}

/** All rows of a record that failed for `fault`, as their sisters see it. */
export function failedRows(record: StagedRecord, fault: RowFault, reader: RowReader): RowFaults {
  const kept = record.rows.filter(({ cells }) => !reader.skips(cells));
  return withSisters(new Map([[kept[0]!.row, [fault]]]), kept);
}

function keptRows(rows: StagedRow[], reader: RowReader, withoutDuplicates: boolean): StagedRow[] {
  const seen = new Set<string>();
  return rows.filter(({ cells, fault }) => {
    if (fault) return true;
    if (reader.skips(cells)) return false;
    if (!withoutDuplicates) return true;
    const text = JSON.stringify(cells);
    return seen.size !== seen.add(text).size;
  });
}

/**
 * The identities of a record. Each identity of the mapping has one value per record: rows that differ in it are about
 * different customers. (Two columns may well give two phones.)
 */
function identitiesOf(
  rows: StagedRow[],
  reader: RowReader,
): { identities: Identity[]; fault: { row: number; type: string } | null } {
  const found: (Identity | undefined)[] = [];
  for (const { cells, row, fault } of rows) {
    if (fault) continue;
    const ofRow = reader.identitiesOf(cells, row);
    for (const [index, identity] of ofRow.entries()) {
      if (!identity) continue;
      if (found[index] && found[index].value !== identity.value) {
        return { identities: [], fault: { row, type: identity.type } };
      }
      found[index] = identity;
    }
  }
  return { identities: found.filter((identity) => identity !== undefined), fault: null };
}

function addFault(faults: RowFaults, row: number, fault: RowFault): void {
  faults.set(row, [...(faults.get(row) ?? []), fault]);
}

function tooManyRows(rows: StagedRow[]): RowFaults {
  return new Map([[rows[0]!.row, [{ code: 'too-many-rows', params: { max: MAX_ROWS_PER_RECORD } }]]]);
}

function fail<Input>(faults: RowFaults, rows: StagedRow[], skippedRows: number): Decided<Input> {
  return { what: 'fail', faults: withSisters(faults, rows), skippedRows };
}

function withSisters(faults: RowFaults, rows: StagedRow[]): RowFaults {
  const spoiler = Math.min(...faults.keys());
  for (const { row } of rows) {
    if (!faults.has(row)) faults.set(row, [{ code: 'sister', params: { row: spoiler } }]);
  }
  return faults;
}
