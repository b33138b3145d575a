import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Module } from '@nestjs/common';
import pg from 'pg';
import { createLogger } from '../logging/logger';
import { readConfig } from '../config/config';
import { row } from '../database/sql';
import { createTestApp, type TestApp } from '../testing';
import { forgetKeys } from '../http/idempotency.jobs';
import { defineEvent, Events } from './events';
import { defineJob, JobHandlers, Jobs } from './jobs';
import { WorkerPool } from './worker-pool';

const greet = defineJob<{ name: string }>('test.greet');
const opened = defineEvent<{ name: string }>('test.opened');

@Module({})
class NothingModule {}

describe('jobs', () => {
  let test: TestApp;
  let greeted: string[] = [];
  const waiting = () => row<{ n: number }>(test.database.em, 'select count(*)::int as n from graphile_worker.jobs');

  beforeAll(async () => {
    test = await createTestApp({ imports: [NothingModule] });
    test.app.get(JobHandlers).register(greet, async ({ name }) => void greeted.push(name));
  });
  beforeEach(() => {
    greeted = [];
  });
  afterAll(() => test.close());

  it('exist if and only if the transaction that added them commits', async () => {
    const jobs = test.app.get(Jobs);
    await test.database.transaction((em) => jobs.enqueue(em, greet, { name: '王芳' }));
    await test.database
      .transaction(async (em) => {
        await jobs.enqueue(em, greet, { name: 'nobody' });
        throw new Error('rolled back');
      })
      .catch(() => undefined);
    await test.runJobs();
    expect(greeted).toEqual(['王芳']);
  });

  it('with one key do not pile up', async () => {
    const jobs = test.app.get(Jobs);
    for (const name of ['first', 'second', 'third'])
      await jobs.enqueue(test.database.em, greet, { name }, { key: 'one' });
    await test.runJobs();
    expect(greeted).toEqual(['third']);
  });

  it('are made for each subscriber of an event, and for nobody without subscribers', async () => {
    const events = test.app.get(Events);
    await events.publish(test.database.em, opened, { name: 'unheard' });
    expect(await waiting()).toEqual({ n: 0 });
    events.subscribe(opened, greet);
    await events.publish(test.database.em, opened, { name: 'heard' });
    await test.runJobs();
    expect(greeted).toEqual(['heard']);
  });

  it('have exactly one handler each', () => {
    const handlers = test.app.get(JobHandlers);
    expect(() => handlers.register(greet, async () => undefined)).toThrow('two handlers');
    expect(() => new JobHandlers().complete()).toThrow('test.greet');
  });

  it('are locked by a name that their pool has written down, so that they can be given back', async () => {
    const { url } = test.database.source.options as { url: string };
    const [begun, go] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const handlers = new JobHandlers();
    handlers.register(greet, () => {
      begun.resolve();
      return go.promise;
    });
    handlers.register(forgetKeys, async () => undefined);
    const pool = new WorkerPool(readConfig({ DATABASE_URL: url }), createLogger('silent', 'worker'), handlers);
    await pool.start([]);
    await test.app.get(Jobs).enqueue(test.database.em, greet, { name: 'slow' });
    await begun.promise;
    const known = await row(
      test.database.em,
      `select locked_by = any(lock_names) as known from graphile_worker.jobs, platform_worker_pools`,
    );
    go.resolve();
    await pool.onApplicationShutdown();
    expect(known).toEqual({ known: true });
  });

  it('of a worker that was killed go to the next one at once', async () => {
    const { url } = await deadWorkerHoldingAJob(test);
    const config = readConfig({ DATABASE_URL: url });
    const done = Promise.withResolvers<void>();
    const handlers = new JobHandlers();
    handlers.register(greet, async () => done.resolve());
    handlers.register(forgetKeys, async () => undefined);
    const pool = new WorkerPool(config, createLogger('silent', 'worker'), handlers);
    await pool.start([]);
    await done.promise;
    await pool.onApplicationShutdown();
    expect(await row(test.database.em, 'select count(*)::int as n from platform_worker_pools')).toEqual({ n: 0 });
  });
});

/** Leaves behind what a killed worker leaves: a locked job, its row among the pools, and no living connection. */
async function deadWorkerHoldingAJob(test: TestApp): Promise<{ url: string }> {
  const options = test.database.source.options as { url: string };
  await test.app.get(Jobs).enqueue(test.database.em, greet, { name: 'orphan' });
  const client = new pg.Client({ connectionString: options.url });
  await client.connect();
  await client.query(`update graphile_worker._private_jobs set locked_at = now(), locked_by = 'dead-worker'`);
  await client.query(`insert into platform_worker_pools values (42, '{dead-worker}', now())`);
  await client.end();
  return { url: options.url };
}
