import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type Child, startChild } from '../children.ts';
import { anyFreePort } from '../ports.ts';
import { type Cluster, startCluster } from '../postgres/cluster.ts';
import { livingPostmaster } from '../postgres/postmaster.ts';
import { settingsFor, thisMachine } from '../postgres/settings.ts';

export type Victim = 'api' | 'worker' | 'backend' | 'database' | 'database, away for long';

export const ADMINISTRATOR = { email: 'faults@localhost', password: randomBytes(12).toString('hex') };

/**
 * API, worker and a PostgreSQL of their own, safe as the real one (`fsync` on), which can be killed one by one and come back.
 * It kills nothing that it did not start.
 */
export class FaultHouse {
  /** Processes that ended without being killed. */
  readonly crashes: string[] = [];
  address = '';
  private readonly dataDir = mkdtempSync(join(tmpdir(), 'siyu-faults-'));
  private readonly children = new Map<'api' | 'worker', Child>();
  private port = 0;
  private cluster: Cluster | undefined;
  private closing = false;

  private readonly abort: AbortSignal;

  constructor(abort: AbortSignal) {
    this.abort = abort;
  }

  async open(): Promise<void> {
    this.port = await anyFreePort('127.0.0.1');
    this.address = `http://127.0.0.1:${this.port}`;
    await this.startDatabase();
    await Promise.all([this.startProcess('api'), this.startProcess('worker')]);
  }

  async close(): Promise<void> {
    this.closing = true;
    await Promise.all([...this.children.values()].map((child) => child.stop()));
    await this.cluster?.stop();
    rmSync(this.dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }

  /** kill -9, and back again. @returns when it is back, as far as the house itself can tell */
  async strike(victim: Victim): Promise<void> {
    if (victim === 'api' || victim === 'worker') {
      const child = this.children.get(victim)!;
      this.children.delete(victim);
      process.kill(child.pid, 'SIGKILL');
      await child.ended;
      await this.startProcess(victim);
    } else if (victim === 'backend') await this.killBackend();
    else await this.killDatabase(victim === 'database' ? 0 : 12_000);
  }

  /** A connection to the application's database as superuser. */
  async asSuperuser<Result>(work: (client: pg.Client) => Promise<Result>): Promise<Result> {
    const url = new URL(this.cluster!.superuserUrl);
    url.pathname = '/siyu';
    const client = new pg.Client({ connectionString: url.href });
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  }

  /** Starts again what ended by itself, which the run counts as a fault of ours. */
  async revive(): Promise<void> {
    for (const name of ['api', 'worker'] as const) if (!this.children.has(name)) await this.startProcess(name);
  }

  private async startDatabase(): Promise<void> {
    const settings = { ...settingsFor(thisMachine()), shared_buffers: '256MB' };
    this.cluster = await startCluster({ dataDir: this.dataDir, settings, purpose: 'npm run test:faults' });
  }

  private async killDatabase(awayMs: number): Promise<void> {
    const postmaster = livingPostmaster(join(this.dataDir, 'postgres'));
    process.kill(postmaster!.pid, 'SIGKILL');
    await this.cluster!.ended;
    await this.cluster!.stop(); // gives the folder back
    await sleep(awayMs, undefined, { signal: this.abort });
    await this.startDatabase();
  }

  /** One of the application's connections. PostgreSQL then ends all of them and recovers by itself. */
  private async killBackend(): Promise<void> {
    const pid = await this.asSuperuser(async (client) => {
      const found = await client.query<{ pid: number }>(
        `select pid from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()
         order by state = 'active' desc, random() limit 1`,
      );
      return found.rows[0]!.pid;
    });
    process.kill(pid, 'SIGKILL');
  }

  private async startProcess(name: 'api' | 'worker'): Promise<void> {
    const env = {
      ...process.env,
      DATABASE_URL: this.cluster!.url,
      DATA_DIR: this.dataDir,
      HOST: '127.0.0.1',
      PORT: String(this.port),
      ADMIN_EMAIL: ADMINISTRATOR.email,
      ADMIN_PASSWORD: ADMINISTRATOR.password,
      RATE_LIMIT_STAFF: '0',
      LOG_LEVEL: process.env.LOG_LEVEL ?? 'silent',
      NODE_OPTIONS: '',
    };
    const child = await startChild(name, env, this.abort, () => {});
    this.children.set(name, child);
    void child.ended.then((how) => {
      if (this.children.get(name) !== child || this.closing) return;
      this.children.delete(name);
      this.crashes.push(how);
    });
  }
}
