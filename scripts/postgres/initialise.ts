import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { Problem } from '../problem.mjs';
import { type Credentials, newCredentials, readCredentials, writeCredentials } from './credentials.ts';
import { majorVersion, program, type Programs, within } from './programs.ts';

/** Makes the cluster in `<dataDir>/postgres` unless it is there, and returns the way in. */
export function initialise(programs: Programs, dataDir: string, durable: boolean): Credentials {
  const folder = join(dataDir, 'postgres');
  const known = readCredentials(dataDir);
  const port = durable ? 15432 : 0;
  if (isCluster(folder)) return known ?? renewPasswords(programs, dataDir, folder, port);

  // Made beside its place and moved there when complete: a half-made one is never taken for a cluster.
  const draft = `${folder}.new`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  if (programs.account) chownSync(draft, programs.account.uid, programs.account.gid);
  runInitdb(programs, draft, durable);
  const credentials = renewPasswords(programs, dataDir, draft, port);
  renameSync(draft, folder);
  return credentials;
}

/** @throws Problem for a folder that holds something else, or the cluster of another major version */
function isCluster(folder: string): boolean {
  if (!existsSync(folder) || readdirSync(folder).length === 0) return false;
  const file = join(folder, 'PG_VERSION');
  if (!existsSync(file)) {
    throw new Problem(
      `${folder} holds files that are not a PostgreSQL database. Choose another folder: DATA_DIR=… npm start`,
    );
  }
  const version = readFileSync(file, 'utf8').trim();
  if (version === majorVersion) return true;
  throw new Problem(
    `The database in ${folder} is of PostgreSQL ${version}; this Siyu brings ${majorVersion}.\n` +
      `Use the Siyu that made it, or another folder (DATA_DIR=… npm start), or move the data over with pg_upgrade or pg_dump of PostgreSQL ${majorVersion}.`,
  );
}

function runInitdb(programs: Programs, folder: string, durable: boolean) {
  const { dataFlag, options } = within(folder, programs.account);
  // Nobody gets in until `writeConfiguration` says who. The built-in provider sorts the same on every system; the character type lets pg_trgm see Chinese letters.
  const ctype = process.platform === 'linux' ? 'C.UTF-8' : 'en_US.UTF-8';
  const flags = ['--username=postgres', '--auth=reject', '--encoding=UTF8', '--data-checksums'];
  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', `--lc-ctype=${ctype}`];
  const sync = durable ? [] : ['--no-sync'];
  const args = ['-D', dataFlag, ...flags, ...locale, ...sync];
  const { status, error, stderr } = spawnSync(program(programs, 'initdb'), args, { ...options, encoding: 'utf8' });
  if (status !== 0) throw new Problem(`The database could not be made in ${folder}:\n${error?.message ?? stderr}`);
}

/**
 * Gives both users new passwords and makes what is missing of user and database. PostgreSQL's single-user mode
 * does that without a password and before anybody can connect; it also helps when `database.json` was lost.
 */
function renewPasswords(programs: Programs, dataDir: string, folder: string, port: number): Credentials {
  const credentials = newCredentials(port);
  const statements = [
    `alter role postgres password '${credentials.superuserPassword}'`,
    'create role siyu login',
    `alter role siyu password '${credentials.password}'`,
    'grant pg_monitor, pg_checkpoint to siyu',
    // What the application works as; the migrations give it its rights.
    'create role siyu_app nologin',
    'grant siyu_app to siyu with set true, inherit true',
    'create database siyu owner siyu',
  ];
  const { dataFlag, options } = within(folder, programs.account);
  const { stderr, error } = spawnSync(program(programs, 'postgres'), ['--single', '-D', dataFlag, 'postgres'], {
    ...options,
    encoding: 'utf8',
    input: `${statements.join('\n')}\n`,
  });
  const failure =
    error?.message ??
    stderr.split('\n').find((line) => /ERROR|FATAL|PANIC/.test(line) && !line.includes('already exists'));
  if (failure) throw new Problem(`The database in ${folder} could not be prepared: ${failure}`);
  writeCredentials(dataDir, credentials);
  return credentials;
}

/** Writes what PostgreSQL reads at its start: settings, and who may come in from where. */
export function writeConfiguration(programs: Programs, folder: string, settings: string) {
  const files = { 'postgresql.conf': settings, 'pg_hba.conf': 'host all all 127.0.0.1/32 scram-sha-256\n' };
  for (const [name, text] of Object.entries(files)) {
    const file = join(folder, name);
    writeFileSync(file, text);
    chmodSync(file, 0o600);
    if (programs.account) chownSync(file, programs.account.uid, programs.account.gid);
  }
}
