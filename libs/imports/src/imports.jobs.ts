import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Clock } from '@siyu/kernel';
import { CLOCK, Database, defineJob, JobHandlers } from '@siyu/platform';
import { FilesStore } from './files.store';
import { ImportsStore } from './imports.store';
import { RunsService } from './runs.service';
import { StagingStore } from './staging.store';

/** Runs one import. Killed workers and restarts take attempts, too; a run that gets nowhere gives up by itself. */
export const runImport = defineJob<{ importId: string }>('imports.run', { maxAttempts: 25 });
/** Forgets what is not needed any more. */
export const sweepImports = defineJob<Record<string, never>>('imports.sweep', { maxAttempts: 3 });

const DAY_MS = 86_400_000;
/** How long the file and the failed rows of an import can be looked into. */
export const KEEP_DAYS = 30;

@Injectable()
export class ImportsSweep {
  constructor(
    private readonly database: Database,
    private readonly store: ImportsStore,
    private readonly files: FilesStore,
    private readonly staging: StagingStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Each step is a transaction of its own and does nothing the second time. */
  async sweep(): Promise<void> {
    const now = this.clock.now().getTime();
    await this.database.transaction((em) => this.store.forget(em, new Date(now - KEEP_DAYS * DAY_MS)));
    await this.database.transaction((em) => this.files.removeOrphans(em, new Date(now - DAY_MS)));
    await this.database.transaction((em) => this.staging.removeLeftovers(em));
  }
}

@Injectable()
export class ImportsJobs implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly runs: RunsService,
    private readonly sweeping: ImportsSweep,
  ) {}

  onModuleInit(): void {
    this.handlers.register(runImport, ({ importId }, { signal }) => this.runs.run(importId, signal));
    this.handlers.register(sweepImports, () => this.sweeping.sweep());
  }
}
