import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from '@jest/globals';

const cli = fileURLToPath(new URL('../../../dist/api/cli.js', import.meta.url));
const ifBuilt = process.env.E2E ? it : it.skip;

ifBuilt(
  'the benchmark of points measures the built API over HTTP, every answer as expected',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'siyu-e2e-bench-'));
    try {
      const file = join(folder, 'bench.json');
      const args = ['bench', '--only', 'points', '--quick', '--customers', '300', '--orders', '300', '--json', file];
      const env = { ...process.env, DATABASE_URL: process.env.TEST_DATABASE_URL, DATA_DIR: folder, NODE_OPTIONS: '' };
      await promisify(execFile)(process.execPath, [cli, ...args], { env });
      const report = JSON.parse(await readFile(file, 'utf8')) as {
        scenarios: { rows: { figure: string; value: number }[] }[];
      };
      const rows = report.scenarios[0]!.rows;
      expect(rows.map(({ figure }) => figure)).toEqual(
        expect.arrayContaining(['batch', 'earn', 'spend', 'bare', 'me']),
      );
      expect(rows.every(({ value }) => value > 0)).toBe(true);
    } finally {
      await rm(folder, { recursive: true });
    }
  },
  120_000,
);
