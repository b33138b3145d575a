import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './bootstrap.mjs';
import { startScratchCluster } from './postgres/scratch.ts';
import { run } from './problem.mjs';

/*
 * `node scripts/jest.ts [paths and Jest's own flags]`: Jest with ES modules and a throw-away PostgreSQL, whose
 * maintenance database it finds in TEST_DATABASE_URL. A TEST_DATABASE_URL that is set already is used as it is.
 */

export interface Count {
  code: number;
  passed: number;
  failed: number;
}

/** Runs Jest and counts its tests; a file that can't even be loaded counts as a failed one. */
export async function runJest(args: string[], env: NodeJS.ProcessEnv, abort: AbortSignal): Promise<Count> {
  const folder = mkdtempSync(join(tmpdir(), 'siyu-jest-'));
  const report = join(folder, 'report.json');
  const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
  const flags = [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    jest,
    '--json',
    `--outputFile=${report}`,
    '--forceExit', // a test that fails half way may leave a connection open, which must not hang the run
  ];
  const child = spawn(process.execPath, [...flags, ...args], {
    cwd: root,
    env,
    stdio: ['inherit', 'ignore', 'inherit'],
    signal: abort,
  });
  try {
    const code = await new Promise<number>((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', (exitCode) => resolve(exitCode ?? 1));
    });
    return { code, ...countsIn(report) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function countsIn(report: string) {
  try {
    const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(report, 'utf8'));
    return { passed: numPassedTests, failed: numFailedTests + numRuntimeErrorTestSuites };
  } catch {
    return { passed: 0, failed: 0 }; // it ended before any test
  }
}

if (import.meta.main) {
  const abort = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => abort.abort());
  await run(async () => {
    const given = process.env.TEST_DATABASE_URL;
    const cluster = given ? undefined : await startScratchCluster('tests');
    try {
      const args = ['--passWithNoTests', ...process.argv.slice(2)];
      const env = { ...process.env, TEST_DATABASE_URL: given ?? cluster?.superuserUrl };
      return (await runJest(args, env, abort.signal)).code;
    } finally {
      await cluster?.stop();
    }
  });
}
