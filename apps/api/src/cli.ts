import 'reflect-metadata';
import { DomainError } from '@siyu/kernel';

interface Command {
  /** @returns the exit code */
  run(args: string[]): Promise<number>;
}

/** Every command of `cli.js`, each in a file of its own and loaded only when asked for. */
const COMMANDS: Record<string, { does: string; load: () => Promise<Command> }> = {
  bench: {
    does: 'measure what the house promises on a database of its own; --customers --orders --only --json --keep',
    load: () => import('./cli/bench.command'),
  },
  'bench-api': {
    does: 'the API with a listener to points, for `bench`',
    load: () => import('./cli/bench-api.command'),
  },
  'bench-route': {
    does: 'a bare route with one query, for `bench`',
    load: () => import('./cli/bench-route.command'),
  },
  import: {
    does: 'bring in a CSV file of customers or orders',
    load: () => import('./cli/import.command'),
  },
  openapi: {
    does: 'write libs/api-client/openapi.json and its types; --check tells when they are stale',
    load: () => import('./cli/openapi.command'),
  },
  password: {
    does: 'give the account of an e-mail a new random password and unlock it',
    load: () => import('./cli/password.command'),
  },
  seed: {
    does: 'fill the database with a demo shop; --if-empty only when it has no customers',
    load: () => import('./cli/seed.command'),
  },
};

async function main([name = 'help', ...args]: string[]): Promise<number> {
  const command = COMMANDS[name];
  if (command) return (await command.load()).run(args);
  const lines = Object.entries(COMMANDS).map(([known, { does }]) => `  ${known.padEnd(16)}${does}`);
  process.stdout.write(`Commands:\n${lines.join('\n')}\n`);
  return name === 'help' ? 0 : 1;
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    // What somebody can put right gets its sentence; anything else is a defect and gets its trace.
    const text = error instanceof DomainError ? error.detail : error instanceof Error ? error.stack : String(error);
    process.stderr.write(`${text}\n`);
    process.exit(1);
  },
);
