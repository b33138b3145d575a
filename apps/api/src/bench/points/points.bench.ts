import { randomInt, randomUUID } from 'node:crypto';
import pg from 'pg';
import type { BenchContext, BenchRow, Scenario } from '../scenario';
import { startChild } from './child-server';
import { httpRequest, load, type LoadResult } from './http-load';
import { expiryRows } from './expiry';
import { PASSWORD, signIn, type Callers } from './callers';
import { openTpcB } from './tpc-b';

const CLIENTS = 32;
const BATCH = 10_000;
const BATCHES_AT_ONCE = 2;

/**
 * The ledger over HTTP beside PostgreSQL's own yardstick, on the same server in the same run, in turns. What is promised are
 * ratios: they travel from machine to machine, numbers don't.
 */
export const pointsScenario: Scenario = {
  name: 'points',
  async run(context: BenchContext) {
    const { databaseUrl, quick, log } = context;
    const [seconds, rounds] = quick ? [0.5, 1] : [8, 3];
    const customerIds = await someCustomers(databaseUrl);
    const api = await startChild('bench-api', { DATABASE_URL: databaseUrl, ...quiet() });
    const bare = await startChild('bench-route', { DATABASE_URL: databaseUrl });
    const tpcB = quick ? null : await openTpcB(databaseUrl, log);
    if (!tpcB && !quick) log('pgbench is not installed: no ratios');
    try {
      const callers = await signIn(api.port, customerIds);
      const batch = await measureBatches(api.port, callers, customerIds, context);
      const measured = new Map<string, number[]>();
      for (let round = 1; round <= rounds; round += 1) {
        log(`round ${round} of ${rounds}`);
        const keep = (what: string, perSecond: number) =>
          measured.set(what, [...(measured.get(what) ?? []), perSecond]);
        if (tpcB) keep('tpc-b', await tpcB.run(CLIENTS, Math.ceil(seconds)));
        for (const kind of ['earn', 'spend'] as const) {
          keep(
            kind,
            all(201, await load({ ...every(api.port, seconds), next: () => act(kind, pick(customerIds), callers) })),
          );
        }
        keep('bare', all(200, await load({ ...every(bare.port, seconds), next: () => bareRead(pick(customerIds)) })));
        keep('me', all(200, await load({ ...every(api.port, seconds), next: () => myPoints(pick(callers.members)) })));
      }
      const expiry = await expiryRows(context, customerIds);
      return { rows: [...batch, ...ratios(measured), ...expiry] };
    } finally {
      await Promise.all([api.stop(), bare.stop()]);
    }
  },
};

function every(port: number, seconds: number) {
  return { port, clients: CLIENTS, seconds };
}

/** Nothing but warnings in the log, and no limit on how often somebody may call. */
function quiet(): Record<string, string> {
  const limits = ['MEMBER', 'PUBLIC'].map((who) => [`RATE_LIMIT_${who}`, '1000000']);
  return { LOG_LEVEL: 'warn', ADMIN_EMAIL: 'bench@localhost', ADMIN_PASSWORD: PASSWORD, ...Object.fromEntries(limits) };
}

async function someCustomers(databaseUrl: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ id: string }>(
      'select customer_id as id from customers order by 1 limit 1000000',
    );
    return rows.map(({ id }) => id);
  } finally {
    await client.end();
  }
}

/** Gives every customer points to spend, in batches of the largest size. */
async function measureBatches(port: number, callers: Callers, customerIds: string[], context: BenchContext) {
  const bodies = Array.from(
    { length: context.quick ? 1 : Math.max(6, Math.ceil(customerIds.length / BATCH)) },
    (_, batch) => {
      const operations = Array.from({ length: BATCH }, (_, index) => {
        const customerId = customerIds[(batch * BATCH + index) % customerIds.length]!;
        return { kind: 'earn', customerId, points: 1000, reason: 'bench', key: `${batch}-${index}-${randomUUID()}` };
      });
      return JSON.stringify({ operations });
    },
  );
  context.log(`${bodies.length} batches of ${BATCH}`);
  const start = performance.now();
  const lane = async () => {
    for (let body = bodies.pop(); body; body = bodies.pop()) {
      const answer = await fetch(`http://127.0.0.1:${port}/api/v1/points/batch`, {
        method: 'POST',
        headers: { authorization: callers.staff, 'content-type': 'application/json' },
        body,
      });
      const { booked } = (await answer.json()) as { booked: number };
      if (booked !== BATCH) throw new Error(`of ${BATCH} operations ${booked} were booked`);
    }
  };
  const total = bodies.length * BATCH;
  await Promise.all(Array.from({ length: BATCHES_AT_ONCE }, lane));
  const perSecond = total / ((performance.now() - start) / 1000);
  return [row('batch', perSecond, 'acts/s', '>= 30,000')];
}

function act(kind: 'earn' | 'spend', customerId: string, { staff }: Callers): string {
  const body = JSON.stringify({ points: kind === 'earn' ? 100 : 1, reason: 'bench' });
  const headers = { authorization: staff, 'idempotency-key': randomUUID() };
  return httpRequest('POST', `/api/v1/customers/${customerId}/points/${kind}`, headers, body);
}

function myPoints(authorization: string): string {
  return httpRequest('GET', '/api/v1/me/points', { authorization });
}

function bareRead(customerId: string): string {
  return httpRequest('GET', `/points/${customerId}`, {});
}

function pick<Item>(items: Item[]): Item {
  return items[randomInt(items.length)]!;
}

/** A load that counts only if every answer was the expected one. */
function all(status: number, result: LoadResult): number {
  const others = [...result.statuses].filter(([other]) => other !== status);
  if (others.length > 0) throw new Error(`answers other than ${status}: ${JSON.stringify(others)}`);
  return result.perSecond;
}

function ratios(measured: Map<string, number[]>): BenchRow[] {
  const median = (what: string) =>
    [...measured.get(what)!].sort((a, b) => a - b)[Math.floor(measured.get(what)!.length / 2)]!;
  const rows = [...measured.keys()].map((what) => row(what, median(what), '/s'));
  const ratio = (figure: string, what: string, beside: string, limit: string) =>
    rows.push({ figure, value: Math.round((median(what) / median(beside)) * 100) / 100, unit: 'x', limit });
  if (measured.has('tpc-b')) {
    ratio('single earn beside TPC-B', 'earn', 'tpc-b', '>= 1');
    ratio('single spend beside TPC-B', 'spend', 'tpc-b', '>= 0.7');
  }
  ratio('GET /me/points beside a bare route', 'me', 'bare', '>= 0.6');
  return rows;
}

function row(figure: string, value: number, unit: string, limit?: string): BenchRow {
  return { figure, value: Math.round(value), unit, ...(limit ? { limit } : {}) };
}
