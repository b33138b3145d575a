import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/*
 * What the system tells about another process. On Linux from /proc, for `ps` is missing in many containers;
 * elsewhere from `ps`.
 */

/**
 * When a process was started, in the system's own words; undefined when it is gone. Pid and start time together
 * name one process for good: a pid alone is given out again, in containers within seconds.
 * @param {number} pid
 * @returns {string | undefined}
 */
export function startOf(pid) {
  if (process.platform === 'linux') {
    const [state = 'X', ...fields] = stat(pid);
    return state === 'X' || state === 'Z' ? undefined : fields[18]; // a zombie is gone, only not yet buried
  }
  if (process.platform === 'win32') return isAlive(pid) ? 'alive' : undefined;
  return ps('lstart', pid) || undefined;
}

/** @param {number} pid */
export function isAlive(pid) {
  if (process.platform === 'linux') return startOf(pid) !== undefined;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/** @param {number} pid */
export function parentOf(pid) {
  return Number(process.platform === 'linux' ? stat(pid)[1] : ps('ppid', pid));
}

/**
 * @param {number} pid
 * @returns {string} its command line, empty when it can't be seen
 */
export function commandOf(pid) {
  if (process.platform === 'linux') return read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ');
  if (process.platform === 'win32') return tell('tasklist', '/NH', '/FI', `PID eq ${pid}`);
  return ps('command', pid);
}

/**
 * The fields of /proc/<pid>/stat from the state on; the name before it may hold anything.
 * @param {number} pid
 */
function stat(pid) {
  return read(`/proc/${pid}/stat`)
    .replace(/^.*\) /s, '')
    .split(' ')
    .filter(Boolean);
}

/** @param {string} file */
function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/**
 * @param {string} field
 * @param {number} pid
 */
function ps(field, pid) {
  return tell('ps', '-ww', '-o', `${field}=`, '-p', String(pid));
}

/**
 * @param {string} command
 * @param {string[]} args
 */
function tell(command, ...args) {
  try {
    return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return '';
  }
}
