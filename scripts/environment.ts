import { resolve } from 'node:path';
import { root } from './bootstrap.mjs';
import { Problem } from './problem.mjs';

export interface Environment {
  port: number;
  host: string;
  dataDir: string;
  /** An outside PostgreSQL; undefined means the embedded one. */
  databaseUrl: string | undefined;
  demoData: boolean;
  role: 'all' | 'api' | 'worker';
}

/** What `npm start` takes from the environment; an empty variable counts as not set. */
export function readEnvironment(env: NodeJS.ProcessEnv): Environment {
  const port = Number(env.PORT || 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Problem(`PORT is a number from 0 to 65535, not "${env.PORT}".`);
  const role = env.ROLE || 'all';
  if (role !== 'all' && role !== 'api' && role !== 'worker')
    throw new Problem(`ROLE is all, api or worker, not "${role}".`);
  const demoData = env.DEMO_DATA || 'true';
  if (demoData !== 'true' && demoData !== 'false') throw new Problem(`DEMO_DATA is true or false, not "${demoData}".`);
  return {
    port,
    host: env.HOST || '127.0.0.1',
    dataDir: resolve(root, env.DATA_DIR || '.data'),
    databaseUrl: env.DATABASE_URL || undefined,
    demoData: demoData === 'true',
    role,
  };
}
