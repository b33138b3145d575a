import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DomainError, newId, type Clock } from '@siyu/kernel';
import { Audit, CLOCK, Database, Jobs, violates, type Operator } from '@siyu/platform';
import { rfmErrors } from './domain/errors';
import type { RfmRunRow } from './rfm.entities';
import { runJobKey, runRfm } from './rfm-runs.events';
import { RfmRunsStore } from './rfm-runs.store';
import { RfmSettingsService } from './rfm-settings.service';

/** Asking for runs and calling them off. */
@Injectable()
export class RfmRunsService {
  constructor(
    private readonly database: Database,
    private readonly runs: RfmRunsStore,
    private readonly settings: RfmSettingsService,
    private readonly jobs: Jobs,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Queues a run with the settings in force.
   *
   * @param actor null for the schedule
   * @throws DomainError `rfm.run-in-progress` (conflict) with the `runId` of the run that is under way
   */
  async request(actor: Operator | null): Promise<RfmRunRow> {
    try {
      return await this.database.transaction(async (em) => {
        await this.clearTheWay(em);
        const { version, settings } = await this.settings.current(em);
        const runId = newId();
        const requestedBy = actor?.id ?? null;
        await this.runs.insert(em, { runId, version, settings, requestedBy, at: this.clock.now() });
        await this.jobs.enqueue(em, runRfm, { runId }, { key: runJobKey(runId) });
        await this.audit.record(em, { actor, action: 'rfm.run', subject: 'rfm-run', subjectId: runId });
        return (await this.runs.find(em, runId))!;
      });
    } catch (error) {
      if (!violates(error, 'segments_rfm_runs_one_active')) throw error;
      // Somebody else asked at the same moment.
      const active = await this.database.transaction((em) => this.runs.lockActive(em));
      throw active ? rfmErrors.runInProgress(active.runId) : error;
    }
  }

  /** The nightly run; a run that is under way will do. */
  async requestUnlessActive(): Promise<void> {
    try {
      await this.request(null);
    } catch (error) {
      if (!(error instanceof DomainError && error.code === 'rfm.run-in-progress')) throw error;
    }
  }

  /**
   * Calls a run off, also in the middle of its work: nothing of it stays but its record.
   *
   * @throws DomainError `rfm.run-unknown` (not-found), `rfm.run-over` (conflict)
   */
  async cancel(actor: Operator, runId: string): Promise<RfmRunRow> {
    return this.database.transaction(async (em) => {
      const run = await this.runs.lock(em, runId);
      if (!run) throw rfmErrors.runUnknown();
      if (run.status !== 'queued' && run.status !== 'running') throw rfmErrors.runOver(run.status);
      await this.runs.end(em, runId, 'cancelled', null, this.clock.now());
      await this.audit.record(em, { actor, action: 'rfm.cancel-run', subject: 'rfm-run', subjectId: runId });
      // While the row is locked no other run can begin, so this stops ours or none.
      if (run.status === 'running') await this.runs.stopScoring(em);
      return (await this.runs.find(em, runId))!;
    });
  }

  /** A run whose job was given up (the worker died with it time and again) must not stand in the way for ever. */
  private async clearTheWay(em: EntityManager): Promise<void> {
    const active = await this.runs.lockActive(em);
    if (!active) return;
    if (await this.jobs.isAlive(em, runJobKey(active.runId))) throw rfmErrors.runInProgress(active.runId);
    await this.runs.end(em, active.runId, 'failed', 'The run was given up after several attempts.', this.clock.now());
  }
}
