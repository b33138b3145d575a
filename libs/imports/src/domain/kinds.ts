import type { FieldFault } from '@siyu/kernel';
import type { FaultTexts, RowFault } from './faults';

/**
 * What an import kind tells the engine: which fields its records have, how rows become records, and how to write them.
 * A lib registers its kinds (`customers`, `orders`) and never sees files, encodings, columns or progress; the engine never
 * sees customers or orders.
 */
export type FieldType = 'text' | 'whole' | 'amount' | 'instant' | 'day' | 'choice';

export interface ImportField {
  /** Name in mappings. `attributes.*` stands for any number of fields `attributes.city`, `attributes.size`, … */
  name: string;
  type: FieldType;
  /** A mapping must give it and a row must have it. */
  required?: boolean;
  /** Longest text, 200 unless told. */
  max?: number;
  /** Of a choice: value -> words that shops use for it. The value itself is always understood. */
  words?: Record<string, string[]>;
  /** Column titles, Chinese and English, that mean this field. */
  synonyms: string[];
}

/** A type of identity that a kind understands, with the titles and the look of a column that holds it. */
export interface IdentityField {
  type: string;
  synonyms: string[];
  pattern?: RegExp;
}

/** `text` and `choice` give a string, `whole` a number, `amount` units of 1/10,000, `instant` a Date, `day` YYYY-MM-DD. */
export type FieldValue = string | number | Date;

export interface ImportRow {
  row: number;
  values: Record<string, FieldValue | undefined>;
}

export interface Identity {
  type: string;
  value: string;
}

/** One thing to be written: all its rows (one or more) and the identities that stand in them. */
export interface ImportRecord {
  /** The value of the kind's key field, or null for kinds without one. */
  key: string | null;
  rows: ImportRow[];
  identities: Identity[];
}

/** What of the mapping concerns the kind. */
export interface RecordContext {
  source: string;
  currency: string;
  options: Record<string, unknown>;
  /** Fields that the mapping gives. */
  mapped: ReadonlySet<string>;
}

export type Prepared<Input> = { input: Input } | { faults: { row: number; fault: RowFault }[] };

export type ImportOutcome =
  { outcome: 'created' | 'updated' | 'unchanged' } | { outcome: 'failed'; code: string; detail: string };

export interface ImportKind<Input = unknown> {
  kind: string;
  /** Permission to write what the kind writes (`orders.write`). */
  permission: string;
  fields: ImportField[];
  /** The field whose value rows of one record share; null when every row is a record. */
  keyField: string | null;
  /** Types of identity worth guessing, and whether a record must have one. */
  identities: { known: IdentityField[]; required: boolean };
  /** Texts of the faults that `prepare` gives. */
  faultTexts: FaultTexts;
  /** Checks the kind's own part of the mapping, `options`; pointers are relative to it. */
  checkOptions(options: Record<string, unknown>, mapped: ReadonlySet<string>): FieldFault[];
  /** Pure: makes what is written from a record, or says what is wrong with its rows. */
  prepare(record: ImportRecord, context: RecordContext): Prepared<Input>;
  /**
   * Writes up to {@link MAX_RECORDS_PER_BATCH} inputs, or finds out what would happen. Idempotent.
   *
   * @returns one outcome per input, in order
   */
  apply(inputs: Input[], options: { dryRun: boolean; source: string }): Promise<ImportOutcome[]>;
}

export const MAX_RECORDS_PER_BATCH = 1000;
