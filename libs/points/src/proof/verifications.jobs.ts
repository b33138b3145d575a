import { Injectable, type OnModuleInit } from '@nestjs/common';
import { defineJob, JobHandlers } from '@siyu/platform';
import { QueuedProofsService } from './queued-proofs.service';
import { proveBooks } from './verifications.events';

/** Proves everybody's books each night. */
export const nightlyProof = defineJob<Record<string, never>>('points.nightly-verify');

@Injectable()
export class VerificationsJobs implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly queue: QueuedProofsService,
  ) {}

  onModuleInit(): void {
    this.handlers.register(proveBooks, ({ verificationId }, { signal }) => this.queue.perform(verificationId, signal));
    this.handlers.register(nightlyProof, async () => {
      await this.queue.request('system');
    });
  }
}
