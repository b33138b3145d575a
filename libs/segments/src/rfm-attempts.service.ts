import { Inject, Injectable } from '@nestjs/common';
import { dayOf, type Clock } from '@siyu/kernel';
import { CLOCK, CONFIG, Database, Jobs, sqlState, type Config } from '@siyu/platform';
import { windowOf, type RunWindow } from './domain/windows';
import type { RfmRunRow } from './rfm.entities';
import { compareRfm } from './rfm-runs.events';
import { RfmRunsStore } from './rfm-runs.store';
import { RfmScoringService } from './rfm-scoring.service';

class RunCancelled extends Error {}

/** Doing a run. All of its result is one transaction, so an attempt that dies leaves nothing behind. */
@Injectable()
export class RfmAttemptsService {
  constructor(
    private readonly database: Database,
    private readonly runs: RfmRunsStore,
    private readonly scoring: RfmScoringService,
    private readonly jobs: Jobs,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Does the run, unless it is over. A run that is `running` already was begun by an attempt that died.
   *
   * @param signal aborted when the worker shuts down: the attempt stops and throws, so that its job is taken up again
   * @throws the error of the database when it went away; any other failure ends the run as `failed`
   */
  async perform(runId: string, signal: AbortSignal): Promise<void> {
    const begun = await this.begin(runId);
    if (!begun) return;
    const stop = () => void this.runs.stopScoring(this.database.em).catch(() => undefined);
    signal.addEventListener('abort', stop);
    try {
      signal.throwIfAborted();
      await this.database.transaction(async (em) => {
        if (!(await this.scoring.score(em, begun.run, begun.window))) throw new RunCancelled();
        await this.jobs.enqueue(em, compareRfm, { runId });
      });
    } catch (error) {
      await this.settle(runId, error, signal);
    } finally {
      signal.removeEventListener('abort', stop);
    }
  }

  private async begin(runId: string): Promise<{ run: RfmRunRow; window: RunWindow } | null> {
    const now = this.clock.now();
    return this.database.transaction(async (em) => {
      const run = await this.runs.lock(em, runId);
      if (run?.status !== 'queued' && run?.status !== 'running') return null;
      // The database may still be at the work of a worker that was killed.
      if (run.status === 'running') await this.runs.stopScoring(em);
      const window = windowOf(run.settings, dayOf(now, this.config.timeZone), this.config.timeZone);
      await this.runs.begin(em, runId, window, now);
      return { run, window };
    });
  }

  private async settle(runId: string, error: unknown, signal: AbortSignal): Promise<void> {
    if (error instanceof RunCancelled) return;
    // Whoever called the run off stopped us before the end of his transaction: only behind his lock is the truth.
    const run = await this.database.transaction((em) => this.runs.lock(em, runId));
    if (run?.status === 'cancelled') return;
    const state = sqlState(error);
    // 08: connection lost, 57P: the server stopped or stopped us; no state: the network
    if (signal.aborted || !state || state.startsWith('08') || state.startsWith('57P')) throw error;
    const message = `The database refused the work (SQLSTATE ${state}).`;
    await this.runs.end(this.database.em, runId, 'failed', message, this.clock.now());
  }
}
