import { Injectable } from '@nestjs/common';
import { Database, Events } from '@siyu/platform';
import { rfmCompleted } from './rfm-runs.events';
import { RfmMovementsQueries } from './rfm-movements.queries';
import { RfmRetentionsService } from './rfm-retentions.service';
import { RfmRunsStore } from './rfm-runs.store';

/** What follows a finished run: its movement, the news of it, and the end of the oldest scores. */
@Injectable()
export class RfmComparisonsService {
  constructor(
    private readonly database: Database,
    private readonly runs: RfmRunsStore,
    private readonly movements: RfmMovementsQueries,
    private readonly retentions: RfmRetentionsService,
    private readonly events: Events,
  ) {}

  /** Compares the run with the one before and publishes `segments.rfm-completed`, once however often it is called. */
  async compare(runId: string): Promise<void> {
    const keep = await this.database.transaction(async (em) => {
      const run = await this.runs.lock(em, runId);
      if (run?.status !== 'done') return null;
      if (run.movement) return run.settings.keepRuns;
      const before = await this.runs.latestDone(em, runId);
      const previousRunId = before && !before.scoresDroppedAt && !run.scoresDroppedAt ? before.runId : null;
      const steps = previousRunId ? await this.movements.steps(em, runId, previousRunId) : [];
      await this.runs.recordMovement(em, runId, previousRunId, steps);
      await this.events.publish(em, rfmCompleted, { runId, previousRunId });
      return run.settings.keepRuns;
    });
    if (keep !== null) await this.retentions.dropOutlived(keep);
  }
}
