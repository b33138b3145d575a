import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database, rows } from '@siyu/platform';
import { rfmErrors } from './domain/errors';
import { countDirections, type Step } from './domain/movements';
import { segmentsOf } from './domain/schemes';
import type { RfmRunRow } from './rfm.entities';
import { RfmRunsQueries } from './rfm-runs.queries';
import { RfmRunsStore } from './rfm-runs.store';
import type { RfmMovement } from './rfm-movements.dto';

@Injectable()
export class RfmMovementsQueries {
  constructor(
    private readonly database: Database,
    private readonly store: RfmRunsStore,
    private readonly runs: RfmRunsQueries,
  ) {}

  /** How many customers went from which segment to which; reads the scores of both runs. */
  async steps(em: EntityManager, runId: string, previousRunId: string): Promise<Step[]> {
    return rows<Step>(
      em,
      `select before.segment as "from", after.segment as "to", count(*) as customers
       from (select customer_id, segment from segments_rfm_scores where run_id = $2) before
       full join (select customer_id, segment from segments_rfm_scores where run_id = $1) after using (customer_id)
       group by before.segment, after.segment order by before.segment, after.segment`,
      [runId, previousRunId],
    );
  }

  /**
   * The movement between two runs, by default the latest and the one before it.
   *
   * @throws DomainError `rfm.run-unknown`, `rfm.no-run-yet`, `rfm.no-run-before` (not-found), `rfm.run-not-done`
   *   (conflict), `rfm.scores-dropped` (refused)
   */
  async movement(query: { runId?: string; previousRunId?: string }): Promise<RfmMovement> {
    const run = await this.runs.done(query.runId);
    const previous = await this.previousOf(run, query.previousRunId);
    const stored = run.movement !== null && run.previousRunId === previous.runId;
    const steps = stored ? run.movement! : await this.compared(run, previous);
    const segments = segmentsOf(run.settings.scheme);
    return {
      runId: run.runId,
      previousRunId: previous.runId,
      computedAt: run.finishedAt!.toISOString(),
      previousComputedAt: previous.finishedAt!.toISOString(),
      segments,
      previousSegments: segmentsOf(previous.settings.scheme),
      steps,
      counts: countDirections(steps, segments),
    };
  }

  /** The run to compare with: the one named, else the one it was compared with, else the one before. */
  async previousOf(run: RfmRunRow, previousRunId?: string): Promise<RfmRunRow> {
    const named = previousRunId ?? run.previousRunId;
    if (named) return this.runs.done(named);
    const before = await this.store.latestDone(this.database.em, run.runId);
    if (!before) throw rfmErrors.noRunBefore();
    return before;
  }

  private async compared(run: RfmRunRow, previous: RfmRunRow): Promise<Step[]> {
    if (run.scoresDroppedAt || previous.scoresDroppedAt) throw rfmErrors.scoresDropped();
    return this.steps(this.database.em, run.runId, previous.runId);
  }
}
