import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { affected, row, rows } from '@siyu/platform';
import type { SettledMapping } from './domain/mapping';
import type { Correction } from './domain/staging';
import type { ImportPhase, ImportStatus } from './imports.entities';

export interface NewImport {
  importId: string;
  kind: string;
  fileId: string;
  fileName: string;
  fileByteCount: number;
  mapping: SettledMapping;
  isDryRun: boolean;
  createdBy: string | null;
  at: Date;
}

/** What a run needs to know of its import. */
export interface RunState {
  importId: string;
  kind: string;
  fileId: string | null;
  mapping: SettledMapping;
  corrections: Correction[];
  columns: string[];
  isDryRun: boolean;
  status: ImportStatus;
  phase: ImportPhase | null;
  attempts: number;
  isCancelRequested: boolean;
  checkpoint: string;
  total: number | null;
}

const RUN_COLUMNS = `import_id as "importId", kind, file_id as "fileId", mapping, corrections, columns, is_dry_run as "isDryRun",
  status, phase, attempts, is_cancel_requested as "isCancelRequested", checkpoint, total`;

/** Writes and locked reads of `imports`, except for what a run notes of its progress. */
@Injectable()
export class ImportsStore {
  async insert(em: EntityManager, made: NewImport): Promise<void> {
    await affected(
      em,
      `insert into imports (import_id, kind, file_id, file_name, file_byte_count, mapping, corrections, is_dry_run, status, columns,
         attempts, is_cancel_requested, bytes_read, rows_read, rows_skipped, rows_failed, done, created, updated, unchanged, skipped,
         failed, checkpoint, created_by, created_at, updated_at)
       values ($1, $2, $3, $4, $5, $6, '[]', $7, 'queued', '{}', 0, false, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, '', $8, $9, $9)`,
      [
        made.importId,
        made.kind,
        made.fileId,
        made.fileName,
        made.fileByteCount,
        JSON.stringify(made.mapping),
        made.isDryRun,
        made.createdBy,
        made.at,
      ],
    );
  }

  async lock(em: EntityManager, importId: string): Promise<RunState | null> {
    return row<RunState>(em, `select ${RUN_COLUMNS} from imports where import_id = $1 for no key update`, [importId]);
  }

  /** Forgets what an earlier run left and queues the import anew. */
  async requeue(
    em: EntityManager,
    importId: string,
    next: { mapping: SettledMapping; corrections: Correction[]; isDryRun: boolean; at: Date },
  ): Promise<void> {
    await affected(
      em,
      `update imports set mapping = $2, corrections = $3, is_dry_run = $4, status = 'queued', phase = null, run_token = null,
         attempts = 0, is_cancel_requested = false, bytes_read = 0, rows_read = 0, rows_skipped = 0, rows_failed = 0,
         total = null, done = 0, created = 0, updated = 0, unchanged = 0, skipped = 0, failed = 0, checkpoint = '',
         error_code = null, error_detail = null, error_faults = null, started_at = null, finished_at = null, updated_at = $5
       where import_id = $1`,
      [importId, JSON.stringify(next.mapping), JSON.stringify(next.corrections), next.isDryRun, next.at],
    );
    await affected(em, 'delete from imports_errors where import_id = $1', [importId]);
  }

  async requestCancel(em: EntityManager, importId: string, at: Date): Promise<void> {
    await affected(em, 'update imports set is_cancel_requested = true, updated_at = $2 where import_id = $1', [
      importId,
      at,
    ]);
  }

  async cancelQueued(em: EntityManager, importId: string, at: Date): Promise<void> {
    await affected(
      em,
      `update imports set status = 'cancelled', finished_at = $2, updated_at = $2 where import_id = $1 and status = 'queued'`,
      [importId, at],
    );
  }

  /** Forgets files and failed rows of imports that ended before: both are full of personal data. */
  async forget(em: EntityManager, before: Date): Promise<void> {
    const ended = await rows<{ id: string }>(
      em,
      `update imports set file_id = null, corrections = '[]' where finished_at < $1 and file_id is not null
       returning import_id as id`,
      [before],
    );
    await affected(em, 'delete from imports_errors where import_id = any($1::uuid[])', [ended.map(({ id }) => id)]);
  }
}
