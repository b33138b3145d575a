// Whoever compiles this file, from whichever app, has to find the declaration.
// eslint-disable-next-line @typescript-eslint/triple-slash-reference
/// <reference path="./pg-copy-streams.d.ts" />
import { finished } from 'node:stream/promises';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { EntityManager } from 'typeorm';

/** What a column may be given: JSON columns take their text. */
export type CopyValue = string | number | boolean | Date | null;

/**
 * Adds many rows by COPY, which costs the server about half of what an `insert` of the same rows does. For rows that are
 * new: there is no `on conflict` here.
 *
 * @param em manager of the transaction that the rows belong to
 * @param text the statement: `copy points_lots (customer_id, lot_id, …) from stdin`
 */
export async function copyRows(em: EntityManager, text: string, rows: readonly CopyValue[][]): Promise<void> {
  if (!em.queryRunner) throw new Error('COPY belongs into a transaction.');
  const client = (await em.queryRunner.connect()) as PoolClient;
  const copy = client.query(copyFrom(text));
  copy.end(rows.map((row) => `${row.map(written).join('\t')}\n`).join(''));
  await finished(copy);
}

const SPECIAL = /[\\\t\n\r]/;
const ALL_SPECIAL = /[\\\t\n\r]/g;
const ESCAPES: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** A value as COPY's text format wants it. */
function written(value: CopyValue): string {
  if (typeof value === 'string') {
    return SPECIAL.test(value) ? value.replace(ALL_SPECIAL, (special) => ESCAPES[special]!) : value;
  }
  if (value === null) return '\\N';
  return value instanceof Date ? value.toISOString() : String(value);
}
