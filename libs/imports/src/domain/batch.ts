import type { RowFault } from './faults';
import type { ImportOutcome } from './kinds';
import {
  decideRecord,
  failedRows,
  type DecideContext,
  type Decided,
  type RowFaults,
  type StagedRecord,
} from './records';

/** What a batch adds to the counts of its import: of records, and of the rows that were passed over or failed. */
export interface BatchCounts {
  /** Key of the batch's last record. */
  checkpoint: string;
  done: number;
  created: number;
  updated: number;
  unchanged: number;
  skipped: number;
  failed: number;
  rowsSkipped: number;
  rowsFailed: number;
}

/** A row that failed, with its cells as they were. */
export interface FailedRow {
  row: number;
  cells: string[];
  faults: RowFault[];
}

export interface Concluded {
  counts: BatchCounts;
  errors: FailedRow[];
  /** Records with more rows than are kept in memory: those behind `row` have the same faults. */
  overflowing: { recordKey: string; row: number; faults: RowFault[] }[];
}

/** Records on their way: decided on one by one, written together, then counted. */
export class Batch<Input> {
  /** What is to be written, in the order of the records. */
  readonly inputs: Input[] = [];
  private readonly decided: Decided<Input>[];

  constructor(
    private readonly records: StagedRecord[],
    private readonly context: DecideContext<Input>,
  ) {
    this.decided = records.map((record) => decideRecord(record, context));
    for (const decision of this.decided) if (decision.what === 'apply') this.inputs.push(decision.input);
  }

  /** @param outcomes of {@link inputs}, one by one */
  conclude(outcomes: ImportOutcome[]): Concluded {
    if (outcomes.length !== this.inputs.length) throw new Error('An import kind must answer every input.');
    const counts = noCounts(this.records.at(-1)!.recordKey, this.records.length);
    const concluded: Concluded = { counts, errors: [], overflowing: [] };
    let next = 0;
    for (const [index, decision] of this.decided.entries()) {
      const record = this.records[index]!;
      counts.rowsSkipped += decision.skippedRows;
      if (decision.what === 'skip') counts.skipped += 1;
      else if (decision.what === 'fail') this.fail(concluded, record, decision.faults);
      else this.count(concluded, record, outcomes[next++]!);
    }
    return concluded;
  }

  private count(concluded: Concluded, record: StagedRecord, outcome: ImportOutcome): void {
    if (outcome.outcome !== 'failed') concluded.counts[outcome.outcome] += 1;
    else
      this.fail(
        concluded,
        record,
        failedRows(record, { code: outcome.code, detail: outcome.detail }, this.context.reader),
      );
  }

  private fail({ counts, errors, overflowing }: Concluded, record: StagedRecord, faults: RowFaults): void {
    counts.failed += 1;
    const strays = record.rows.filter(({ isStray }) => isStray).length;
    counts.rowsFailed += faults.size - strays + record.overflow;
    for (const { row, cells } of record.rows) {
      const ofRow = faults.get(row);
      if (ofRow) errors.push({ row, cells, faults: ofRow });
    }
    if (record.overflow === 0) return;
    const last = errors.at(-1)!;
    overflowing.push({ recordKey: record.recordKey, row: last.row, faults: last.faults });
  }
}

function noCounts(checkpoint: string, done: number): BatchCounts {
  const none = { created: 0, updated: 0, unchanged: 0, skipped: 0, failed: 0, rowsSkipped: 0, rowsFailed: 0 };
  return { checkpoint, done, ...none };
}
