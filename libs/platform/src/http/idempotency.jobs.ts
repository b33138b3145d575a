import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../database/database';
import { affected } from '../database/sql';
import { defineJob, JobHandlers } from '../jobs/jobs';

const KEPT_FOR = '30 days';
const BATCH = 10_000;

/** Forgets the answers of requests that nobody will repeat any more. */
export const forgetKeys = defineJob<Record<string, never>>('platform.forget-keys');

@Injectable()
export class IdempotencyJobs implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly handlers: JobHandlers,
  ) {}

  onModuleInit(): void {
    this.handlers.register(forgetKeys, async (_, { signal }) => {
      while (!signal.aborted && (await this.forgetBatch()) === BATCH);
    });
  }

  private forgetBatch(): Promise<number> {
    return affected(
      this.database.em,
      `delete from platform_idempotency_keys where (key, actor_id) in (
         select key, actor_id from platform_idempotency_keys where created_at < now() - interval '${KEPT_FOR}'
         order by created_at limit ${BATCH})`,
    );
  }
}
