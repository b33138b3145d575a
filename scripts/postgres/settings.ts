import { statfsSync } from 'node:fs';
import { availableParallelism, totalmem } from 'node:os';

export interface Machine {
  memoryMb: number;
  cores: number;
  /** Whether POSIX shared memory has room for parallel queries; a container's 64 MB do not. */
  roomyShm: boolean;
}

export type Settings = Record<string, string | number>;

/** What this process may use: a container's limit counts, not its host's size. */
export function thisMachine(): Machine {
  const limit = process.constrainedMemory() || Infinity;
  return {
    memoryMb: Math.floor(Math.min(totalmem(), limit) / 2 ** 20),
    cores: availableParallelism(),
    roomyShm: isShmRoomy(),
  };
}

function isShmRoomy() {
  if (process.platform !== 'linux') return true;
  try {
    const { bavail, bsize } = statfsSync('/dev/shm');
    return bavail * bsize >= 512 * 2 ** 20;
  } catch {
    return false;
  }
}

/**
 * PostgreSQL's own defaults suit a machine of 1996. Ours: a quarter of the memory for its cache, plans that know
 * of the file cache and of solid-state disks, and no more write-ahead log than is replayed in seconds after a
 * crash. Durability is untouched.
 */
export function settingsFor({ memoryMb, cores, roomyShm }: Machine): Settings {
  return {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 100,
    shared_buffers: mb(between(128, memoryMb / 4, 2048)),
    effective_cache_size: mb(between(256, memoryMb * 0.6, 65_536)),
    work_mem: mb(between(4, memoryMb / 256, 32)),
    maintenance_work_mem: mb(between(64, memoryMb / 16, 512)),
    huge_pages: 'off',
    // System V memory is not bound by the size of /dev/shm.
    ...(roomyShm ? {} : { dynamic_shared_memory_type: 'sysv' }),
    max_worker_processes: Math.max(8, cores),
    max_parallel_workers: cores,
    max_parallel_workers_per_gather: between(1, cores - 1, 4), // the leader works too
    max_parallel_maintenance_workers: between(1, cores - 1, 4),
    random_page_cost: 1.1,
    jit: 'off',
    fsync: 'on',
    // Compressing page images costs booking points more processor than writing them costs disk: a call took 1.4 times as long.
    wal_compression: 'off',
    max_wal_size: mb(memoryMb < 4096 ? 1024 : 2048),
    min_wal_size: mb(256),
    checkpoint_timeout: '10min',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_line_prefix: '%m [%p] ',
    log_checkpoints: 'off',
    log_min_duration_statement: '2s',
  };
}

/** For databases that are thrown away: small, many connections, and nothing that survives a power cut. */
export function scratchSettingsFor(machine: Machine): Settings {
  return {
    ...settingsFor(machine),
    max_connections: 200,
    shared_buffers: mb(128),
    maintenance_work_mem: mb(64),
    max_wal_size: mb(1024),
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    log_min_duration_statement: -1,
  };
}

export function renderSettings(settings: Settings): string {
  const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value}'`);
  return `# Written at every start for this machine. Own settings: alter system set … (they win).\n${lines.join('\n')}\n`;
}

function between(least: number, value: number, most: number) {
  return Math.floor(Math.max(least, Math.min(value, most)));
}

function mb(amount: number) {
  return `${amount}MB`;
}
