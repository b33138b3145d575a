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
