import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { migrate } from '@siyu/platform';
import * as statements from './fill-statements';
import { fill, type Size } from './fill';

export interface BenchDatabase {
  url: string;
  /** Lets others have it; the database itself goes unless it is to be kept. */
  close(keep: boolean): Promise<void>;
}

/**
 * A database of its own on the server, filled with a shop of the given size. One that an earlier call kept is used again
 * if neither the schema nor the generator has changed since; a comment on it, written last, says that it is complete.
 * Whoever else measures on a database of this size waits until this one is closed.
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
  const server = new pg.Client({ connectionString: serverUrl, keepAlive: true });
  await server.connect();
  const close = async (keep: boolean) => {
    if (!keep) await server.query(`drop database if exists ${name} with (force)`);
    await server.end();
  };
  try {
    await takeTurn(server, name, log);
    const stamp = stampOf(migrations);
    if (await isComplete(server, name, stamp)) log(`using the database ${name} of an earlier time`);
    else
      await make(
        server,
        name,
        stamp,
        async () => {
          await migrate(url.href, migrations);
          await fill(url.href, size, (line) => log(`making ${line}`));
        },
        (seconds) => log(`${sizeOf(size)} made in ${seconds} s`),
      );
    return { url: url.href, close };
  } catch (error) {
    await server.end();
    throw error;
  }
}

function sizeOf({ customers, orders }: Size): string {
  return `${customers.toLocaleString('en')} customers and ${orders.toLocaleString('en')} orders`;
}

/** Holds a lock for as long as the connection lives. */
async function takeTurn(server: pg.Client, name: string, log: (line: string) => void): Promise<void> {
  const lock = 'hashtextextended($1, 0)';
  const found = await server.query<{ mine: boolean }>(`select pg_try_advisory_lock(${lock}) as mine`, [name]);
  if (found.rows[0]!.mine) return;
  log(`waiting for somebody else who measures on ${name}`);
  await server.query(`select pg_advisory_lock(${lock})`, [name]);
}

async function make(
  server: pg.Client,
  name: string,
  stamp: string,
  work: () => Promise<void>,
  done: (seconds: number) => void,
): Promise<void> {
  const started = performance.now();
  await server.query(`drop database if exists ${name} with (force)`);
  await server.query(`create database ${name}`);
  await work();
  await server.query(`comment on database ${name} is '${stamp}'`);
  done(Math.round((performance.now() - started) / 1000));
}

async function isComplete(server: pg.Client, name: string, stamp: string): Promise<boolean> {
  const found = await server.query<{ stamp: string | null }>(
    `select shobj_description(oid, 'pg_database') as stamp from pg_database where datname = $1`,
    [name],
  );
  return found.rows[0]?.stamp === stamp;
}

/** Tells one schema and generator from another. */
function stampOf(migrations: string): string {
  const hash = createHash('sha256').update(JSON.stringify(statements));
  for (const file of readdirSync(migrations).sort()) hash.update(readFileSync(join(migrations, file)));
  return hash.digest('hex').slice(0, 16);
}
