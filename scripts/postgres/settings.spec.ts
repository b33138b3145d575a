import { describe, expect, it } from '@jest/globals';
import { renderSettings, scratchSettingsFor, settingsFor, thisMachine } from './settings.ts';

const machine = { memoryMb: 8192, cores: 4, roomyShm: true };

describe('PostgreSQL settings for a machine', () => {
  it('gives a quarter of the memory to the cache, within 128 MB and 2 GB', () => {
    expect(settingsFor({ ...machine, memoryMb: 4096 }).shared_buffers).toBe('1024MB');
    expect(settingsFor({ ...machine, memoryMb: 256 }).shared_buffers).toBe('128MB');
    expect(settingsFor({ ...machine, memoryMb: 65_536 }).shared_buffers).toBe('2048MB');
  });

  it('never asks a small machine for the working memory of a large one', () => {
    expect(settingsFor({ ...machine, memoryMb: 1024 })).toMatchObject({
      work_mem: '4MB',
      maintenance_work_mem: '64MB',
    });
    expect(settingsFor(machine)).toMatchObject({ work_mem: '32MB', maintenance_work_mem: '512MB' });
  });

  it('keeps one core of a parallel query for its leader', () => {
    expect(settingsFor({ ...machine, cores: 1 }).max_parallel_workers_per_gather).toBe(1);
    expect(settingsFor({ ...machine, cores: 4 }).max_parallel_workers_per_gather).toBe(3);
    expect(settingsFor({ ...machine, cores: 64 }).max_parallel_workers_per_gather).toBe(4);
  });

  it('does without POSIX shared memory where a container leaves too little of it', () => {
    expect(settingsFor(machine)).not.toHaveProperty('dynamic_shared_memory_type');
    expect(settingsFor({ ...machine, roomyShm: false }).dynamic_shared_memory_type).toBe('sysv');
  });

  it('survives a power cut with the real database and saves that cost with a throw-away one', () => {
    expect(settingsFor(machine)).toMatchObject({ fsync: 'on', listen_addresses: '127.0.0.1' });
    expect(settingsFor(machine)).not.toHaveProperty('full_page_writes');
    expect(scratchSettingsFor(machine)).toMatchObject({ fsync: 'off', full_page_writes: 'off' });
  });

  it('writes one setting a line', () => {
    expect(renderSettings({ port: 1, jit: 'off' })).toMatch(/\nport = '1'\njit = 'off'\n$/);
  });

  it('measures this machine', () => {
    expect(thisMachine().memoryMb).toBeGreaterThan(64);
    expect(thisMachine().cores).toBeGreaterThan(0);
  });
});
