import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startOf } from '../lock.mjs';

/** What a server writes into `postmaster.pid` of its folder: it outlives a server that was killed. */
export interface Postmaster {
  pid: number;
  port: number;
  ready: boolean;
}

export function parsePostmaster(text: string): Postmaster | undefined {
  const lines = text.split('\n');
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  return { pid, port: Number(lines[3] ?? 0), ready: lines[7]?.trim() === 'ready' };
}

/** The living server of a folder. A pid in the file may by now belong to a stranger, so the process itself is asked. */
export function livingPostmaster(folder: string): Postmaster | undefined {
  const postmaster = readPostmaster(folder);
  return postmaster && isServerOf(folder, postmaster.pid) ? postmaster : undefined;
}

/**
 * PostgreSQL refuses to start while the pid in its file is alive, even when a stranger has that pid by now. The
 * pid is then made an impossible one. The file stays: it also tells the new server which shared memory the old
 * one's last processes may still hold.
 */
export function disownStrangersPid(folder: string) {
  const postmaster = readPostmaster(folder);
  if (!postmaster || !startOf(postmaster.pid) || isServerOf(folder, postmaster.pid)) return;
  const file = join(folder, 'postmaster.pid');
  writeFileSync(file, withPid(readFileSync(file, 'utf8'), 2 ** 31 - 1));
}

export function withPid(text: string, pid: number): string {
  return text.replace(/^\d+/, String(pid));
}

function readPostmaster(folder: string) {
  try {
    return parsePostmaster(readFileSync(join(folder, 'postmaster.pid'), 'utf8'));
  } catch {
    return undefined;
  }
}

/** A server works inside its data folder; where that can't be seen, its command line names it. */
function isServerOf(folder: string, pid: number): boolean {
  if (!startOf(pid)) return false;
  try {
    if (process.platform === 'linux') return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(folder);
    if (process.platform === 'win32') return tell('tasklist', '/NH', '/FI', `PID eq ${pid}`).includes('postgres');
    const command = tell('ps', '-ww', '-o', 'command=', '-p', String(pid));
    return command.includes('postgres') && command.includes(folder);
  } catch {
    return false;
  }
}

function tell(command: string, ...args: string[]) {
  return execFileSync(command, args, { encoding: 'utf8' });
}
