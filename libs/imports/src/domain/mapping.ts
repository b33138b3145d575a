import type { FieldFault } from '@siyu/kernel';
import type { DateOrder } from './instants';
import type { DecimalMark } from './numbers';
import type { Encoding } from './text';
import type { Delimiter } from './delimiter';

/**
 * A mapping says how the columns of one shop's file become the fields of a kind.
 *
 * Worked example: `{ "source": "online-retail", "timeZone": "Europe/London", "columns": { "externalId": "InvoiceNo" },
 * "identities": [{ "type": "online_retail_id", "from": "CustomerID" }], "skipRows": [{ "column": "UnitPrice", "atMost": 0 }] }`
 */
export interface ImportMapping {
  /** The shop or system that the file is from; order numbers are unique within it. */
  source: string;
  /** Field of the kind -> where its text comes from. */
  columns: Record<string, CellSource>;
  identities: { type: string; from: CellSource }[];
  /** Zone of times that have none; the programme's unless told. */
  timeZone?: string;
  /** ISO 4217; the programme's unless told. */
  currency?: string;
  /** Which comes first in `02/01/2026`; `ymd` unless told. */
  dateOrder?: DateOrder;
  decimalMark?: DecimalMark;
  /** Detected unless told. */
  encoding?: Encoding;
  delimiter?: Delimiter;
  /** Rows that match any of these are passed over. */
  skipRows?: RowCondition[];
  /** Records without any identity are passed over; otherwise they are faults where the kind needs one. */
  skipWithoutIdentity?: boolean;
  /** Of rows of one record that are equal in every cell, only the first counts. */
  dropExactDuplicateRows?: boolean;
  /** What only the kind understands. */
  options?: Record<string, unknown>;
}

/** A mapping with nothing left open that a run needs. */
export type SettledMapping = ImportMapping & Required<Pick<ImportMapping, 'timeZone' | 'currency'>>;

/** A column; several columns joined; the same text for every row; or the row's own number. */
export type CellSource = string | { columns: string[]; join?: string } | { value: string } | { rowNumber: true };

export type RowCondition =
  | { column: string; equals: string }
  | { column: string; startsWith: string }
  | { column: string; atMost: number }
  | { column: string; isEmpty: true };

export const SOURCE = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,49}$/;
export const IDENTITY_TYPE = /^([a-z]|\{source\})[a-z0-9_]{1,39}$/;
const SOURCE_PLACE = '{source}';
export const CURRENCY = /^[A-Z]{3}$/;

/**
 * The type of an identity with the name of the source in its place: a shop's own customer number is an identity only
 * within that shop. `{source}_customer_no` of `Tmall-1` is `tmall_1_customer_no`.
 */
export function typeWithin(source: string, type: string): string {
  const name = source
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^([^a-z])/, 's$1')
    .slice(0, 25);
  return type.replace(SOURCE_PLACE, name);
}

/** The columns that a source takes its text from. */
export function columnsOf(source: CellSource): string[] {
  if (typeof source === 'string') return [source];
  return 'columns' in source ? source.columns : [];
}

/** Every column that the mapping names, with the place where it does. */
export function namedColumns(mapping: ImportMapping): { column: string; pointer: string }[] {
  const named = (source: CellSource, pointer: string) => columnsOf(source).map((column) => ({ column, pointer }));
  return [
    ...Object.entries(mapping.columns).flatMap(([field, source]) => named(source, `/columns/${escapePointer(field)}`)),
    ...mapping.identities.flatMap(({ from }, index) => named(from, `/identities/${index}/from`)),
    ...(mapping.skipRows ?? []).map(({ column }, index) => ({ column, pointer: `/skipRows/${index}/column` })),
  ];
}

export function escapePointer(part: string): string {
  return part.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** What is wrong with the mapping for a file of these columns. */
export function columnFaults(mapping: ImportMapping, columns: string[]): FieldFault[] {
  return namedColumns(mapping).flatMap(({ column, pointer }) => {
    const count = columns.filter((name) => name === column).length;
    if (count === 1) return [];
    const message = count === 0 ? `the file has no column “${column}”` : `the file has ${count} columns “${column}”`;
    return [{ pointer, message }];
  });
}
