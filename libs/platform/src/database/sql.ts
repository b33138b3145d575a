import pg from 'pg';
import type { EntityManager, QueryResult } from 'typeorm';

const INT8 = 20;

/**
 * `bigint` becomes a JavaScript number here, once for the whole house, and a value that a number can't hold exactly is an
 * error instead of a silent rounding.
 */
export function parseBigintsExactly(): void {
  pg.types.setTypeParser(INT8, (text) => {
    const value = Number(text);
    if (!Number.isSafeInteger(value)) throw new RangeError(`bigint ${text} is beyond the exact range of numbers`);
    return value;
  });
}

async function run(em: EntityManager, text: string, params: unknown[]): Promise<QueryResult> {
  if (em.queryRunner) return em.queryRunner.query(text, params, true);
  const runner = em.connection.createQueryRunner();
  try {
    return await runner.query(text, params, true);
  } finally {
    await runner.release();
  }
}

/**
 * Runs one statement and returns its rows, whatever its verb (TypeORM's own `query` answers differently for `update` and
 * `delete`). Inside a transaction pass the transaction's manager.
 */
export async function rows<Row>(em: EntityManager, text: string, params: unknown[] = []): Promise<Row[]> {
  return (await run(em, text, params)).records as Row[];
}

/** Like {@link rows}, for a statement that gives at most one row. */
export async function row<Row>(em: EntityManager, text: string, params: unknown[] = []): Promise<Row | null> {
  return (await rows<Row>(em, text, params))[0] ?? null;
}

/** Runs one statement and returns how many rows it touched. */
export async function affected(em: EntityManager, text: string, params: unknown[] = []): Promise<number> {
  return (await run(em, text, params)).affected ?? 0;
}

/** A statement that the server plans once per connection. The name is unique in the house: `<table>:<what>`. */
export interface Prepared {
  name: string;
  text: string;
}

/**
 * Like {@link rows}, for the few statements that run thousands of times a second: planned once per connection, and without
 * what TypeORM does around a query. Outside a transaction it takes a connection of the pool for the statement alone.
 */
export async function preparedRows<Row>(em: EntityManager, statement: Prepared, values: unknown[]): Promise<Row[]> {
  const query = { ...statement, values };
  if (em.queryRunner) {
    const client = (await em.queryRunner.connect()) as pg.PoolClient;
    return (await client.query(query)).rows as Row[];
  }
  const pool = (em.connection.driver as unknown as { master: pg.Pool }).master;
  return (await pool.query(query)).rows as Row[];
}
