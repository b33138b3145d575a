import { createHash, randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { migrate } from '../database/migrate';

const MIGRATIONS = fileURLToPath(new URL('../../../../apps/api/migrations', import.meta.url));
/** Any number that no other program would use for the same purpose. */
const TEMPLATE_LOCK = 7_365_111;

/** Address of a database on the test server. */
function testDatabaseUrl(name: string): string {
  const base = process.env.TEST_DATABASE_URL;
  if (!base) throw new Error('TEST_DATABASE_URL is missing: run tests by `npm test` or `npx nx test <lib>`.');
  const url = new URL(base);
  url.pathname = `/${name}`;
  return url.href;
}

async function onTestServer<Result>(work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: testDatabaseUrl('postgres') });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The migrated database that all test databases are copied from; named after the migrations, made by whoever is first. */
async function templateDatabase(client: pg.Client): Promise<string> {
  const hash = createHash('sha256');
  for (const file of (await readdir(MIGRATIONS)).sort())
    hash.update(file).update(await readFile(join(MIGRATIONS, file)));
  const name = `siyu_template_${hash.digest('hex').slice(0, 12)}`;
  await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
  try {
    const found = await client.query('select from pg_database where datname = $1 and datistemplate', [name]);
    if (found.rowCount === 0) {
      await client.query(`drop database if exists ${name} with (force)`);
      await client.query(`create database ${name}`);
      await migrate(testDatabaseUrl(name), MIGRATIONS);
      await client.query(`alter database ${name} is_template true`);
    }
  } finally {
    await client.query('select pg_advisory_unlock($1)', [TEMPLATE_LOCK]);
  }
  return name;
}

export interface TestDatabase {
  url: string;
  drop(): Promise<void>;
}

/** A fresh, migrated database of its own. Call `drop` in `afterAll`, after everything that holds a connection. */
export async function cloneTestDatabase(): Promise<TestDatabase> {
  const name = `siyu_test_${process.env.JEST_WORKER_ID ?? 0}_${randomBytes(4).toString('hex')}`;
  await onTestServer(async (client) =>
    client.query(`create database ${name} template ${await templateDatabase(client)}`),
  );
  return {
    url: testDatabaseUrl(name),
    drop: async () =>
      void (await onTestServer((client) => client.query(`drop database if exists ${name} with (force)`))),
  };
}
