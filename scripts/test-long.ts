import { runJest } from './jest.ts';
import { startScratchCluster } from './postgres/scratch.ts';
import { run } from './problem.mjs';

/*
 * `npm run test:long`: the tests that look for what nobody thought of (properties of random sequences, many clients at once),
 * many times as long as in `npm test`. A failure prints the seed and the shortest case that still fails.
 */

const SPECS = String.raw`(\.property\.|/concurrency\.).*spec\.ts$`;

const abort = new AbortController();
for (const event of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect']) process.on(event, () => abort.abort());

await run(async () => {
  const cluster = await startScratchCluster('npm run test:long');
  try {
    const env = { ...process.env, TEST_DATABASE_URL: cluster.superuserUrl, TEST_LONG: '1' };
    const { code, passed, failed } = await runJest([SPECS, ...process.argv.slice(2)], env, abort.signal);
    console.log(`\n${passed} passed, ${failed} failed`);
    return code;
  } finally {
    await cluster.stop();
  }
});
