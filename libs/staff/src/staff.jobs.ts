import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Clock } from '@siyu/kernel';
import { CLOCK, Database, defineJob, JobHandlers } from '@siyu/platform';
import { ACCOUNT_PATIENCE } from './domain/lockout';
import { SessionsStore } from './sessions.store';
import { ThrottlesStore } from './throttles.store';

/** How long a session that is over can still be looked at. */
const SESSIONS_KEPT_DAYS = 30;

/** Removes failed sign-ins that no longer count, and sessions long over. */
export const sweepSignIns = defineJob<Record<string, never>>('staff.sweep-sign-ins');

@Injectable()
export class StaffJobs implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly handlers: JobHandlers,
    private readonly sessions: SessionsStore,
    private readonly throttles: ThrottlesStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.handlers.register(sweepSignIns, async (_, { signal }) => {
      const now = this.clock.now().getTime();
      const forgotten = new Date(now - ACCOUNT_PATIENCE.forgetAfterSeconds * 1000);
      const over = new Date(now - SESSIONS_KEPT_DAYS * 86_400_000);
      while (!signal.aborted && (await this.throttles.sweep(this.database.em, forgotten)));
      while (!signal.aborted && (await this.sessions.sweep(this.database.em, over)));
    });
  }
}
