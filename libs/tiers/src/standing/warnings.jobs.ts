import { Injectable, type OnModuleInit } from '@nestjs/common';
import { defineJob, JobHandlers } from '@siyu/platform';
import { WarningsService } from './warnings.service';

/** Warns of tiers that end soon, once a day, at an hour at which members may be written to. */
export const warnOfFall = defineJob<Record<string, never>>('tiers.warn-of-fall');

@Injectable()
export class WarningsJobs implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly warnings: WarningsService,
  ) {}

  onModuleInit(): void {
    this.handlers.register(warnOfFall, async (_, { signal }) => {
      await this.warnings.warn(signal);
    });
  }
}
