import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { migrate } from '@siyu/platform';
import * as statements from './fill-statements';
import { fill, type Size } from './fill';

export interface BenchDatabase {
  url: string;
  drop(): Promise<void>;
}

/**
 * A database of its own on the server, filled with a shop of the given size. One that an earlier call kept is used again
 * if neither the schema nor the generator has changed since; a comment on it, written last, says that it is complete.
 */
export async function openBenchDatabase(
  serverUrl: string,
  migrations: string,
  size: Size,
  log: (line: string) => void,
): Promise<BenchDatabase> {
  const name = `siyu_bench_${size.customers}_${size.orders}`;
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const stamp = stampOf(migrations);
  const server = new pg.Client({ connectionString: serverUrl });
  await server.connect();
  try {
    if (await isComplete(server, name, stamp)) {
      log(`using the database ${name} of an earlier time`);
    } else {
      const started = performance.now();
      log(`making ${size.customers.toLocaleString('en')} customers and ${size.orders.toLocaleString('en')} orders`);
      await server.query(`drop database if exists ${name} with (force)`);
      await server.query(`create database ${name}`);
      await migrate(url.href, migrations);
      await fill(url.href, size, (line) => log(`making ${line}`));
      await server.query(`comment on database ${name} is '${stamp}'`);
      log(`made in ${Math.round((performance.now() - started) / 1000)} s`);
    }
  } finally {
    await server.end();
  }
  return { url: url.href, drop: () => dropDatabase(serverUrl, name) };
}

async function isComplete(server: pg.Client, name: string, stamp: string): Promise<boolean> {
  const found = await server.query<{ stamp: string | null }>(
    `select shobj_description(oid, 'pg_database') as stamp from pg_database where datname = $1`,
    [name],
  );
  return found.rows[0]?.stamp === stamp;
}

async function dropDatabase(serverUrl: string, name: string): Promise<void> {
  const server = new pg.Client({ connectionString: serverUrl });
  await server.connect();
  try {
    await server.query(`drop database if exists ${name} with (force)`);
  } finally {
    await server.end();
  }
}

/** Tells one schema and generator from another. */
function stampOf(migrations: string): string {
  const hash = createHash('sha256').update(JSON.stringify(statements));
  for (const file of readdirSync(migrations).sort()) hash.update(readFileSync(join(migrations, file)));
  return hash.digest('hex').slice(0, 16);
}
