import { DomainError } from '@siyu/kernel';
import { readBenchOptions } from '../bench/bench-options';
import { tableOf, writeJson } from '../bench/report';
import { scenarios } from '../bench/scenarios';
import { runSuite } from '../bench/suite';
import { migrations } from './command-context';

/** `bench`: measures what the house promises, on a database of its own that it makes on the server of DATABASE_URL. */
export async function run(args: string[]): Promise<number> {
  const options = readBenchOptions(
    args,
    scenarios.map(({ name }) => name),
  );
  const serverUrl = process.env.DATABASE_URL;
  if (!serverUrl)
    throw new DomainError('bench.no-server', 'invalid', 'DATABASE_URL is missing: where to make the database.');
  const report = await runSuite(options, { serverUrl, migrations: migrations() }, (line) =>
    process.stderr.write(`${line}\n`),
  );
  process.stdout.write(`\n${tableOf(report)}`);
  if (options.json) writeJson(options.json, report);
  return 0;
}
