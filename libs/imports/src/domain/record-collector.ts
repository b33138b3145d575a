import { MAX_RECORDS_PER_BATCH } from './kinds';
import { MAX_ROWS_PER_RECORD, type StagedRecord } from './records';
import type { StagedRowLine } from './staging';

/** A batch has no more rows than this, give or take its last record. */
const MAX_ROWS_PER_BATCH = 20_000;

/** Puts rows, which come in the order of their records, together to records and these to batches of a bounded size. */
export class RecordCollector {
  private complete: StagedRecord[] = [];
  private open: StagedRecord | null = null;
  private rows = 0;

  /** @returns a batch, when this row begins the record after it */
  add({ recordKey, row, cells, fault, isStray }: StagedRowLine): StagedRecord[] | null {
    const batch = this.open && this.open.recordKey !== recordKey ? this.close(this.open) : null;
    this.open ??= { recordKey, rows: [], overflow: 0 };
    if (this.open.rows.length < MAX_ROWS_PER_RECORD) this.open.rows.push({ row, cells, fault, isStray });
    else this.open.overflow += 1;
    return batch;
  }

  /** What is left when there are no more rows. */
  end(): StagedRecord[] {
    const rest = this.open ? [...this.complete, this.open] : this.complete;
    this.complete = [];
    this.open = null;
    return rest;
  }

  private close(record: StagedRecord): StagedRecord[] | null {
    this.complete.push(record);
    this.rows += record.rows.length;
    this.open = null;
    if (this.complete.length < MAX_RECORDS_PER_BATCH && this.rows < MAX_ROWS_PER_BATCH) return null;
    const batch = this.complete;
    this.complete = [];
    this.rows = 0;
    return batch;
  }
}
