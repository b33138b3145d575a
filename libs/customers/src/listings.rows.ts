import { Injectable } from '@nestjs/common';
import { Database, rows } from '@siyu/platform';
import type { Identity } from './domain/identities';
import { maskIdentity } from './domain/masking';
import type { Facet, FacetField } from './facets.registry';
import type { ListedCustomer } from './listings.dto';
import { aliasOf, joinOf, Params } from './listings.sql';

type Row = Omit<ListedCustomer, 'createdAt' | 'identities'> & { createdAt: Date; identities: Identity[] };

/** What a list shows of each customer. */
@Injectable()
export class ListingRows {
  constructor(private readonly database: Database) {}

  /** In the order of the ids. */
  async of(customerIds: readonly string[], facets: readonly Facet[]): Promise<ListedCustomer[]> {
    if (customerIds.length === 0) return [];
    const params = new Params();
    const wanted = params.add(customerIds);
    const shown = await Promise.all(facets.map(async (facet) => `'${facet.name}', ${await facetSql(facet, params)}`));
    const found = await rows<Row>(
      this.database.em,
      `select c.customer_id as id, c.display_name as "displayName", c.gender, c.source, c.created_at as "createdAt",
         coalesce((select jsonb_agg(jsonb_build_object('type', i.type, 'value', i.value) order by i.created_at, i.type, i.value)
           from customers_identities i where i.customer_id = c.customer_id), '[]') as identities,
         jsonb_build_object(${shown.join(', ')}) as facets
       from unnest(${wanted}::uuid[]) with ordinality as wanted (customer_id, place)
       join customers c on c.customer_id = wanted.customer_id ${facets.map(joinOf).join(' ')}
       order by wanted.place`,
      params.values,
    );
    return found.map((row) => ({
      ...row,
      createdAt: row.createdAt.toISOString(),
      identities: row.identities.map(maskIdentity),
    }));
  }
}

/** Null for customers without a row, unless that means something. */
async function facetSql(facet: Facet, params: Params): Promise<string> {
  const fields = Object.entries(facet.fields);
  const valued = fields.map(([name, field]) => `'${name}', ${fieldSql(facet, field)}`);
  const ifNone = await Promise.all(fields.map(async ([name, field]) => [name, (await field.ifNone?.()) ?? null]));
  const isNothing = ifNone.every(([, value]) => value === null);
  const none = isNothing ? 'null' : `${params.add(JSON.stringify(Object.fromEntries(ifNone)))}::jsonb`;
  return `case when ${aliasOf(facet)}.customer_id is not null then jsonb_build_object(${valued.join(', ')}) else ${none} end`;
}

/** Times in JSON as the rest of the API writes them. */
function fieldSql(facet: Facet, { column, type }: FacetField): string {
  const value = `${aliasOf(facet)}.${column}`;
  return type === 'instant' ? `to_char(${value} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')` : value;
}
