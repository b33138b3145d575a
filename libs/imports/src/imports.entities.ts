import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RowFault } from './domain/faults';
import type { SettledMapping } from './domain/mapping';
import type { Correction } from './domain/staging';

@Entity('imports_files')
export class ImportFileEntity {
  @PrimaryColumn('uuid', { name: 'file_id', primaryKeyConstraintName: 'imports_files_pk' }) fileId: string;
  @Column('text') name: string;
  @Column('bigint', { name: 'byte_count' }) byteCount: number;
  @Column('bytea') sha256: Buffer;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
}

@Entity('imports_file_chunks')
export class ImportFileChunkEntity {
  @PrimaryColumn('uuid', { name: 'file_id', primaryKeyConstraintName: 'imports_file_chunks_pk' }) fileId: string;
  @PrimaryColumn('integer', { name: 'chunk_no', primaryKeyConstraintName: 'imports_file_chunks_pk' }) chunkNo: number;
  @Column('bytea') bytes: Buffer;
}

export const IMPORT_STATUSES = ['queued', 'running', 'completed', 'failed', 'cancelled'] as const;
export type ImportStatus = (typeof IMPORT_STATUSES)[number];
export const IMPORT_PHASES = ['reading', 'applying'] as const;
export type ImportPhase = (typeof IMPORT_PHASES)[number];

@Entity('imports')
export class ImportEntity {
  @PrimaryColumn('uuid', { name: 'import_id', primaryKeyConstraintName: 'imports_pk' }) importId: string;
  @Column('text') kind: string;
  @Column('uuid', { name: 'file_id', nullable: true }) fileId: string | null;
  @Column('text', { name: 'file_name' }) fileName: string;
  @Column('bigint', { name: 'file_byte_count' }) fileByteCount: number;
  @Column('jsonb') mapping: SettledMapping;
  @Column('jsonb') corrections: Correction[];
  @Column('boolean', { name: 'is_dry_run' }) isDryRun: boolean;
  @Column('text') status: ImportStatus;
  @Column('text', { nullable: true }) phase: ImportPhase | null;
  @Column('text', { array: true }) columns: string[];
  @Column('text', { nullable: true }) encoding: string | null;
  @Column('text', { nullable: true }) delimiter: string | null;
  @Column('uuid', { name: 'run_token', nullable: true }) runToken: string | null;
  @Column('integer') attempts: number;
  @Column('boolean', { name: 'is_cancel_requested' }) isCancelRequested: boolean;
  @Column('bigint', { name: 'bytes_read' }) bytesRead: number;
  @Column('integer', { name: 'rows_read' }) rowsRead: number;
  @Column('integer', { name: 'rows_skipped' }) rowsSkipped: number;
  @Column('integer', { name: 'rows_failed' }) rowsFailed: number;
  @Column('integer', { nullable: true }) total: number | null;
  @Column('integer') done: number;
  @Column('integer') created: number;
  @Column('integer') updated: number;
  @Column('integer') unchanged: number;
  @Column('integer') skipped: number;
  @Column('integer') failed: number;
  @Column('text') checkpoint: string;
  @Column('text', { name: 'error_code', nullable: true }) errorCode: string | null;
  @Column('text', { name: 'error_detail', nullable: true }) errorDetail: string | null;
  @Column('jsonb', { name: 'error_faults', nullable: true }) errorFaults: unknown;
  @Column('uuid', { name: 'created_by', nullable: true }) createdBy: string | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  @Column('timestamptz', { name: 'started_at', nullable: true }) startedAt: Date | null;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt: Date;
  @Column('timestamptz', { name: 'finished_at', nullable: true }) finishedAt: Date | null;
}

@Entity('imports_rows')
export class ImportRowEntity {
  @PrimaryColumn('uuid', { name: 'import_id', primaryKeyConstraintName: 'imports_rows_pk' }) importId: string;
  @PrimaryColumn('text', { name: 'record_key', collation: 'C', primaryKeyConstraintName: 'imports_rows_pk' })
  recordKey: string;
  @PrimaryColumn('integer', { name: 'row_no', primaryKeyConstraintName: 'imports_rows_pk' }) rowNo: number;
  @Column('json') cells: string[];
  @Column('json', { nullable: true }) fault: RowFault | null;
  @Column('boolean', { name: 'is_stray' }) isStray: boolean;
}

@Entity('imports_errors')
export class ImportErrorEntity {
  @PrimaryColumn('uuid', { name: 'import_id', primaryKeyConstraintName: 'imports_errors_pk' }) importId: string;
  @PrimaryColumn('integer', { name: 'row_no', primaryKeyConstraintName: 'imports_errors_pk' }) rowNo: number;
  @Column('json') cells: string[];
  @Column('json') faults: RowFault[];
}
