import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** How to get into the embedded database: `database.json` in the data folder, readable by its owner alone. */
export interface Credentials {
  /** The one it last listened on; kept while it is free, so that a saved connection stays good. 0: any. */
  port: number;
  /** Of `siyu`, the application's user, who owns the database of the same name. */
  password: string;
  /** Of `postgres`, the superuser. */
  superuserPassword: string;
}

export function newCredentials(port: number): Credentials {
  const secret = () => randomBytes(24).toString('base64url');
  return { port, password: secret(), superuserPassword: secret() };
}

export function readCredentials(dataDir: string): Credentials | undefined {
  try {
    return JSON.parse(readFileSync(join(dataDir, 'database.json'), 'utf8'));
  } catch {
    return undefined;
  }
}

export function writeCredentials(dataDir: string, credentials: Credentials) {
  writeFileSync(join(dataDir, 'database.json'), `${JSON.stringify(credentials, null, 2)}\n`, { mode: 0o600 });
}

export function applicationUrl({ port, password }: Credentials) {
  return `postgres://siyu:${password}@127.0.0.1:${port}/siyu`;
}

export function superuserUrl({ port, superuserPassword }: Credentials) {
  return `postgres://postgres:${superuserPassword}@127.0.0.1:${port}/postgres`;
}
