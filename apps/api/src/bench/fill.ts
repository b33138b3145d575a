import pg from 'pg';
import { dropIndexes, type Definition } from './indexes';
import { byWorkers } from './latencies';
import {
  CUSTOMER_PARTS,
  CUSTOMERS,
  CUSTOMERS_AT_ONCE,
  FIGURES,
  FILLED,
  NAME_PARTS,
  ORDERS,
  ORDERS_AT_ONCE,
} from './fill-statements';

/** Two statements at a time: more would only take the processor from each other. */
const CONNECTIONS = 2;
const SESSION = `set synchronous_commit = off; set work_mem = '128MB'; set maintenance_work_mem = '512MB'; set jit = off`;

export interface Size {
  customers: number;
  orders: number;
}

/** Fills a migrated, empty database with a shop of the given size. */
export async function fill(databaseUrl: string, size: Size, log: (line: string) => void): Promise<void> {
  const clients = await Promise.all(Array.from({ length: CONNECTIONS }, () => connect(databaseUrl)));
  /** Runs statements by whichever connection is free. */
  const run = (statements: { text: string; params?: unknown[] }[]) => {
    const free = [...clients];
    return byWorkers(statements, clients.length, async ({ text, params }) => {
      const client = free.pop()!;
      await client.query(text, params);
      free.push(client);
    });
  };
  try {
    const definitions = await dropIndexes(clients[0]!, FILLED);
    log('customers');
    await run(customerStatements(size));
    await run([{ text: NAME_PARTS }]);
    log('orders');
    await run(orderStatements(size, new Date()));
    log('indexes');
    await run(tableByTable(definitions));
    await run(
      FILLED.filter((table) => table !== 'orders_figures').map((table) => ({ text: `vacuum (analyze) ${table}` })),
    );
    log('figures');
    await run([{ text: FIGURES }]);
    await run([{ text: 'vacuum (analyze) orders_figures' }]);
  } finally {
    await Promise.all(clients.map((client) => client.end()));
  }
}

async function connect(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  await client.query(SESSION);
  return client;
}

function customerStatements({ customers }: Size) {
  return ranges(customers, CUSTOMERS_AT_ONCE).flatMap((range) => [
    { text: CUSTOMERS.text, params: [...range, ...CUSTOMERS.params] },
    ...CUSTOMER_PARTS.map((text) => ({ text, params: range })),
  ]);
}

function orderStatements({ customers, orders }: Size, end: Date) {
  return ranges(orders, ORDERS_AT_ONCE).map((range) => ({ text: ORDERS, params: [...range, orders, customers, end] }));
}

/** One statement per table, so that no two connections build on the same one. */
function tableByTable(definitions: Definition[]) {
  return FILLED.map((table) => ({
    text: definitions.flatMap((definition) => (definition.table === table ? [definition.make] : [])).join(';\n'),
  })).filter(({ text }) => text !== '');
}

function ranges(count: number, step: number): [from: number, to: number][] {
  return Array.from({ length: Math.ceil(count / step) }, (_, index) => [
    index * step + 1,
    Math.min(count, (index + 1) * step),
  ]);
}
