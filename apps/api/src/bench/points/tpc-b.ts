import { spawn } from 'node:child_process';

/** PostgreSQL's own yardstick: one account, one teller, one branch and one line of history per transaction. */
export interface TpcB {
  /** @returns transactions per second; throws when a client gave up */
  run(clients: number, seconds: number): Promise<number>;
}

const SCALE = 50;

/** @returns null where there is no pgbench, which comes with PostgreSQL's programs but not with the embedded server */
export async function openTpcB(databaseUrl: string, log: (line: string) => void): Promise<TpcB | null> {
  if (!(await pgbench(['--version']).catch(() => null))) return null;
  log(`filling pgbench's tables at scale ${SCALE}`);
  await pgbench(['-i', '-q', '-s', String(SCALE), databaseUrl]);
  return {
    run: async (clients, seconds) => {
      const output = await pgbench([
        '-n',
        '-M',
        'prepared',
        '-c',
        String(clients),
        '-j',
        '2',
        '-T',
        String(seconds),
        databaseUrl,
      ]);
      const aborted = /aborted/i.test(output);
      const tps = Number(/^tps = ([\d.]+)/m.exec(output)?.[1]);
      if (aborted || !(tps > 0)) throw new Error(`pgbench failed:\n${output}`);
      return tps;
    },
  };
}

function pgbench(args: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn('pgbench', args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.once('error', reject);
    child.once('exit', (code) => (code === 0 ? resolve(output) : reject(new Error(`pgbench ${args[0]}: ${output}`))));
  });
}
