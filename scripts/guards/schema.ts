import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { readMigrations } from './sources.ts';

export interface Column {
  name: string;
  /** As PostgreSQL writes it: `timestamp with time zone`, `text[]`. */
  type: string;
  isNullable: boolean;
  /** Filled by a sequence. */
  isNumbered: boolean;
}

export interface ForeignKey {
  name: string;
  columns: string[];
  table: string;
}

/** A table of the migrated schema. */
export interface Table {
  name: string;
  columns: Column[];
  /** In the key's order; empty when there is none. */
  primaryKey: string[];
  /** Other unique constraints and unique indexes. */
  uniques: { name: string; columns: string[] }[];
  foreignKeys: ForeignKey[];
  triggers: string[];
}

/** Runs `work` on a database of its own with all migrations applied, and drops it. */
export async function onMigratedDatabase<Result>(
  serverUrl: string,
  work: (url: string) => Promise<Result>,
): Promise<Result> {
  const name = `siyu_guard_${randomBytes(4).toString('hex')}`;
  await onServer(serverUrl, (client) => client.query(`create database ${name}`));
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  try {
    await onServer(url.href, async (client) => {
      for (const { text } of readMigrations()) await client.query(text);
    });
    return await work(url.href);
  } finally {
    await onServer(serverUrl, (client) => client.query(`drop database ${name} with (force)`));
  }
}

export async function onServer<Result>(url: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Reads PostgreSQL's own catalogue. */
export async function readTables(url: string): Promise<Table[]> {
  return onServer(url, async (client) => (await client.query<{ table: Table }>(TABLES)).rows.map(({ table }) => table));
}

const COLUMN_NAMES = (keys: string) => `(
  select coalesce(json_agg(a.attname order by k.place), '[]')
  from unnest(${keys}) with ordinality k (number, place) join pg_attribute a on a.attrelid = t.oid and a.attnum = k.number)`;

const TABLES = `
select json_build_object(
  'name', t.relname,
  'columns', (
    select coalesce(json_agg(json_build_object(
      'name', a.attname, 'type', format_type(a.atttypid, a.atttypmod), 'isNullable', not a.attnotnull,
      'isNumbered', a.attidentity <> '' or coalesce(pg_get_expr(d.adbin, d.adrelid) like 'nextval(%', false)
    ) order by a.attnum), '[]')
    from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    where a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped),
  'primaryKey', coalesce(
    (select ${COLUMN_NAMES('i.indkey')} from pg_index i where i.indrelid = t.oid and i.indisprimary), '[]'),
  'uniques', (
    select coalesce(json_agg(json_build_object('name', i.indexrelid::regclass::text, 'columns', ${COLUMN_NAMES('i.indkey')})
      order by i.indexrelid::regclass::text), '[]')
    from pg_index i where i.indrelid = t.oid and i.indisunique and not i.indisprimary),
  'foreignKeys', (
    select coalesce(json_agg(json_build_object(
      'name', c.conname, 'columns', ${COLUMN_NAMES('c.conkey')}, 'table', c.confrelid::regclass::text) order by c.conname), '[]')
    from pg_constraint c where c.conrelid = t.oid and c.contype = 'f'),
  'triggers', (
    select coalesce(json_agg(g.tgname), '[]') from pg_trigger g where g.tgrelid = t.oid and not g.tgisinternal)
) as table
from pg_class t
where t.relnamespace = 'public'::regnamespace and t.relkind in ('r', 'p') and not t.relispartition
order by t.relname`;
