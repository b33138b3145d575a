import { Inject, Injectable } from '@nestjs/common';
import { DomainError, newId, type Clock } from '@siyu/kernel';
import { Audit, CLOCK, CONFIG, Database, Jobs, violates, type Config, type Operator } from '@siyu/platform';
import type { EntityManager } from 'typeorm';
import { VersionsQueries } from '../ladders/versions.queries';
import { evaluationErrors } from './domain/errors';
import { nextReplay } from './domain/replays';
import type { RunCause, RunRow } from './evaluation.entities';
import { runEvaluation, runJobKey } from './runs.events';
import { RunsStore } from './runs.store';

/** Asking for evaluations of everybody, and calling them off. */
@Injectable()
export class RunsService {
  constructor(
    private readonly database: Database,
    private readonly runs: RunsStore,
    private readonly versions: VersionsQueries,
    private readonly jobs: Jobs,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Queues an evaluation of everybody by the version in force.
   *
   * @param actor null for the schedule and for publications
   * @throws DomainError `tiers.no-ladder` (conflict), `tiers.run-in-progress` (conflict) with the `runId`
   */
  async request(cause: RunCause, actor: Operator | null): Promise<RunRow> {
    try {
      return await this.database.transaction(async (em) => {
        await this.clearTheWay(em);
        const next = await this.next(em);
        const [runId, requestedBy] = [newId(), actor?.id ?? null];
        await this.runs.insert(em, { runId, cause, requestedBy, requestedAt: this.clock.now(), ...next });
        await this.jobs.enqueue(em, runEvaluation, { runId }, { key: runJobKey(runId) });
        await this.audit.record(em, { actor, action: 'tiers.evaluate', subject: 'tier-run', subjectId: runId });
        return (await this.runs.find(em, runId))!;
      });
    } catch (error) {
      if (!violates(error, 'tiers_runs_one_active')) throw error;
      const active = await this.database.transaction((em) => this.runs.lockActive(em));
      throw active ? evaluationErrors.runInProgress(active.runId) : error;
    }
  }

  /** What is to be evaluated next: the past of a first version that began in it, and then now. */
  private async next(em: EntityManager) {
    const now = this.clock.now();
    const inForce = await this.versions.inForce(em, now);
    if (!inForce) throw evaluationErrors.noLadder();
    const { ladderId, version } = inForce;
    const isPlacement = !(await this.runs.anyDone(em));
    const replay = isPlacement ? nextReplay(inForce, await this.runs.lastReplay(em), now, this.config.timeZone) : null;
    return { ladderId, version, isPlacement, asOf: replay ?? now, ...(replay ? { cause: 'replay' as const } : {}) };
  }

  /** Of the schedule and of publications: a run that is under way looks for a newer version when it ends. */
  async requestUnlessActive(cause: RunCause): Promise<void> {
    try {
      await this.request(cause, null);
    } catch (error) {
      const isExpected =
        error instanceof DomainError && ['tiers.no-ladder', 'tiers.run-in-progress'].includes(error.code);
      if (!isExpected) throw error;
    }
  }

  /**
   * Calls a run off. Who was evaluated stays where she was brought; the next run goes on with the others.
   *
   * @throws DomainError `tiers.run-unknown` (not-found), `tiers.run-over` (conflict)
   */
  async cancel(actor: Operator, runId: string): Promise<RunRow> {
    return this.database.transaction(async (em) => {
      const run = await this.runs.lock(em, runId);
      if (!run) throw evaluationErrors.runUnknown();
      if (run.status !== 'queued' && run.status !== 'running') throw evaluationErrors.runOver(run.status);
      await this.runs.end(em, runId, 'cancelled', null, this.clock.now());
      await this.audit.record(em, { actor, action: 'tiers.cancel-run', subject: 'tier-run', subjectId: runId });
      return (await this.runs.find(em, runId))!;
    });
  }

  /** A run whose job was given up must not stand in the way for ever. */
  private async clearTheWay(em: EntityManager): Promise<void> {
    const active = await this.runs.lockActive(em);
    if (!active) return;
    if (await this.jobs.isAlive(em, runJobKey(active.runId))) throw evaluationErrors.runInProgress(active.runId);
    await this.runs.end(em, active.runId, 'failed', 'The run was given up after several attempts.', this.clock.now());
  }
}
