import { Injectable, type OnModuleInit } from '@nestjs/common';
import { defineJob, JobHandlers } from '@siyu/platform';
import { WarningsService } from './warnings.service';

/** Warns of points that end soon, once a day, at an hour at which members may be written to. */
export const warnOfExpiry = defineJob<Record<string, never>>('points.warn-of-expiry');

@Injectable()
export class WarningsJobs implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly warnings: WarningsService,
  ) {}

  onModuleInit(): void {
    this.handlers.register(warnOfExpiry, async (_, { signal }) => {
      await this.warnings.warn(signal);
    });
  }
}
