import { join, resolve } from 'node:path';
import { root } from './bootstrap.mjs';
import { ensureBuilt } from './build.ts';
import { runCli } from './children.ts';
import { readEnvironment } from './environment.ts';
import { joinCluster, startCluster } from './postgres/cluster.ts';
import { startBenchCluster } from './postgres/scratch.ts';
import { settingsFor, thisMachine } from './postgres/settings.ts';
import { run } from './problem.mjs';

/*
 * `npm run import | seed | bench -- …`: runs a command of the server's command line against the right database:
 * DATABASE_URL, else the embedded one, joined where `npm start` has it open and started for the while otherwise.
 */

// The terminal sends Ctrl-C to the command as well; this process stays to stop the database after it.
const abort = new AbortController();
for (const event of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect']) process.on(event, () => abort.abort());

await run(async () => {
  const [command = 'help', ...args] = process.argv.slice(2);
  const { dataDir, databaseUrl } = readEnvironment(process.env);
  await ensureBuilt(abort.signal);
  const database = databaseUrl ? { url: databaseUrl, stop: async () => {} } : await embeddedFor(command, dataDir);
  try {
    abort.signal.throwIfAborted();
    const env = { LOG_LEVEL: 'warn', ...process.env, DATABASE_URL: database.url, DATA_DIR: dataDir };
    return await runCli([command, ...args], env, callersFolder(), abort.signal);
  } finally {
    await database.stop();
  }
});

async function embeddedFor(command: string, dataDir: string): Promise<{ url: string; stop: () => Promise<void> }> {
  // Measuring never touches the data of the house; it makes databases of its own, which takes the superuser.
  if (command === 'bench') {
    const { superuserUrl, stop } = await startBenchCluster(resolve(root, '.data-bench'));
    return { url: superuserUrl, stop };
  }
  const url = await joinCluster(dataDir);
  if (url) return { url, stop: async () => {} };
  return startCluster({ dataDir, settings: settingsFor(thisMachine()), purpose: `npm run ${command}` });
}

/** npm changes to the project's folder; the files named in the arguments are meant from where it was called. */
function callersFolder() {
  const isOurs = process.env.npm_package_json === join(root, 'package.json');
  return (isOurs && process.env.INIT_CWD) || process.cwd();
}
