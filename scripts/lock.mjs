import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startOf } from './processes.mjs';

/** @typedef {{ pid: number, started: string, purpose: string }} Holder */

/**
 * Takes the lock file, also from an owner that died without giving it back.
 * @param {string} file
 * @param {string} purpose what the owner does, for the message of whoever comes second
 * @returns {Promise<{ held: true, release: () => void } | { held: false, holder: Holder }>}
 */
export async function takeLock(file, purpose) {
  const mine = JSON.stringify({ pid: process.pid, started: startOf(process.pid), purpose });
  const release = () => {
    if (read(file) === mine) rmSync(file, { force: true });
  };
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  try {
    writeFileSync(file, mine, { flag: 'wx' });
    return { held: true, release };
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
  }
  if (!read(file)) await sleep(200); // its owner may be between creating and writing
  const holder = livingHolder(file);
  if (holder) return { held: false, holder };

  // Left behind by a dead process. Of several that see this at once the last to write wins; all look again.
  writeFileSync(`${file}.${process.pid}`, mine);
  renameSync(`${file}.${process.pid}`, file);
  await sleep(100);
  const winner = livingHolder(file);
  return read(file) === mine || !winner ? { held: true, release } : { held: false, holder: winner };
}

/**
 * Waits for its turn.
 * @param {string} file
 * @param {string} purpose
 * @param {(holder: Holder) => void} onWait called once when somebody else has it
 */
export async function waitForLock(file, purpose, onWait) {
  for (let waited = false; ; await sleep(300)) {
    const lock = await takeLock(file, purpose);
    if (lock.held) return lock;
    if (!waited) onWait(lock.holder);
    waited = true;
  }
}

/**
 * @param {string} file
 * @returns {Holder | undefined}
 */
export function livingHolder(file) {
  try {
    const holder = JSON.parse(read(file));
    return startOf(holder.pid) === holder.started ? holder : undefined;
  } catch {
    return undefined;
  }
}

/** @param {string} file */
function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
