import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { affected } from '@siyu/platform';
import type { FailedRow } from './domain/batch';
import type { RowFault } from './domain/faults';

/** Writes of `imports_errors`, the rows that failed. */
@Injectable()
export class ErrorsStore {
  /** Keeps rows that failed. A row that stands under several records is kept once. */
  async insert(em: EntityManager, importId: string, failed: FailedRow[]) {
    await affected(
      em,
      `insert into imports_errors (import_id, row_no, cells, faults)
       select $1, "row", cells, faults from json_to_recordset($2::json) as failed ("row" integer, cells json, faults json)
       on conflict (import_id, row_no) do nothing`,
      [importId, JSON.stringify(failed)],
    );
  }

  /** Keeps the rows of a record behind `row`, all with the same faults. */
  async insertRest(
    em: EntityManager,
    importId: string,
    { recordKey, row, faults }: { recordKey: string; row: number; faults: RowFault[] },
  ) {
    await affected(
      em,
      `insert into imports_errors (import_id, row_no, cells, faults)
       select import_id, row_no, cells, $4::json from imports_rows where import_id = $1 and record_key = $2 and row_no > $3
       on conflict (import_id, row_no) do nothing`,
      [importId, recordKey, row, JSON.stringify(faults)],
    );
  }
}
