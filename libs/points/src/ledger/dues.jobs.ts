import { Injectable, type OnModuleInit } from '@nestjs/common';
import { defineJob, JobHandlers } from '@siyu/platform';
import { DuesService } from './dues.service';

/** Books what is due by now. Every few minutes, and so at the beginning of each day in every time zone there is. */
export const settleDue = defineJob<Record<string, never>>('points.settle-due');

@Injectable()
export class DuesJobs implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly dues: DuesService,
  ) {}

  onModuleInit(): void {
    this.handlers.register(settleDue, async (_, { signal }) => {
      await this.dues.settleDue(signal);
    });
  }
}
