import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './bootstrap.mjs';
import { nx } from './build.ts';
import { runJest } from './jest.ts';
import { startScratchCluster } from './postgres/scratch.ts';
import { run } from './problem.mjs';

/*
 * `npm test`: everything that must hold before a change is let in, quickest first, stopping at the first step
 * that fails. The last line counts the tests; a failed step that is no test counts as one.
 */

const count = { passed: 0, failed: 0 };
const summary: string[] = [];
const abort = new AbortController();
for (const event of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect']) process.on(event, () => abort.abort());

await run(async () => {
  const cluster = await startScratchCluster('npm test');
  try {
    const env = { ...process.env, TEST_DATABASE_URL: cluster.superuserUrl };
    const holds =
      (await step('lint', () => nxAll('lint'))) &&
      (await step('types', () => nxAll('typecheck'))) &&
      (await step('guards', () => guards(env))) &&
      (await step('unit, database and HTTP tests', () => jest([], env))) &&
      (await step('build', () => nxAll('build'))) &&
      (await step('two rounds of kill -9', () => node(['scripts/test-faults.ts', '--rounds', '2'], env))) &&
      (await step('openapi is fresh', () => node(['dist/api/cli.js', 'openapi', '--check'], env))) &&
      // One house at a time: a browser beside a benchmark waits in vain.
      (await step('browser tests', () => jest(['apps/e2e', '--runInBand'], { ...env, E2E: '1' })));
    console.log(`\n${summary.join('\n')}\n\n${count.passed} passed, ${count.failed} failed`);
    return holds ? 0 : 1;
  } finally {
    await cluster.stop();
  }
});

async function step(name: string, act: () => Promise<boolean>): Promise<boolean> {
  abort.signal.throwIfAborted();
  console.log(`\n── ${name}`);
  const started = Date.now();
  const failedBefore = count.failed;
  const holds = await act();
  if (!holds && count.failed === failedBefore) count.failed++;
  summary.push(`${holds ? '✓' : '✗'} ${name.padEnd(32)}${((Date.now() - started) / 1000).toFixed(1).padStart(7)} s`);
  return holds;
}

async function nxAll(target: string) {
  return (await nx(['run-many', '-t', target], 'inherit', abort.signal)).code === 0;
}

async function jest(args: string[], env: NodeJS.ProcessEnv) {
  const { code, passed, failed } = await runJest(args, env, abort.signal);
  count.passed += passed;
  count.failed += failed;
  return code === 0;
}

/** The scripts that check the house, one rule each: `check-<rule>.ts`. */
async function guards(env: NodeJS.ProcessEnv) {
  const files = readdirSync(join(root, 'scripts')).filter(
    (name) => /^check-.*\.ts$/.test(name) && !name.endsWith('.spec.ts'),
  );
  let hold = true;
  for (const file of files.sort()) hold = (await node([`scripts/${file}`], env)) && hold;
  return hold;
}

function node(args: string[], env: NodeJS.ProcessEnv): Promise<boolean> {
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: 'inherit', signal: abort.signal });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code === 0));
  });
}
