import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { livingHolder, takeLock } from './lock.mjs';
import { Problem } from './problem.mjs';

/*
 * The data folder (DATA_DIR): embedded database, uploads, secrets. One Siyu at a time has the embedded database
 * in it open, which `siyu.lock` stands for.
 */

/** Makes the folder, closed to others. */
export function makeDataFolder(dataDir: string) {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw unusable(dataDir, error as NodeJS.ErrnoException);
  }
}

/**
 * @returns what gives it back
 * @throws Problem when another living Siyu has it, or it can't be written
 */
export async function claimDataFolder(dataDir: string, purpose: string): Promise<() => void> {
  makeDataFolder(dataDir);
  const lock = await takeLock(lockOf(dataDir), purpose).catch((error) => {
    throw unusable(dataDir, error);
  });
  if (!lock.held) throw inUse(dataDir, lock.holder);
  return lock.release;
}

/** @throws Problem when another living Siyu has the folder; asked before anything else is begun */
export function refuseIfInUse(dataDir: string) {
  const holder = holderOf(dataDir);
  if (holder) throw inUse(dataDir, holder);
}

export function holderOf(dataDir: string) {
  return livingHolder(lockOf(dataDir));
}

function lockOf(dataDir: string) {
  return join(dataDir, 'siyu.lock');
}

function inUse(dataDir: string, { purpose, pid }: { purpose: string; pid: number }) {
  return new Problem(
    `The data folder ${dataDir} is in use by another Siyu: ${purpose}, pid ${pid}.\n` +
      'Stop that one first, or choose another folder: DATA_DIR=… npm start',
  );
}

function unusable(dataDir: string, error: NodeJS.ErrnoException) {
  return new Problem(
    `The data folder ${dataDir} can't be used (${error.code ?? error.message}): it must be a folder that you may write to.\n` +
      'Start Siyu as its owner, or choose another folder: DATA_DIR=… npm start',
  );
}
