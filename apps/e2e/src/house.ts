import { fork, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

const dist = fileURLToPath(new URL('../../../dist', import.meta.url));

export const ADMINISTRATOR = { email: 'admin@localhost', password: 'a long walk home at night' };

/** The whole product as its users meet it: built API, worker and console over a database of its own. */
export interface House {
  address: string;
  stop(): Promise<void>;
}

/** Starts the house on a free port. Needs `TEST_DATABASE_URL` and a build (`npm run build`). */
export async function startHouse(): Promise<House> {
  const server = process.env.TEST_DATABASE_URL;
  if (!server) throw new Error('TEST_DATABASE_URL is missing: run by `npm test` or `npx nx test e2e`.');
  const database = `siyu_e2e_${randomBytes(4).toString('hex')}`;
  await onServer(server, `create database ${database}`);
  const dataDir = await mkdtemp(join(tmpdir(), 'siyu-e2e-'));
  const url = new URL(server);
  url.pathname = `/${database}`;
  const env = {
    ...process.env,
    DATABASE_URL: url.href,
    DATA_DIR: dataDir,
    WEB_ROOT: join(dist, 'web'),
    PORT: '0',
    HOST: '127.0.0.1',
    ADMIN_EMAIL: ADMINISTRATOR.email,
    ADMIN_PASSWORD: ADMINISTRATOR.password,
    LOG_LEVEL: 'warn',
    NODE_OPTIONS: '',
  };
  const api = await startProcess('api/main.js', env);
  const worker = await startProcess('worker/main.js', env);
  return {
    address: api.address.replace('[::1]', '127.0.0.1'),
    stop: async () => {
      await Promise.all([stopProcess(api.child), stopProcess(worker.child)]);
      await onServer(server, `drop database ${database} with (force)`);
      await rm(dataDir, { recursive: true });
    },
  };
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}

function startProcess(entry: string, env: NodeJS.ProcessEnv): Promise<{ child: ChildProcess; address: string }> {
  const child = fork(join(dist, entry), {
    env,
    execArgv: ['--enable-source-maps'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`${entry} ended with ${code} before it was ready`)));
    child.on('message', (message: { type?: string; address?: string }) => {
      if (message.type === 'ready') resolve({ child, address: message.address ?? '' });
    });
  });
}

function stopProcess(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}
