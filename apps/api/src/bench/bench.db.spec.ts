import { describe, expect, it } from '@jest/globals';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { nameParts, normaliseIdentity } from '@siyu/customers';
import { openBenchDatabase } from './bench-database';
import { readBenchOptions } from './bench-options';
import { tableOf, writeJson } from './report';
import { runSuite } from './suite';

const serverUrl = process.env.TEST_DATABASE_URL!;
const migrations = join(import.meta.dirname, '../../migrations');
const quiet = () => undefined;

async function query<Row extends pg.QueryResultRow>(connectionString: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('the benchmark suite', () => {
  it('makes a shop whose customers can be found and whose figures follow from its orders', async () => {
    const database = await openBenchDatabase(serverUrl, migrations, { customers: 211, orders: 1009 }, quiet);
    try {
      const ask = <Row extends pg.QueryResultRow>(sql: string) => query<Row>(database.url, sql);
      const customers = await ask<{ name: string; parts: string[] }>(
        `select display_name as name, array_agg(part order by part collate "C") as parts
         from customers join customers_name_parts using (customer_id) group by customer_id`,
      );
      expect(customers).toHaveLength(211);
      for (const { name, parts } of customers) expect([...parts].sort()).toEqual(nameParts(name).sort());
      const identities = await ask<{ type: string; value: string }>(
        'select type, value from customers_identities join customers_identity_keys using (customer_id, type, value)',
      );
      expect(identities.filter(({ type }) => type === 'phone')).toHaveLength(211);
      for (const identity of identities) expect(normaliseIdentity(identity)).toEqual(identity);
      expect(
        await ask('select count(*)::integer as count, count(distinct order_id)::integer as ids from orders'),
      ).toEqual([{ count: 1009, ids: 1009 }]);
      const wrong = await ask(
        `select from orders_figures f full join (
           select customer_id, count(*) filter (where is_purchase) as purchases, sum(net_cents) as net
           from orders_purchases_v group by customer_id
         ) p using (customer_id)
         where f.orders_count is distinct from p.purchases or f.net_cents is distinct from p.net`,
      );
      expect(wrong).toEqual([]);
      const indexes = await ask<{ name: string }>(
        `select indexname as name from pg_indexes where schemaname = 'public'`,
      );
      const names = indexes.map(({ name }) => name);
      expect(names).toEqual(
        expect.arrayContaining(['orders_pk', 'orders_paid', 'customers_pk', 'customers_name_parts_part']),
      );
    } finally {
      await database.close(false);
    }
  });

  it('measures every scenario, compares the tables that RFM made with those made by hand, and cleans up', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'siyu-bench-'));
    try {
      const options = readBenchOptions(
        ['--customers', '200', '--orders', '2000', '--only', 'rfm,search'],
        ['rfm', 'search'],
      );
      const report = await runSuite(options, { serverUrl, migrations }, quiet);
      expect(report.scenarios.map(({ name }) => name)).toEqual(['rfm', 'search']);
      expect(report.scenarios.every(({ rows }) => rows.length > 0 && rows.every(({ value }) => value > 0))).toBe(true);
      writeJson(join(folder, 'bench.json'), report);
      expect(JSON.parse(readFileSync(join(folder, 'bench.json'), 'utf8'))).toEqual(report);
      expect(tableOf(report)).toMatch(
        /^200 customers, 2,000 orders;[^]*RFM, first run: ours \/ by hand +[\d.]+ +<= 1\.5\n/,
      );
      const left = await query(serverUrl, `select from pg_database where datname = 'siyu_bench_200_2000'`);
      expect(left).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true });
      expect(existsSync(folder)).toBe(false);
    }
  });

  it('keeps the database when told to, and uses it again', async () => {
    const size = { customers: 50, orders: 100 };
    const lines: string[] = [];
    const open = () => openBenchDatabase(serverUrl, migrations, size, (line) => lines.push(line));
    await (await open()).close(true);
    expect(lines.at(-1)).toMatch(/^50 customers and 100 orders made in \d+ s$/);
    await (await open()).close(false);
    expect(lines.at(-1)).toBe('using the database siyu_bench_50_100 of an earlier time');
  });

  it('lets one measure at a time on a database', async () => {
    const size = { customers: 40, orders: 100 };
    const lines: string[] = [];
    const first = await openBenchDatabase(serverUrl, migrations, size, quiet);
    const second = openBenchDatabase(serverUrl, migrations, size, (line) => lines.push(line));
    while (lines.length === 0) await new Promise((resolve) => setImmediate(resolve));
    expect(lines).toEqual(['waiting for somebody else who measures on siyu_bench_40_100']);
    await first.close(true);
    await (await second).close(false);
  });

  it('explains its arguments when they are wrong', () => {
    for (const args of [['--customers', '0'], ['--orders', 'many'], ['--only', 'rfm,nothing'], ['--fast']]) {
      expect(() => readBenchOptions(args, ['rfm', 'search'])).toThrow(/Usage: bench/);
    }
    expect(readBenchOptions(['--only', 'rfm', '--keep'], ['rfm'])).toMatchObject({ only: ['rfm'], keep: true });
  });
});
