import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { affected, row } from '../database/sql';

/** A kind of background work. The name has the form `<lib>.<verb>`; payloads are JSON. */
export interface Job<Payload> {
  readonly name: string;
  readonly maxAttempts: number;
  /** Never set: carries the payload's type. */
  readonly payload?: Payload;
}

export interface EnqueueOptions {
  /** A later job with the same key replaces the waiting one instead of piling up. */
  key?: string;
  /** Jobs of one queue run one after the other. */
  queue?: string;
  runAt?: Date;
}

const defined = new Map<string, Job<unknown>>();

/** Declares a job, once, next to its handler. At start-up every declared job must have exactly one handler. */
export function defineJob<Payload>(name: string, options: { maxAttempts?: number } = {}): Job<Payload> {
  const job: Job<Payload> = { name, maxAttempts: options.maxAttempts ?? 8 };
  if (defined.has(name)) throw new Error(`The job ${name} is declared twice.`);
  defined.set(name, job);
  return job;
}

/** What the house needs to know of jobs: put one on the queue. */
@Injectable()
export class Jobs {
  /** Adds the job in the caller's transaction: it exists if and only if the transaction commits. */
  async enqueue<Payload>(
    em: EntityManager,
    job: Job<Payload>,
    payload: Payload,
    options: EnqueueOptions = {},
  ): Promise<void> {
    await affected(
      em,
      `select graphile_worker.add_job($1, $2::json, queue_name => $3, run_at => $4, max_attempts => $5, job_key => $6)`,
      [
        job.name,
        JSON.stringify(payload),
        options.queue ?? null,
        options.runAt ?? null,
        job.maxAttempts,
        options.key ?? null,
      ],
    );
  }

  /** Whether the job with this key waits, is being done or will be tried again. */
  async isAlive(em: EntityManager, key: string): Promise<boolean> {
    const found = await row<{ alive: boolean }>(
      em,
      `select exists (
         select from graphile_worker.jobs where key = $1 and (attempts < max_attempts or locked_at is not null)
       ) as alive`,
      [key],
    );
    return found!.alive;
  }
}

export interface JobContext {
  /** Aborted when the worker is shutting down: stop at the next safe point and throw, the job is taken up again. */
  signal: AbortSignal;
}

export type JobHandler<Payload> = (payload: Payload, context: JobContext) => Promise<void>;

/** Who does which job. Handlers register themselves when their module starts. */
@Injectable()
export class JobHandlers {
  private readonly handlers = new Map<string, JobHandler<unknown>>();

  register<Payload>(job: Job<Payload>, handler: JobHandler<Payload>): void {
    if (this.handlers.has(job.name)) throw new Error(`The job ${job.name} has two handlers.`);
    this.handlers.set(job.name, handler as JobHandler<unknown>);
  }

  /** @throws Error naming the declared jobs that nobody handles */
  complete(): ReadonlyMap<string, JobHandler<unknown>> {
    const missing = [...defined.keys()].filter((name) => !this.handlers.has(name));
    if (missing.length > 0) throw new Error(`No handler for the jobs ${missing.join(', ')}.`);
    return this.handlers;
  }
}
