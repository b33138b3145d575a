import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Clock } from '@siyu/kernel';
import { CLOCK, Database, defineJob, JobHandlers } from '@siyu/platform';
import { MemberCodesStore } from './member-codes.store';
import { MemberSessionsStore } from './member-sessions.store';

const DAY_MS = 86_400_000;
/** How long a session that is over can still be looked at. */
const SESSIONS_KEPT_DAYS = 30;

/** Removes codes and counts that no longer matter, and sessions long over. */
export const sweepMemberSignIns = defineJob<Record<string, never>>('customers.sweep-member-sign-ins');

@Injectable()
export class MembersJobs implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly handlers: JobHandlers,
    private readonly codes: MemberCodesStore,
    private readonly sessions: MemberSessionsStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.handlers.register(sweepMemberSignIns, async (_, { signal }) => {
      const now = this.clock.now().getTime();
      const over = new Date(now - SESSIONS_KEPT_DAYS * DAY_MS);
      while (!signal.aborted && (await this.codes.sweep(this.database.em, new Date(now - DAY_MS))));
      while (!signal.aborted && (await this.sessions.sweep(this.database.em, over)));
    });
  }
}
