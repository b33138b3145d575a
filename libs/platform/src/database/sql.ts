import pg from 'pg';
import type { EntityManager, QueryResult } from 'typeorm';

const INT8 = 20;
const TIMESTAMPTZ = 1184;
/** Shorter texts are whole numbers that a number holds exactly. */
const ALWAYS_EXACT = 15;

/**
 * `bigint` becomes a JavaScript number here, once for the whole house, and a value that a number can't hold exactly is an
 * error instead of a silent rounding. Times are read without the regular expressions of the driver's own reader, which took a
 * fifth of the processor time of a batch.
 */
export function parseBigintsExactly(): void {
  pg.types.setTypeParser(INT8, (text) => {
    const value = Number(text);
    if (text.length > ALWAYS_EXACT && !Number.isSafeInteger(value)) {
      throw new RangeError(`bigint ${text} is beyond the exact range of numbers`);
    }
    return value;
  });
  if (readsInstants) return;
  readsInstants = true;
  const readOther = pg.types.getTypeParser(TIMESTAMPTZ) as (text: string) => Date | number | null;
  pg.types.setTypeParser(TIMESTAMPTZ, (text) => utcInstant(text) ?? readOther(text));
}

/** Readers are the driver's, one set per process: ours is put before its own once. */
let readsInstants = false;

/** `2026-11-22 04:00:00.123456+00`, as a server in UTC writes times, to the millisecond; null for every other form. */
export function utcInstant(text: string): Date | null {
  const { length } = text;
  if (length < 22 || length > 29 || !text.endsWith('+00') || text.charCodeAt(4) !== DASH) return null;
  const millis = length > 22 ? Number(text.slice(20, -3).padEnd(3, '0').slice(0, 3)) : 0;
  const at = Date.UTC(
    digits(text, 0) * 100 + digits(text, 2),
    digits(text, 5) - 1,
    digits(text, 8),
    digits(text, 11),
    digits(text, 14),
    digits(text, 17),
    millis,
  );
  // Date.UTC takes the years 0 to 99 for the 20th century.
  return text.startsWith('00') ? null : new Date(at);
}

const DASH = 45;
const ZERO = 48;

function digits(text: string, at: number): number {
  return (text.charCodeAt(at) - ZERO) * 10 + text.charCodeAt(at + 1) - ZERO;
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
