import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { joinCluster, startCluster } from './cluster.ts';
import { livingPostmaster } from './postmaster.ts';
import { settingsFor, thisMachine } from './settings.ts';

describe('the embedded PostgreSQL of a data folder', () => {
  let dataDir: string;
  beforeEach(() => void (dataDir = mkdtempSync(join(tmpdir(), 'siyu-cluster-'))));
  afterEach(() => rmSync(dataDir, { recursive: true }));

  const settings = { ...settingsFor(thisMachine()), shared_buffers: '128MB' };
  const options = () => ({ dataDir, settings, purpose: 'a test', durable: false });
  const postmaster = () => livingPostmaster(join(dataDir, 'postgres'));

  it('is made for the application: own user and database, UTF-8, checksums, passwords kept to the owner', async () => {
    const cluster = await startCluster(options());
    try {
      const [row] = await ask(
        cluster.url,
        `select current_user as name, rolsuper as super, current_setting('data_checksums') as checksums,
                pg_get_userbyid(datdba) as owner, pg_encoding_to_char(encoding) as encoding, datlocale as locale
           from pg_roles, pg_database where rolname = current_user and datname = current_database()`,
      );
      const owned = { name: 'siyu', super: false, owner: 'siyu' };
      expect(row).toEqual({ ...owned, checksums: 'on', encoding: 'UTF8', locale: 'C.UTF-8' });
      expect(statSync(join(dataDir, 'database.json')).mode & 0o777).toBe(0o600);
      await expect(ask(cluster.url.replace(/:[^:@]+@/, ':wrong@'), 'select 1')).rejects.toThrow(
        /password authentication failed/,
      );
    } finally {
      await cluster.stop();
    }
    expect(postmaster()).toBeUndefined();
  });

  it('keeps data and address from one start to the next', async () => {
    const first = await startCluster(options());
    await ask(first.url, 'create table kept as select 42 as answer');
    await first.stop();
    const second = await startCluster(options());
    try {
      expect(second.url).toBe(first.url);
      expect(await ask(second.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
    } finally {
      await second.stop();
    }
  });

  it('lets a second command join it and refuses a second start, naming the first', async () => {
    const cluster = await startCluster(options());
    try {
      expect(await joinCluster(dataDir)).toBe(cluster.url);
      await expect(startCluster(options())).rejects.toThrow(
        new RegExp(`in use by another Siyu: a test, pid ${process.pid}`),
      );
    } finally {
      await cluster.stop();
    }
    expect(await joinCluster(dataDir)).toBeUndefined();
  });

  it('comes up after its launcher was killed and left the server alone', async () => {
    const launcher = await launchElsewhere(options());
    await kill(launcher);
    const orphan = postmaster();
    expect(orphan?.ready).toBe(true);
    const cluster = await startCluster(options());
    try {
      expect(postmaster()?.pid).not.toBe(orphan?.pid);
      expect(await ask(cluster.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    } finally {
      await cluster.stop();
    }
  });

  it('comes up after launcher and server were killed in the middle of a statement', async () => {
    const launcher = await launchElsewhere(options());
    const { password, port } = JSON.parse(readFileSync(join(dataDir, 'database.json'), 'utf8'));
    const url = `postgres://siyu:${password}@127.0.0.1:${port}/siyu`;
    await ask(url, 'create table kept as select 42 as answer');
    const busy = ask(url, 'select count(*) from generate_series(1, 10000000000)').catch((error) => error);
    await untilBusy(url);
    process.kill(postmaster()!.pid, 'SIGKILL');
    await kill(launcher);
    const cluster = await startCluster(options());
    try {
      expect(await busy).toBeInstanceOf(Error);
      expect(await ask(cluster.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
    } finally {
      await cluster.stop();
    }
  });

  it('gives itself new passwords when the file with them is lost', async () => {
    const first = await startCluster(options());
    await ask(first.url, 'create table kept as select 42 as answer');
    await first.stop();
    rmSync(join(dataDir, 'database.json'));
    const second = await startCluster(options());
    try {
      expect(second.url).not.toBe(first.url);
      expect(await ask(second.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
    } finally {
      await second.stop();
    }
  });

  it('leaves a folder alone that holds something else, or the database of another version', async () => {
    mkdirSync(join(dataDir, 'postgres'));
    writeFileSync(join(dataDir, 'postgres', 'diary.txt'), 'dear diary');
    await expect(startCluster(options())).rejects.toThrow(/not a PostgreSQL database/);
    writeFileSync(join(dataDir, 'postgres', 'PG_VERSION'), '17\n');
    await expect(startCluster(options())).rejects.toThrow(/is of PostgreSQL 17; this Siyu brings 18/);
    expect(readFileSync(join(dataDir, 'postgres', 'diary.txt'), 'utf8')).toBe('dear diary');
  });
});

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client(url);
  client.on('error', () => {}); // servers are killed here
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end().catch(() => {});
  }
}

async function untilBusy(url: string) {
  const sql =
    "select 1 from pg_stat_activity where state = 'active' and query like '%generate_series%' and pid <> pg_backend_pid()";
  while ((await ask(url, sql)).length === 0);
}

/** A launcher in a process of its own, as `npm start` is one. */
async function launchElsewhere(options: object): Promise<ChildProcess> {
  const script = `
    import { startCluster } from ${JSON.stringify(new URL('./cluster.ts', import.meta.url).href)};
    await startCluster(${JSON.stringify(options)});
    console.log('up');
    setInterval(() => {}, 1000);`;
  const stdio = ['ignore', 'pipe', 'inherit'] as const;
  const launcher = spawn(process.execPath, ['--input-type=module', '--eval', script], { stdio: [...stdio] });
  await once(launcher.stdout!, 'data');
  return launcher;
}

async function kill(child: ChildProcess) {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}
