import { randomInt } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import {
  makeWorkerUtils,
  run,
  type ParsedCronItem,
  type Runner,
  type WorkerEvents,
  type WorkerUtils,
} from 'graphile-worker';
import pg from 'pg';
import type { Logger } from 'pino';
import { CONFIG, type Config } from '../config/config';
import { LOGGER } from '../logging/logger.token';
import { JobHandlers } from './jobs';
import { graphileLogger } from './graphile-logger';

const CONCURRENCY = 4;
const REAP_EVERY_MS = 10_000;
const RENEW_EVERY_MS = 1000;

/** Names that lock jobs and that no pool knows: a process that was killed before it could write its name down. */
const STRAYS = `select distinct locked_by as name from graphile_worker.jobs j
  where locked_at < now() - interval '1 minute'
    and not exists (select from platform_worker_pools p where j.locked_by = any(p.lock_names))`;

/**
 * Runs jobs in this process. graphile-worker leaves the jobs of a killed process locked for four hours; here every process
 * holds an advisory lock for as long as its connection lives, and whoever finds such a lock free gives that process's jobs
 * back to the queue at once.
 */
@Injectable()
export class WorkerPool implements OnApplicationShutdown {
  private readonly poolId = randomInt(1, 2 ** 47);
  /** Names by which this process's jobs are locked: graphile-worker gives one to each pool of workers. */
  private readonly lockNames: string[] = [];
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
    // From the very first job on it must be known by which name this process locks them.
    const events: WorkerEvents = new EventEmitter();
    const enlisted = Promise.withResolvers<void>();
    events.on('pool:create', ({ workerPool }) => enlisted.resolve(this.enlist(workerPool.id)));
    this.runner = await run({
      events,
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
    await enlisted.promise;
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
        `insert into platform_worker_pools (pool_id, lock_names, started_at) values ($1, $2, now())
         on conflict (pool_id) do update set lock_names = excluded.lock_names`,
        [this.poolId, this.lockNames],
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

  private async enlist(lockName: string): Promise<void> {
    this.lockNames.push(lockName);
    await this.lifeline?.query('update platform_worker_pools set lock_names = $2 where pool_id = $1', [
      this.poolId,
      this.lockNames,
    ]);
  }

  /** Gives back the jobs of pools whose process is gone. */
  private async reap(): Promise<void> {
    const { lifeline } = this;
    if (!lifeline) return; // it is being renewed
    const dead = await lifeline.query<{ pool_id: number; lock_names: string[] }>(
      `select pool_id, lock_names from platform_worker_pools
       where pool_id <> $1 and pg_try_advisory_lock(pool_id)`,
      [this.poolId],
    );
    for (const pool of dead.rows) {
      await this.giveBack(pool.lock_names);
      await lifeline.query('delete from platform_worker_pools where pool_id = $1', [pool.pool_id]);
      await lifeline.query('select pg_advisory_unlock($1)', [pool.pool_id]);
    }
    const { rows: strays } = await lifeline.query<{ name: string }>(STRAYS);
    await this.giveBack(strays.map(({ name }) => name));
  }

  private async giveBack(lockNames: string[]): Promise<void> {
    if (lockNames.length === 0) return;
    await this.utils!.forceUnlockWorkers(lockNames);
    this.logger.warn({ lockNames }, 'gave back the jobs of a worker that is gone');
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
