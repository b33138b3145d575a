import { Inject, Injectable } from '@nestjs/common';
import { DomainError, newId, type Clock } from '@siyu/kernel';
import { Audit, CLOCK, Database, Jobs, type Operator } from '@siyu/platform';
import type { EntityManager } from 'typeorm';
import type { SettledMapping } from './domain/mapping';
import type { Correction } from './domain/staging';
import type { StoredFile } from './files.store';
import { runImport } from './imports.jobs';
import { ImportsStore, type RunState } from './imports.store';

export interface ImportRequest {
  kind: string;
  file: StoredFile;
  mapping: SettledMapping;
  isDryRun: boolean;
}

export interface StartRequest {
  /** Another mapping than the one of the run before. */
  mapping?: SettledMapping;
  /** Mended cells; replaces those given before. */
  corrections?: Correction[];
  isDryRun: boolean;
}

type By = Operator | null;

/** The acts on imports. What a caller may do is settled before. */
@Injectable()
export class ImportsService {
  constructor(
    private readonly database: Database,
    private readonly store: ImportsStore,
    private readonly jobs: Jobs,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Makes an import of a kept file and puts its run on the queue.
   *
   * @param isQueued false when the caller runs it at once
   * @returns the id of the import
   */
  async create({ kind, file, mapping, isDryRun }: ImportRequest, actor: By, isQueued = true): Promise<string> {
    const importId = newId();
    const made = { importId, kind, mapping, isDryRun, createdBy: actor?.id ?? null, at: this.clock.now() };
    await this.database.transaction(async (em) => {
      await this.store.insert(em, { ...made, fileId: file.fileId, fileName: file.name, fileByteCount: file.byteCount });
      if (isQueued) await this.enqueue(em, importId, kind);
      const after = { kind, fileName: file.name, isDryRun, source: mapping.source };
      await this.audit.record(em, { actor, action: 'imports.create', subject: 'import', subjectId: importId, after });
    });
    return importId;
  }

  /**
   * Runs an import again from the start, with the same file: a dry run for real, or one that failed or was cancelled.
   *
   * @throws DomainError `imports.not-found`, `imports.still-running`, `imports.already-done`, `imports.file-gone`
   */
  async start(importId: string, request: StartRequest, actor: By): Promise<void> {
    await this.database.transaction(async (em) => {
      const run = await this.lock(em, importId);
      if (run.status === 'queued' || run.status === 'running') {
        throw new DomainError('imports.still-running', 'conflict', 'The import is still running.');
      }
      if (run.status === 'completed' && !run.isDryRun) {
        throw new DomainError(
          'imports.already-done',
          'conflict',
          'The import is done; bring the file in again to repeat it.',
        );
      }
      if (!run.fileId)
        throw new DomainError('imports.file-gone', 'conflict', 'The file is not kept any more; bring it in again.');
      const next = {
        mapping: request.mapping ?? run.mapping,
        corrections: request.corrections ?? run.corrections,
        isDryRun: request.isDryRun,
        at: this.clock.now(),
      };
      await this.store.requeue(em, importId, next);
      await this.enqueue(em, importId, run.kind);
      const after = { isDryRun: request.isDryRun, corrections: next.corrections.length };
      await this.audit.record(em, { actor, action: 'imports.start', subject: 'import', subjectId: importId, after });
    });
  }

  /**
   * Stops an import. What is written stays; records are written whole or not at all. One that is over stays as it is.
   *
   * @throws DomainError `imports.not-found`
   */
  async cancel(importId: string, actor: By): Promise<void> {
    await this.database.transaction(async (em) => {
      const run = await this.lock(em, importId);
      if (run.status !== 'queued' && run.status !== 'running') return;
      if (run.status === 'queued') {
        await this.store.cancelQueued(em, importId, this.clock.now());
      } else {
        await this.store.requestCancel(em, importId, this.clock.now());
        // Should nobody be at work on it any more, this job finds the request and ends the import.
        await this.enqueue(em, importId, run.kind);
      }
      await this.audit.record(em, { actor, action: 'imports.cancel', subject: 'import', subjectId: importId });
    });
  }

  private async lock(em: EntityManager, importId: string): Promise<RunState> {
    const run = await this.store.lock(em, importId);
    if (!run) throw new DomainError('imports.not-found', 'not-found', 'There is no such import.');
    return run;
  }

  /** Imports of a kind run one after the other, so that they leave room for other jobs. */
  private async enqueue(em: EntityManager, importId: string, kind: string): Promise<void> {
    await this.jobs.enqueue(em, runImport, { importId }, { queue: `imports-${kind}` });
  }
}
