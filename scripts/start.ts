import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './bootstrap.mjs';
import { ensureBuilt } from './build.ts';
import { addressOf, banner } from './banner.ts';
import { type Administrator, type Env, runCli, startChild } from './children.ts';
import { makeDataFolder, refuseIfInUse } from './data-folder.ts';
import { type Environment, readEnvironment } from './environment.ts';
import { anyFreePort, nextFreePort, whyNotFree } from './ports.ts';
import { startCluster } from './postgres/cluster.ts';
import { settingsFor, thisMachine } from './postgres/settings.ts';
import { Problem, run } from './problem.mjs';

/*
 * `npm start`: builds, starts PostgreSQL, the API and the worker, and stays until one of them ends or somebody
 * says stop. What was started is stopped in reverse order, whatever the reason.
 */

const abort = new AbortController();
for (const event of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect']) process.on(event, () => abort.abort());
const stopWanted = new Promise<undefined>((resolve) =>
  abort.signal.addEventListener('abort', () => resolve(undefined)),
);

/** What runs now. */
const stops: (() => Promise<void>)[] = [];
const ends: Promise<string>[] = [];
/** Until the banner has shown it. */
let administrator: Administrator | undefined;

await run(async () => {
  try {
    await start(readEnvironment(process.env));
    const unexpected = await Promise.race([stopWanted, ...ends]);
    if (unexpected) throw new Problem(`${unexpected} Siyu stops.`);
  } catch (error) {
    if (!abort.signal.aborted) throw error;
  } finally {
    if (abort.signal.aborted) console.log('\nStopping …');
    // Its password is not shown a second time.
    if (administrator?.password)
      console.log(`Sign in next time as ${administrator.email} with the password ${administrator.password}`);
    for (const stop of stops.reverse()) await stop();
    if (abort.signal.aborted) console.log('Stopped.');
  }
  return 0;
});

async function start(environment: Environment) {
  const { dataDir, databaseUrl, host, role, demoData } = environment;
  if (!databaseUrl) refuseIfInUse(dataDir);
  const port = role === 'worker' ? environment.port : await claimPort(environment);
  await ensureBuilt(abort.signal);

  makeDataFolder(dataDir);
  const env: Env = {
    LOG_LEVEL: 'warn',
    ...process.env,
    DATABASE_URL: databaseUrl ?? (await startDatabase(dataDir)),
    DATA_DIR: dataDir,
    HOST: host,
    PORT: String(port),
  };
  abort.signal.throwIfAborted();
  await startProcesses(role, env);
  if (role !== 'worker' && demoData) await loadDemoData(environment, env);
  console.log(
    banner({ address: role === 'worker' ? undefined : addressOf(host, port), administrator, dataDir, databaseUrl }),
  );
  administrator = undefined;
}

/** @throws Problem when PORT can't be listened on */
async function claimPort({ port, host }: Environment): Promise<number> {
  if (port === 0) return anyFreePort(host);
  const reason = await whyNotFree(port, host);
  if (!reason) return port;
  const another = `Choose another: PORT=${await nextFreePort(port, '127.0.0.1')} npm start`;
  if (reason === 'EADDRINUSE') throw new Problem(`Port ${port} on ${host} is taken by another program. ${another}`);
  if (reason === 'EACCES')
    throw new Problem(`You may not listen on port ${port}; those below 1024 are reserved. ${another}`);
  throw new Problem(
    `Siyu can't listen on HOST=${host} (${reason}). Use 127.0.0.1 for this machine only or 0.0.0.0 for all of its addresses.`,
  );
}

async function startDatabase(dataDir: string): Promise<string> {
  console.log('Starting PostgreSQL …');
  const cluster = await startCluster({ dataDir, settings: settingsFor(thisMachine()), purpose: 'npm start' });
  stops.push(cluster.stop);
  ends.push(
    cluster.ended.then(() => `PostgreSQL ended; its last words are in ${join(dataDir, 'logs', 'postgres.log')}.`),
  );
  return cluster.url;
}

/** Both at once: each brings the database up to date first, one after the other. */
async function startProcesses(role: Environment['role'], env: Env) {
  const names = role === 'all' ? (['api', 'worker'] as const) : [role];
  console.log(`Starting ${names.join(' and ')} …`);
  const starting = names.map(async (name) => {
    const child = await startChild(name, { ...env, WEB_ROOT: join(root, 'dist', 'web') }, abort.signal, (message) => {
      if (message.type === 'first-administrator') administrator = message;
    });
    ends.push(child.ended);
    return child.stop;
  });
  // Also of those that start while another fails.
  stops.push(async () => {
    await Promise.all(starting.map((stop) => stop.then((act) => act()).catch(() => {})));
  });
  await Promise.all(starting);
}

/** Once per data folder: whoever empties the database later gets it empty. */
async function loadDemoData({ dataDir, databaseUrl }: Environment, env: Env) {
  const mark = join(dataDir, 'demo-data-loaded');
  if (!databaseUrl && existsSync(mark)) return;
  const code = await runCli(['seed', '--if-empty', '--customers', '20000'], env, root, abort.signal);
  abort.signal.throwIfAborted();
  if (code !== 0)
    throw new Problem('The demo data could not be loaded, see above. DEMO_DATA=false npm start starts without.');
  writeFileSync(mark, '');
}
