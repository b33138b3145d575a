import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import type { Clock } from '@siyu/kernel';
import { CLOCK, Database, LOGGER, sqlState } from '@siyu/platform';
import { RfmRunsStore } from './rfm-runs.store';
import { RfmScoresStore } from './rfm-scores.store';

const LOCK_NOT_AVAILABLE = '55P03';

/** How long scores are kept. */
@Injectable()
export class RfmRetentionsService {
  constructor(
    private readonly database: Database,
    private readonly runs: RfmRunsStore,
    private readonly scores: RfmScoresStore,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Drops the scores of all finished runs but the newest `keep`; scores that somebody reads wait for the next time. */
  async dropOutlived(keep: number): Promise<void> {
    for (const runId of await this.runs.outlived(this.database.em, keep)) {
      try {
        await this.database.transaction(async (em) => {
          await this.scores.drop(em, runId);
          await this.runs.markDropped(em, runId, this.clock.now());
        });
      } catch (error) {
        if (sqlState(error) !== LOCK_NOT_AVAILABLE) throw error;
        this.logger.info({ runId }, 'old RFM scores are being read; they go after the next run');
        return;
      }
    }
  }
}
