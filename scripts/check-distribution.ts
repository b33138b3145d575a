import { distributionFindings, spreadOf } from './guards/distribution.ts';
import { onMigratedDatabase, readTables } from './guards/schema.ts';
import { startScratchCluster } from './postgres/scratch.ts';
import { run } from './problem.mjs';

/*
 * `node scripts/check-distribution.ts`: how each table of the migrated schema is spread over servers, as a table, and what
 * stands against it. Uses the server of TEST_DATABASE_URL, else one of its own.
 */

await run(async () => {
  const given = process.env.TEST_DATABASE_URL;
  const cluster = given ? undefined : await startScratchCluster('check-distribution');
  try {
    const tables = await onMigratedDatabase(given ?? cluster!.superuserUrl, readTables);
    const findings = distributionFindings(tables);
    const width = Math.max(...tables.map(({ name }) => name.length)) + 2;
    for (const table of tables) {
      const faults = findings.filter(({ where }) => where === table.name).map(({ what }) => `\n    ✗ ${what}`);
      console.log(
        `${table.name.padEnd(width)}${spreadOf(table).padEnd(10)}${table.primaryKey.join(', ')}${faults.join('')}`,
      );
    }
    console.log(
      `\n${tables.length} tables, ${findings.length === 0 ? 'all can be spread' : `${findings.length} faults`}`,
    );
    return findings.length === 0 ? 0 : 1;
  } finally {
    await cluster?.stop();
  }
});
