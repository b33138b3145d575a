import type pg from 'pg';

/** How an index or a constraint is made again. */
export interface Definition {
  table: string;
  make: string;
}

/** Takes the indexes and primary keys off the tables: filling them is many times faster without. */
export async function dropIndexes(client: pg.Client, tables: readonly string[]): Promise<Definition[]> {
  const found = await client.query<Definition & { drop: string }>(
    `select t.relname as table,
       case when c.oid is null then pg_get_indexdef(i.indexrelid)
         else format('alter table %I add constraint %I %s', t.relname, c.conname, pg_get_constraintdef(c.oid)) end as make,
       case when c.oid is null then format('drop index %I', x.relname)
         else format('alter table %I drop constraint %I', t.relname, c.conname) end as drop
     from pg_index i
     join pg_class t on t.oid = i.indrelid
     join pg_class x on x.oid = i.indexrelid
     left join pg_constraint c on c.conindid = i.indexrelid and c.contype in ('p', 'u')
     where t.relname = any($1) and t.relnamespace = 'public'::regnamespace
     order by c.oid nulls last, x.relname`,
    [tables],
  );
  for (const { drop } of found.rows) await client.query(drop);
  return found.rows.map(({ table, make }) => ({ table, make }));
}
