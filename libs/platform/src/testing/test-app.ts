import type { Server } from 'node:http';
import { Module, type DynamicModule, type Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { makeWorkerUtils, runOnce } from 'graphile-worker';
import pg from 'pg';
import { newId, type Clock } from '@siyu/kernel';
import { Authenticator, type TokenReader } from '../auth/authenticator';
import type { Config } from '../config/config';
import { readConfig } from '../config/config';
import { Database } from '../database/database';
import { createHttpApp } from '../http/http-app';
import { graphileLogger } from '../jobs/graphile-logger';
import { JobHandlers } from '../jobs/jobs';
import { createLogger } from '../logging/logger';
import { HttpModule, PlatformModule } from '../platform.module';
import { cloneTestDatabase } from './test-database';

const TEST_STAFF_ID = newId();
const TEST_ENVIRONMENT = {
  DATABASE_POOL_SIZE: '10',
  // Keeps tests from writing a secret into the data folder.
  AUTH_SECRET: 'a secret that signs tokens in tests only',
  // All callers of a test are one.
  RATE_LIMIT_MEMBER: '0',
  RATE_LIMIT_STAFF: '0',
  RATE_LIMIT_API_KEY: '0',
  RATE_LIMIT_PUBLIC: '0',
};

/** Takes the caller straight from the token; for tests of a context without `staff`. */
const TEST_TOKENS: TokenReader = {
  prefix: 'test:',
  verify: (bearer) => Promise.resolve({ subject: bearer, expiresAt: null }),
  actorOf: ({ subject }) => {
    const [, kind, what = ''] = subject.split(':');
    const permissions = new Set(what.split(','));
    if (kind === 'member') return Promise.resolve({ kind, customerId: what, sessionId: what });
    if (kind === 'api-key') return Promise.resolve({ kind, id: TEST_STAFF_ID, permissions });
    return Promise.resolve({ kind: 'staff', id: TEST_STAFF_ID, sessionId: TEST_STAFF_ID, role: 'test', permissions });
  },
};

/** Header value of a member of staff who holds these permissions in a test app. */
export function holding(...permissions: string[]): { authorization: string } {
  return { authorization: `Bearer test:staff:${permissions.join(',')}` };
}

/** Header value of an API key that holds these permissions in a test app. */
export function asApiKey(...permissions: string[]): { authorization: string } {
  return { authorization: `Bearer test:api-key:${permissions.join(',')}` };
}

/** Header value of the customer with this id, signed in as a member in a test app. */
export function asMember(customerId: string): { authorization: string } {
  return { authorization: `Bearer test:member:${customerId}` };
}

export interface TestAppOptions {
  /** Modules under test. */
  imports: (Type | DynamicModule)[];
  clock?: Clock;
  config?: Partial<Config>;
  /** Environment for `readConfig`. */
  env?: NodeJS.ProcessEnv;
}

export interface TestApp {
  app: NestFastifyApplication;
  /** For supertest. */
  server: Server;
  database: Database;
  /** Runs a statement as the owner of the tables, who may do what the application may not. */
  asOwner<Row>(text: string, params?: unknown[]): Promise<Row[]>;
  /** Runs every waiting job to its end, and the jobs that these add. */
  runJobs(): Promise<void>;
  close(): Promise<void>;
}

/** The real HTTP application over a clone of the migrated database. */
export async function createTestApp(options: TestAppOptions): Promise<TestApp> {
  const testDatabase = await cloneTestDatabase();
  const logger = createLogger(process.env.LOG_LEVEL ?? 'fatal', 'api');
  const config = {
    ...readConfig({ DATABASE_URL: testDatabase.url, ...TEST_ENVIRONMENT, ...options.env }),
    ...options.config,
  };

  @Module({
    imports: [PlatformModule.with({ config, logger, clock: options.clock }), HttpModule, ...options.imports],
  })
  class TestRoot {}

  const app = await createHttpApp(TestRoot, { logger, webRoot: null });
  app.get(Authenticator).register(TEST_TOKENS);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return {
    app,
    server: app.getHttpServer(),
    database: app.get(Database),
    asOwner: (text, params) => asOwner(testDatabase.url, text, params),
    runJobs: () => runJobs(app, testDatabase.url),
    close: async () => {
      await app.close();
      await testDatabase.drop();
    },
  };
}

async function asOwner<Row>(connectionString: string, text: string, params?: unknown[]): Promise<Row[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return (await client.query(text, params)).rows as Row[];
  } finally {
    await client.end();
  }
}

async function runJobs(app: NestFastifyApplication, connectionString: string): Promise<void> {
  const logger = graphileLogger(createLogger('silent', 'worker'));
  const never = new AbortController().signal;
  const taskList = Object.fromEntries(
    [...app.get(JobHandlers).complete()].map(([name, handler]) => [
      name,
      (payload: unknown) => handler(payload, { signal: never }),
    ]),
  );
  const utils = await makeWorkerUtils({ connectionString, logger });
  try {
    const isAnyReady = () =>
      utils.withPgClient(async (client) => {
        const ready = await client.query(
          'select from graphile_worker.jobs where run_at <= now() and locked_at is null and last_error is null limit 1',
        );
        return ready.rowCount! > 0;
      });
    // A single pass overlooks jobs whose queue is just being released.
    while (await isAnyReady()) await runOnce({ connectionString, taskList, logger });
    const failed = await utils.withPgClient((client) =>
      client.query<{ task: string; last_error: string }>(
        'select task_identifier as task, last_error from graphile_worker.jobs where last_error is not null',
      ),
    );
    if (failed.rows.length > 0) throw new Error(`job ${failed.rows[0]!.task} failed: ${failed.rows[0]!.last_error}`);
  } finally {
    await utils.release();
  }
}
