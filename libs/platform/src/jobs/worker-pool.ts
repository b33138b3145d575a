import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { makeWorkerUtils, run, type ParsedCronItem, type Runner, type WorkerUtils } from 'graphile-worker';
import pg from 'pg';
import type { Logger } from 'pino';
import { CONFIG, type Config } from '../config/config';
import { LOGGER } from '../logging/logger.token';
import { JobHandlers } from './jobs';
import { graphileLogger } from './graphile-logger';

const CONCURRENCY = 4;
const REAP_EVERY_MS = 10_000;
const RENEW_EVERY_MS = 1000;

/**
 * Runs jobs in this process. graphile-worker leaves the jobs of a killed process locked for four hours; here every process
 * holds an advisory lock for as long as its connection lives, and whoever finds such a lock free gives that process's jobs
 * back to the queue at once.
 */
@Injectable()
export class WorkerPool implements OnApplicationShutdown {
  private readonly poolId = randomInt(1, 2 ** 47);
  private readonly workerIds: string[] = [];
  private readonly stopping = new AbortController();
  private lifeline?: pg.Client;
  private utils?: WorkerUtils;
  private runner?: Runner;
  private reaping?: NodeJS.Timeout;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly handlers: JobHandlers,
  ) {}

  /** Starts taking jobs and keeps to the schedule. */
  async start(schedule: ParsedCronItem[]): Promise<void> {
    await this.holdLifeline();
    this.utils = await makeWorkerUtils({
      connectionString: this.config.databaseUrl,
      logger: graphileLogger(this.logger),
    });
    await this.reap();
    this.runner = await run({
      connectionString: this.config.databaseUrl,
      concurrency: CONCURRENCY,
      noHandleSignals: true,
      pollInterval: 1000,
      logger: graphileLogger(this.logger),
      parsedCronItems: schedule,
      taskList: Object.fromEntries(
        [...this.handlers.complete()].map(([name, handler]) => [
          name,
          (payload: unknown) => handler(payload, { signal: this.stopping.signal }),
        ]),
      ),
    });
    this.runner.events.on('worker:create', ({ worker }) => void this.enlist(worker.workerId));
    this.reaping = setInterval(
      () => void this.reap().catch((error) => this.logger.warn(error, 'reaping failed')),
      REAP_EVERY_MS,
    );
  }

  /** Holds the lock that says that this process lives; when the connection breaks, on a new one as soon as there is one. */
  private async holdLifeline(): Promise<void> {
    const lifeline = new pg.Client({ connectionString: this.config.databaseUrl, keepAlive: true });
    lifeline.on('error', (error) => this.logger.error(error, 'the lifeline of this worker broke'));
    lifeline.once('end', () => void this.renewLifeline(lifeline));
    try {
      await lifeline.connect();
      await lifeline.query('select pg_advisory_lock($1)', [this.poolId]);
      await lifeline.query(
        `insert into platform_worker_pools (pool_id, worker_ids, started_at) values ($1, $2, now())
         on conflict (pool_id) do update set worker_ids = excluded.worker_ids`,
        [this.poolId, this.workerIds],
      );
    } catch (error) {
      await lifeline.end().catch(() => undefined); // it may hold the lock
      throw error;
    }
    this.lifeline = lifeline;
  }

  private async renewLifeline(broken: pg.Client): Promise<void> {
    if (this.lifeline !== broken) return;
    this.lifeline = undefined;
    while (!this.stopping.signal.aborted && !this.lifeline) {
      await sleep(RENEW_EVERY_MS);
      await this.holdLifeline().catch((error) => this.logger.warn(error, 'no new lifeline for this worker yet'));
    }
  }

  private async enlist(workerId: string): Promise<void> {
    this.workerIds.push(workerId);
    await this.lifeline?.query('update platform_worker_pools set worker_ids = $2 where pool_id = $1', [
      this.poolId,
      this.workerIds,
    ]);
  }

  /** Gives back the jobs of pools whose process is gone. */
  private async reap(): Promise<void> {
    const { lifeline } = this;
    if (!lifeline) return; // it is being renewed
    const dead = await lifeline.query<{ pool_id: number; worker_ids: string[] }>(
      `select pool_id, worker_ids from platform_worker_pools
       where pool_id <> $1 and pg_try_advisory_lock(pool_id)`,
      [this.poolId],
    );
    for (const pool of dead.rows) {
      if (pool.worker_ids.length > 0) await this.utils!.forceUnlockWorkers(pool.worker_ids);
      await lifeline.query('delete from platform_worker_pools where pool_id = $1', [pool.pool_id]);
      await lifeline.query('select pg_advisory_unlock($1)', [pool.pool_id]);
      this.logger.warn({ workers: pool.worker_ids.length }, 'gave back the jobs of a worker that is gone');
    }
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.reaping);
    this.stopping.abort(new Error('the worker is shutting down'));
    await this.runner?.stop();
    await this.utils?.release();
    const { lifeline } = this;
    this.lifeline = undefined;
    await lifeline?.query('delete from platform_worker_pools where pool_id = $1', [this.poolId]).catch(() => undefined);
    await lifeline?.end();
  }
}
