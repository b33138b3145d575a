import pg from 'pg';
import { openBenchDatabase } from './bench-database';
import type { BenchOptions } from './bench-options';
import { thisMachine, type BenchReport } from './report';
import { scenarios } from './scenarios';

/** Makes the database, measures one scenario after the other, drops the database. */
export async function runSuite(
  { customers, orders, only, quick, keep }: BenchOptions,
  place: { serverUrl: string; migrations: string },
  log: (line: string) => void,
): Promise<BenchReport> {
  const database = await openBenchDatabase(place.serverUrl, place.migrations, { customers, orders }, log);
  try {
    const report: BenchReport = {
      machine: thisMachine(await versionOf(database.url)),
      customers,
      orders,
      scenarios: [],
    };
    for (const scenario of scenarios.filter(({ name }) => only.length === 0 || only.includes(name))) {
      const started = performance.now();
      const context = {
        databaseUrl: database.url,
        customers,
        orders,
        quick,
        log: (line: string) => log(`${scenario.name}: ${line}`),
      };
      const { rows } = await scenario.run(context);
      report.scenarios.push({ name: scenario.name, seconds: Math.round((performance.now() - started) / 1000), rows });
    }
    return report;
  } finally {
    await database.close(keep);
  }
}

async function versionOf(databaseUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return (await client.query<{ server_version: string }>('show server_version')).rows[0]!.server_version;
  } finally {
    await client.end();
  }
}
