import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { appendFileSync, closeSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { claimDataFolder, holderOf } from '../data-folder.ts';
import { anyFreePort, whyNotFree } from '../ports.ts';
import { Problem } from '../problem.mjs';
import { isAlive } from '../processes.mjs';
import { applicationUrl, type Credentials, readCredentials, superuserUrl, writeCredentials } from './credentials.ts';
import { initialise, writeConfiguration } from './initialise.ts';
import { disownDeadPid, endLeftBehind, livingPostmaster } from './postmaster.ts';
import { findPrograms, program, type Programs, within } from './programs.ts';
import { renderSettings, type Settings } from './settings.ts';

/** The embedded PostgreSQL of one data folder, started by this process. */
export interface Cluster {
  /** For the application: its own user and database. */
  url: string;
  /** The maintenance database as superuser. */
  superuserUrl: string;
  port: number;
  /** Settles when the server has ended, asked to or not. */
  ended: Promise<void>;
  stop(): Promise<void>;
}

interface Options {
  dataDir: string;
  settings: Settings;
  /** What for, as shown to whoever wants the folder meanwhile. */
  purpose: string;
  durable?: boolean;
}

/** How to reach the server of a data folder that another living Siyu runs; undefined when none does. */
export async function joinCluster(dataDir: string): Promise<string | undefined> {
  while (holderOf(dataDir)) {
    const credentials = readCredentials(dataDir);
    const server = livingPostmaster(join(dataDir, 'postgres'));
    if (credentials && server?.ready) return applicationUrl({ ...credentials, port: server.port });
    await sleep(200); // it is still starting, or about to end
  }
  return undefined;
}

/**
 * Starts the server, first making the cluster when there is none. After a kill -9 of Siyu its server may still
 * run: that one is stopped cleanly first, so that there is one way to start.
 * @throws Problem when the folder is in use or can't be used
 */
export async function startCluster({ dataDir, settings, purpose, durable = true }: Options): Promise<Cluster> {
  const release = await claimDataFolder(dataDir, purpose);
  try {
    const folder = join(dataDir, 'postgres');
    const programs = findPrograms(folder);
    const orphan = livingPostmaster(folder);
    if (orphan) await stopServer(programs, folder, orphan.pid);
    endLeftBehind(folder);
    disownDeadPid(folder);
    const credentials = initialise(programs, dataDir, durable);
    const { server, port } = await launch(programs, dataDir, credentials, settings);
    if (port !== credentials.port) writeCredentials(dataDir, { ...credentials, port });

    const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
    const stop = async () => {
      if (server.exitCode === null && server.signalCode === null) await stopServer(programs, folder, server.pid!);
      release();
    };
    const reachable = { ...credentials, port };
    return { url: applicationUrl(reachable), superuserUrl: superuserUrl(reachable), port, ended, stop };
  } catch (error) {
    release();
    throw error;
  }
}

/** Tries again while the cause is one that passes: a port that was taken meanwhile, or processes of a killed server that linger. */
async function launch(programs: Programs, dataDir: string, credentials: Credentials, settings: Settings) {
  const folder = join(dataDir, 'postgres');
  const logFile = openLog(dataDir);
  for (let { port } = credentials, attempt = 1; ; attempt++) {
    if (port === 0 || (await whyNotFree(port, '127.0.0.1'))) port = await anyFreePort('127.0.0.1');
    writeConfiguration(programs, folder, renderSettings({ ...settings, port }));
    const before = statSync(logFile).size;
    const server = spawnServer(programs, folder, logFile);
    if (await isReady(server, folder)) return { server, port };
    const log = readFileSync(logFile).subarray(before).toString();
    const willPass = /Address already in use|still in use/.test(log);
    if (!willPass || attempt === 20)
      throw new Problem(`PostgreSQL did not start:\n${log.trim().split('\n').slice(-8).join('\n')}\n(${logFile})`);
    await sleep(500);
  }
}

function spawnServer(programs: Programs, folder: string, logFile: string): ChildProcess {
  const log = openSync(logFile, 'a', 0o600);
  const { dataFlag, options } = within(folder, programs.account);
  // In a session of its own: the terminal's Ctrl-C is for Siyu, which stops the server last.
  const server = spawn(program(programs, 'postgres'), ['-D', dataFlag], {
    ...options,
    detached: true,
    stdio: ['ignore', log, log],
  });
  server.on('error', (error) => appendFileSync(logFile, `${error.message}\n`));
  closeSync(log);
  return server;
}

function openLog(dataDir: string) {
  const file = join(dataDir, 'logs', 'postgres.log');
  mkdirSync(join(dataDir, 'logs'), { recursive: true });
  closeSync(openSync(file, 'a', 0o600));
  if (statSync(file).size < 10 * 2 ** 20) return file;
  renameSync(file, `${file}.1`);
  closeSync(openSync(file, 'a', 0o600));
  return file;
}

/** After a crash this takes as long as the log's replay does, so there is no limit but the end of the process. */
async function isReady(server: ChildProcess, folder: string): Promise<boolean> {
  for (let waited = 0; server.pid && server.exitCode === null && server.signalCode === null; waited += 25) {
    const postmaster = livingPostmaster(folder);
    if (postmaster?.ready && postmaster.pid === server.pid) return true;
    if (waited === 5000) console.log('PostgreSQL is recovering from an unclean stop …');
    await sleep(25);
  }
  return false;
}

/** Ends all connections and waits until everything is on disk; a server that hangs for a minute is cut short, which costs no data. */
async function stopServer(programs: Programs, folder: string, pid: number) {
  for (const [mode, signal, seconds] of [
    ['fast', 'SIGINT', 60],
    ['immediate', 'SIGQUIT', 10],
  ] as const) {
    if (process.platform === 'win32') spawnSync(program(programs, 'pg_ctl'), ['stop', '-m', mode, '-D', folder]);
    else if (isAlive(pid)) process.kill(pid, signal);
    for (let waited = 0; waited < seconds * 1000; waited += 25) {
      if (!isAlive(pid)) return;
      await sleep(25);
    }
  }
}
