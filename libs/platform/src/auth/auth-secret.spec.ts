import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { authSecret } from './auth-secret';

describe('the secret that tokens are signed with', () => {
  let parent: string;
  let count = 0;
  const emptyFolder = () => join(parent, `data-${(count += 1)}`);
  beforeAll(async () => {
    parent = await mkdtemp(join(tmpdir(), 'siyu-secret-'));
  });
  afterAll(() => rm(parent, { recursive: true }));

  it('comes from AUTH_SECRET where several machines share it, and leaves no file', async () => {
    const dataDir = emptyFolder();
    expect(await authSecret({ authSecret: 'shared by all the machines of a house', dataDir })).toContain('shared');
    await expect(stat(dataDir)).rejects.toThrow('ENOENT');
  });

  it('is made on first start, for its owner only, and kept', async () => {
    const dataDir = emptyFolder();
    const secret = await authSecret({ authSecret: null, dataDir });
    expect(secret).toMatch(/^[0-9a-f]{64}$/);
    expect(await authSecret({ authSecret: null, dataDir })).toBe(secret);
    const { mode } = await stat(join(dataDir, 'secrets', 'auth.secret'));
    expect(mode & 0o777).toBe(0o600);
    expect((await stat(join(dataDir, 'secrets'))).mode & 0o777).toBe(0o700);
  });

  it('is one and the same for all who start at once, and nothing else is left behind', async () => {
    const dataDir = emptyFolder();
    const secrets = await Promise.all(Array.from({ length: 20 }, () => authSecret({ authSecret: null, dataDir })));
    expect(new Set(secrets).size).toBe(1);
    expect(await readdir(join(dataDir, 'secrets'))).toEqual(['auth.secret']);
  });

  it('is not made anew over a damaged file: that is for a person to decide', async () => {
    const dataDir = emptyFolder();
    await authSecret({ authSecret: null, dataDir });
    const file = join(dataDir, 'secrets', 'auth.secret');
    await writeFile(file, 'cut off');
    await expect(authSecret({ authSecret: null, dataDir })).rejects.toThrow('is damaged');
    expect(await readFile(file, 'utf8')).toBe('cut off');
  });

  it('is asked for in vain where nothing can be written, with the reason', async () => {
    const dataDir = emptyFolder();
    await writeFile(dataDir, 'a file in the way');
    await expect(authSecret({ authSecret: null, dataDir })).rejects.toThrow(/config.invalid.*DATA_DIR/);
  });
});
