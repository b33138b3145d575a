import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './bootstrap.mjs';
import { waitForLock } from './lock.mjs';
import { Problem } from './problem.mjs';

const sources = ['apps', 'libs', 'package-lock.json', 'nx.json', 'tsconfig.base.json'];
const products = ['api/main.js', 'api/cli.js', 'worker/main.js', 'web/index.html'].map((file) =>
  join(root, 'dist', file),
);
const stampFile = join(root, 'dist', '.stamp');

/** Builds what changed. Asking Nx takes seconds even when nothing did, so a stamp over all sources is asked first. */
export async function ensureBuilt(abort: AbortSignal) {
  if (isBuilt()) return;
  const lock = await waitForLock(join(root, '.nx', 'build.lock'), 'building', ({ pid }) =>
    console.log(`Another command (pid ${pid}) is building; waiting for it …`),
  );
  try {
    if (isBuilt()) return;
    const stamp = stampOfSources();
    const started = Date.now();
    process.stdout.write('Building (a minute or two the first time) … ');
    const { code, output } = await nx(['run-many', '-t', 'build'], 'pipe', abort);
    if (code !== 0) throw new Problem(`\n${output}\nThe build failed, see above.`);
    console.log(`done in ${Math.round((Date.now() - started) / 1000)} s`);
    writeFileSync(stampFile, stamp);
  } finally {
    lock.release();
  }
}

/** Runs Nx in the workspace, without its background process, its cloud and its full-screen view. */
export function nx(
  args: string[],
  stdio: 'pipe' | 'inherit',
  abort: AbortSignal,
): Promise<{ code: number; output: string }> {
  const env = { ...process.env, NX_DAEMON: 'false', NX_NO_CLOUD: 'true', NX_TUI: 'false' };
  const cli = join(root, 'node_modules', 'nx', 'dist', 'bin', 'nx.js');
  const child = spawn(process.execPath, [cli, ...args], {
    cwd: root,
    env,
    stdio: ['ignore', stdio, stdio],
    signal: abort,
  });
  let output = '';
  child.stdout?.on('data', (chunk) => (output += chunk));
  child.stderr?.on('data', (chunk) => (output += chunk));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

function isBuilt() {
  return (
    products.every((file) => existsSync(file)) &&
    existsSync(stampFile) &&
    readFileSync(stampFile, 'utf8') === stampOfSources()
  );
}

function stampOfSources() {
  const hash = createHash('sha256');
  for (const source of sources) addToStamp(hash, join(root, source));
  return hash.digest('hex');
}

function addToStamp(hash: ReturnType<typeof createHash>, path: string) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat?.isDirectory()) {
    for (const name of readdirSync(path).sort())
      if (name !== 'node_modules' && name !== 'dist') addToStamp(hash, join(path, name));
  } else if (stat) hash.update(`${path}\0${stat.mtimeMs}\0${stat.size}\n`);
}
