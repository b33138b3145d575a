import { Inject, Injectable } from '@nestjs/common';
import { DomainError, newId, type Clock } from '@siyu/kernel';
import { CLOCK, Database } from '@siyu/platform';
import { ApplyingService } from './applying.service';
import type { ImportStatus } from './imports.entities';
import { ImportsStore, type RunState } from './imports.store';
import { ReadingService } from './reading.service';
import { RunControl, RunStopped } from './run-control';
import { RunsStore } from './runs.store';

/** Starts of a run that get nothing done before it is given up. */
const FUTILE_STARTS = 5;

/** Runs an import from wherever it stands to its end. */
@Injectable()
export class RunsService {
  constructor(
    private readonly database: Database,
    private readonly imports: ImportsStore,
    private readonly runs: RunsStore,
    private readonly reading: ReadingService,
    private readonly applying: ApplyingService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Reads the file unless that is done, then applies what is behind the checkpoint. Safe to call again after a kill, and
   * harmless for an import that is over. What is wrong with the file ends the import as `failed`.
   *
   * @throws RunStopped `shutting-down`, and any passing trouble such as a lost connection: call again later
   */
  async run(importId: string, signal: AbortSignal): Promise<void> {
    const control = new RunControl(newId(), signal);
    const run = await this.begin(importId, control);
    if (!run) return;
    try {
      if (run.isCancelRequested) throw new RunStopped('cancelled');
      await this.work(run, control);
      await this.end(run, control, 'completed');
    } catch (error) {
      await this.endEarly(run, control, error);
    }
  }

  /**
   * Ends a run that was stopped here and that no queue will take up again, as cancelled. What is written stays.
   */
  async abandon(importId: string): Promise<void> {
    const control = new RunControl(newId(), AbortSignal.abort());
    const run = await this.begin(importId, control);
    if (run) await this.end(run, control, 'cancelled');
  }

  /** Takes the run over; null when there is nothing to do. */
  private async begin(importId: string, control: RunControl): Promise<RunState | null> {
    return this.database.transaction(async (em) => {
      const run = await this.imports.lock(em, importId);
      if (!run || (run.status !== 'queued' && run.status !== 'running')) return null;
      await this.runs.begin(em, importId, control.token, this.clock.now());
      return run;
    });
  }

  private async work(run: RunState, control: RunControl): Promise<void> {
    const isStaged = run.phase === 'applying' && (await this.reading.isStaged(run.importId));
    if (isStaged) return this.applying.apply(run, control);
    await this.reading.read(run, control);
    const staged = await this.database.transaction((em) => this.imports.lock(em, run.importId));
    await this.applying.apply(staged!, control);
  }

  private async endEarly(run: RunState, control: RunControl, error: unknown): Promise<void> {
    if (error instanceof RunStopped) {
      if (error.reason === 'shutting-down') throw error;
      if (error.reason === 'cancelled') await this.end(run, control, 'cancelled');
      return;
    }
    if (error instanceof DomainError && error.kind !== 'unavailable') {
      const { code, detail, errors } = error;
      return this.end(run, control, 'failed', { code, detail, faults: errors });
    }
    if (run.attempts + 1 < FUTILE_STARTS) throw error;
    await this.end(run, control, 'failed', {
      code: 'imports.gave-up',
      detail: 'The import kept failing; see the log.',
    });
    throw error;
  }

  private async end(
    run: RunState,
    control: RunControl,
    status: ImportStatus,
    error?: { code: string; detail: string; faults?: unknown },
  ): Promise<void> {
    await this.database.transaction(async (em) => {
      const isOurs = await this.runs.finish(em, run.importId, control.token, { status, error, at: this.clock.now() });
      if (isOurs) await this.reading.unstage(em, run.importId);
    });
  }
}
