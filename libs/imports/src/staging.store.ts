import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { affected, copyRows, row, rows } from '@siyu/platform';
import type { StagedRowLine } from './domain/staging';

/** Writes and reads of `imports_rows`, the rows of imports that are running. */
@Injectable()
export class StagingStore {
  /** Adds rows, in the transaction of `em`. */
  async copy(em: EntityManager, importId: string, lines: StagedRowLine[]): Promise<void> {
    const written = lines.map(({ recordKey, row, cells, fault, isStray }) => {
      return [importId, recordKey, row, JSON.stringify(cells), fault && JSON.stringify(fault), isStray];
    });
    await copyRows(em, 'copy imports_rows (import_id, record_key, row_no, cells, fault, is_stray) from stdin', written);
  }

  /** Removes strays under keys that no other row has: there is no such record. */
  async removeLoneStrays(em: EntityManager, importId: string): Promise<void> {
    await affected(
      em,
      `delete from imports_rows r where import_id = $1 and is_stray and not exists (
         select from imports_rows o where o.import_id = $1 and o.record_key = r.record_key and not o.is_stray)`,
      [importId],
    );
  }

  async countRecords(em: EntityManager, importId: string): Promise<number> {
    // The index holds all that is asked for; distinct keys come out of it in order.
    const counted = await row<{ count: number }>(
      em,
      `select count(*) from (select distinct record_key from imports_rows where import_id = $1) keys`,
      [importId],
    );
    return counted!.count;
  }

  async hasRows(em: EntityManager, importId: string): Promise<boolean> {
    return (await row(em, 'select from imports_rows where import_id = $1 limit 1', [importId])) !== null;
  }

  /** The next rows in the order of their records. */
  async page(em: EntityManager, importId: string, after: { recordKey: string; row: number }, limit: number) {
    return rows<StagedRowLine>(
      em,
      `select record_key as "recordKey", row_no as "row", cells, fault, is_stray as "isStray" from imports_rows
       where import_id = $1 and (record_key, row_no) > ($2, $3) order by record_key, row_no limit $4`,
      [importId, after.recordKey, after.row, limit],
    );
  }

  async remove(em: EntityManager, importId: string): Promise<void> {
    await affected(em, 'delete from imports_rows where import_id = $1', [importId]);
  }

  /** Removes what is left of runs that are over. */
  async removeLeftovers(em: EntityManager): Promise<void> {
    await affected(
      em,
      `delete from imports_rows r where not exists (
         select from imports i where i.import_id = r.import_id and i.status in ('queued', 'running'))`,
    );
  }
}
