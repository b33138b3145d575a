import { Injectable, type OnModuleInit } from '@nestjs/common';
import { defineJob, JobHandlers } from '@siyu/platform';
import { RfmComparisonsService } from './rfm-comparisons.service';
import { RfmAttemptsService } from './rfm-attempts.service';
import { RfmRunsService } from './rfm-runs.service';
import { compareRfm, runRfm } from './rfm-runs.events';

/** Starts a run each night, unless one is under way. */
export const nightlyRfm = defineJob<Record<string, never>>('segments.nightly-rfm');

@Injectable()
export class RfmRunsJobs implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly runs: RfmRunsService,
    private readonly attempts: RfmAttemptsService,
    private readonly comparisons: RfmComparisonsService,
  ) {}

  onModuleInit(): void {
    this.handlers.register(runRfm, ({ runId }, { signal }) => this.attempts.perform(runId, signal));
    this.handlers.register(compareRfm, ({ runId }) => this.comparisons.compare(runId));
    this.handlers.register(nightlyRfm, () => this.runs.requestUnlessActive());
  }
}
