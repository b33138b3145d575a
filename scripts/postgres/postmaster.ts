import { readdirSync, readFileSync, readlinkSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandOf, isAlive } from '../processes.mjs';

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
 * PostgreSQL refuses to start while the pid in its file exists, even when a stranger has that pid by now, or when
 * its dead owner was not buried yet. The pid is then made an impossible one. The file stays: it also tells the new
 * server which shared memory the old one's last processes may still hold.
 */
export function disownDeadPid(folder: string) {
  if (!readPostmaster(folder) || livingPostmaster(folder)) return;
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

/**
 * Ends what works on the folder without a living server above it. Processes of a killed server notice its end only
 * after their statement, which may take minutes, and until then no new server starts. Nothing is lost: it
 * recovers from the log in any case.
 */
export function endLeftBehind(folder: string) {
  if (process.platform !== 'linux' || livingPostmaster(folder)) return;
  const pids = readdirSync('/proc')
    .map(Number)
    .filter((pid) => isServerOf(folder, pid));
  for (const pid of pids) process.kill(pid, 'SIGKILL');
}

/** All of a server's processes work inside its data folder; where that can't be seen, the name has to do. */
function isServerOf(folder: string, pid: number): boolean {
  if (!isAlive(pid) || !/\bpostgres\b/.test(commandOf(pid))) return false;
  if (process.platform !== 'linux') return true;
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(folder);
  } catch {
    return false; // a process of another user is not ours
  }
}
