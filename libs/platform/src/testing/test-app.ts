import type { Server } from 'node:http';
import { Global, Module, type DynamicModule, type Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { makeWorkerUtils, runOnce } from 'graphile-worker';
import { DomainError, newId, type Clock } from '@siyu/kernel';
import { Authenticator, type Actor } from '../auth/actor';
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
/** Keeps tests from writing a secret into the data folder. */
const AUTH_SECRET = 'a secret that signs tokens in tests only';

/** Takes the permissions straight from the token; for tests of a context without `staff`. */
class TestAuthenticator extends Authenticator {
  async authenticate(bearer: string): Promise<Actor> {
    if (!bearer.startsWith('test:')) {
      throw new DomainError('auth.unauthenticated', 'unauthenticated', 'Sign in first.');
    }
    const permissions = new Set(bearer.slice('test:'.length).split(','));
    return { kind: 'staff', id: TEST_STAFF_ID, sessionId: TEST_STAFF_ID, role: 'test', permissions };
  }
}

@Global()
@Module({
  providers: [{ provide: Authenticator, useClass: TestAuthenticator }],
  exports: [Authenticator],
})
class TestAuthModule {}

/** Header value of a caller who holds these permissions in a test app. */
export function holding(...permissions: string[]): { authorization: string } {
  return { authorization: `Bearer test:${permissions.join(',')}` };
}

export interface TestAppOptions {
  /** Modules under test. */
  imports: (Type | DynamicModule)[];
  clock?: Clock;
  config?: Partial<Config>;
  /** Set when one of the modules brings a real Authenticator. */
  ownAuthenticator?: boolean;
  /** Environment for `readConfig`. */
  env?: NodeJS.ProcessEnv;
}

export interface TestApp {
  app: NestFastifyApplication;
  /** For supertest. */
  server: Server;
  database: Database;
  /** Runs every waiting job to its end, and the jobs that these add. */
  runJobs(): Promise<void>;
  close(): Promise<void>;
}

/** The real HTTP application over a clone of the migrated database. */
export async function createTestApp(options: TestAppOptions): Promise<TestApp> {
  const testDatabase = await cloneTestDatabase();
  const logger = createLogger(process.env.LOG_LEVEL ?? 'fatal', 'api');
  const config = {
    ...readConfig({ DATABASE_URL: testDatabase.url, DATABASE_POOL_SIZE: '10', AUTH_SECRET, ...options.env }),
    ...options.config,
  };

  @Module({
    imports: [
      PlatformModule.with({ config, logger, clock: options.clock }),
      ...(options.ownAuthenticator ? [] : [TestAuthModule]),
      HttpModule,
      ...options.imports,
    ],
  })
  class TestRoot {}

  const app = await createHttpApp(TestRoot, { logger, webRoot: null });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return {
    app,
    server: app.getHttpServer(),
    database: app.get(Database),
    runJobs: () => runJobs(app, testDatabase.url),
    close: async () => {
      await app.close();
      await testDatabase.drop();
    },
  };
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
