import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { livingHolder, takeLock } from './lock.mjs';

describe('a lock file', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'siyu-lock-'));
    file = join(folder, 'deep', 'a.lock');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('has one owner, whom the next one is told, and is gone when given back', async () => {
    const first = await takeLock(file, 'first');
    const second = await takeLock(file, 'second');
    expect(second).toMatchObject({ held: false, holder: { pid: process.pid, purpose: 'first' } });
    if (first.held) first.release();
    expect(existsSync(file)).toBe(false);
    expect(await takeLock(file, 'third')).toMatchObject({ held: true });
  });

  it('is taken over from an owner that died with it', async () => {
    const take = `await (await import(${JSON.stringify(new URL('./lock.mjs', import.meta.url).href)})).takeLock(process.argv[1], 'short-lived')`;
    expect(spawnSync(process.execPath, ['--input-type=module', '--eval', take, file]).status).toBe(0);
    expect(existsSync(file)).toBe(true);
    expect(livingHolder(file)).toBeUndefined();
    expect(await takeLock(file, 'next')).toMatchObject({ held: true });
  });

  it('does not take a process for its owner that merely got the same pid', async () => {
    await takeLock(file, 'old');
    writeFileSync(file, JSON.stringify({ pid: process.pid, started: 'before the last boot', purpose: 'old' }));
    expect(await takeLock(file, 'new')).toMatchObject({ held: true });
  });

  it('goes to one of many that find it left behind', async () => {
    await takeLock(file, 'old');
    writeFileSync(file, JSON.stringify({ pid: process.pid, started: 'before the last boot', purpose: 'old' }));
    const outcomes = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((purpose) => takeLock(file, purpose)));
    expect(outcomes.filter(({ held }) => held)).toHaveLength(1);
  });
});
