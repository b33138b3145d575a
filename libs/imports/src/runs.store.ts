import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { affected, row } from '@siyu/platform';
import type { BatchCounts } from './domain/batch';
import type { ImportStatus } from './imports.entities';

/**
 * What a run notes of its progress in `imports`. Whoever began the run last holds its token; notes of an earlier holder,
 * who may have been taken for dead, touch nothing.
 */
@Injectable()
export class RunsStore {
  /** Hands the run to whoever holds this token from now on. */
  async begin(em: EntityManager, importId: string, token: string, at: Date): Promise<void> {
    await affected(
      em,
      `update imports set status = 'running', phase = coalesce(phase, 'reading'), run_token = $2, attempts = attempts + 1,
         started_at = coalesce(started_at, $3), updated_at = $3
       where import_id = $1`,
      [importId, token, at],
    );
  }

  /** Progress of the reading phase. @returns whether to go on, or null when the run is somebody else's by now */
  async noteReading(
    em: EntityManager,
    importId: string,
    token: string,
    read: { bytes: number; rows: number },
    at: Date,
  ) {
    return row<{ isCancelRequested: boolean }>(
      em,
      `update imports set bytes_read = $3, rows_read = $4, updated_at = $5 where import_id = $1 and run_token = $2
       returning is_cancel_requested as "isCancelRequested"`,
      [importId, token, read.bytes, read.rows, at],
    );
  }

  /** The file is staged: from here on records are applied. */
  async beginApplying(
    em: EntityManager,
    importId: string,
    token: string,
    file: { columns: string[]; encoding: string; delimiter: string; bytes: number; rows: number; total: number },
    at: Date,
  ): Promise<boolean> {
    const touched = await affected(
      em,
      `update imports set phase = 'applying', columns = $3, encoding = $4, delimiter = $5, bytes_read = $6, rows_read = $7, total = $8,
         updated_at = $9
       where import_id = $1 and run_token = $2`,
      [importId, token, file.columns, file.encoding, file.delimiter, file.bytes, file.rows, file.total, at],
    );
    return touched === 1;
  }

  /** Adds a batch to the counts. @returns null when the run is somebody else's by now */
  async noteBatch(em: EntityManager, importId: string, token: string, batch: BatchCounts, at: Date) {
    return row<{ isCancelRequested: boolean }>(
      em,
      `update imports set checkpoint = $3, done = done + $4, created = created + $5, updated = updated + $6,
         unchanged = unchanged + $7, skipped = skipped + $8, failed = failed + $9, rows_skipped = rows_skipped + $10,
         rows_failed = rows_failed + $11, attempts = 0, updated_at = $12
       where import_id = $1 and run_token = $2
       returning is_cancel_requested as "isCancelRequested"`,
      [
        importId,
        token,
        batch.checkpoint,
        batch.done,
        batch.created,
        batch.updated,
        batch.unchanged,
        batch.skipped,
        batch.failed,
        batch.rowsSkipped,
        batch.rowsFailed,
        at,
      ],
    );
  }

  /** Ends the run. @returns false when it is somebody else's by now */
  async finish(
    em: EntityManager,
    importId: string,
    token: string,
    end: { status: ImportStatus; error?: { code: string; detail: string; faults?: unknown }; at: Date },
  ): Promise<boolean> {
    const touched = await affected(
      em,
      `update imports set status = $3, phase = null, run_token = null, finished_at = $4, updated_at = $4, error_code = $5,
         error_detail = $6, error_faults = $7
       where import_id = $1 and run_token = $2`,
      [
        importId,
        token,
        end.status,
        end.at,
        end.error?.code ?? null,
        end.error?.detail ?? null,
        end.error?.faults === undefined ? null : JSON.stringify(end.error.faults),
      ],
    );
    return touched === 1;
  }
}
