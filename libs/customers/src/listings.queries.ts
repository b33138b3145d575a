import { Inject, Injectable } from '@nestjs/common';
import { badCursor, decodeCursor, encodeCursor, isDay, isId, parseInstant } from '@siyu/kernel';
import { CONFIG, Database, rows, type Config } from '@siyu/platform';
import { parseCondition, parseOrder, type Order } from './domain/filters';
import { planSearch, type SearchPlan } from './domain/search';
import { ListingCatalogue, type PlacedField } from './listings.catalogue';
import type { CustomersPage, CustomersQuery } from './listings.dto';
import { ListingRows } from './listings.rows';
import {
  columnOf,
  conditionSql,
  emptySql,
  isCompared,
  joinOf,
  matchesSql,
  Params,
  type PlacedCondition,
  sortKeySql,
  valueSql,
} from './listings.sql';

/** Which customers a list is about, and in which order. */
interface Listing {
  search: SearchPlan | null;
  conditions: PlacedCondition[];
  order: Order<PlacedField> | null;
}

/** A customer's place in the list; `key` is null where the field that gives the order has no value. */
interface Place {
  id: string;
  key: string | null;
}

const NUMBER_KEY = /^-?\d{1,19}(?:\.\d{1,20})?(?:e[+-]?\d{1,3})?$/;
const INSTANT_KEY = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}Z$/;

/** The list of customers: search, filters, order, pages. */
@Injectable()
export class ListingsQueries {
  constructor(
    private readonly database: Database,
    private readonly catalogue: ListingCatalogue,
    private readonly listed: ListingRows,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * One page. Customers without a value in the field that gives the order come last, in both directions.
   *
   * @throws DomainError `customers.filter-invalid`, `customers.sort-invalid`, `customers.facet-unknown`, `page.bad-cursor`
   */
  async page(query: CustomersQuery): Promise<CustomersPage> {
    const listing = await this.read(query);
    const facets = this.catalogue.facetsNamed(query.facets ?? '');
    const after = query.cursor ? readCursor(query.cursor, query.sort, listing.order) : null;
    const places = await this.places(listing, after, query.limit + 1);
    const shown = places.slice(0, query.limit);
    const last = places.length > query.limit ? shown.at(-1)! : null;
    return {
      items: await this.listed.of(
        shown.map(({ id }) => id),
        facets,
      ),
      nextCursor: last && encodeCursor([query.sort ?? null, last.key, last.id]),
    };
  }

  private async read({ q, filter, sort }: CustomersQuery): Promise<Listing> {
    const fields = this.catalogue.fields();
    const conditions = (filter ?? []).map((text, index) =>
      parseCondition(text, fields, this.config.timeZone, `/filter/${index}`),
    );
    const order = sort ? parseOrder(sort, fields) : null;
    const placed = conditions.map(async (each) => ({ ...each, ifNone: (await each.field.ifNone?.()) ?? null }));
    return { search: planSearch(q ?? ''), conditions: await Promise.all(placed), order };
  }

  private async places(listing: Listing, after: Place | null, limit: number): Promise<Place[]> {
    const { search, conditions, order } = listing;
    if (!order) {
      return search && conditions.length === 0
        ? this.newestFound(search, after, limit)
        : this.newest(listing, after, limit);
    }
    const valued = after?.key === null ? [] : await this.ordered(listing, order, after, limit);
    // A customer's own fields that have an order always have a value.
    if (valued.length === limit || !order.field.facet) return valued;
    const rest = await this.newest(
      { ...listing, order: null },
      after?.key === null ? after : null,
      limit - valued.length,
      emptySql(order.field),
    );
    return [...valued, ...rest];
  }

  /** The plain search: each way of finding is read off its index, newest first, no further than the page reaches. */
  private newestFound(search: SearchPlan, after: Place | null, limit: number): Promise<Place[]> {
    const params = new Params();
    const matches = matchesSql(search, params, { before: after?.id ?? null, limit });
    return this.select(
      `select customer_id as id, null as key from (${matches}) as found order by customer_id desc`,
      params,
      limit,
    );
  }

  private newest(listing: Listing, after: Place | null, limit: number, extra?: string): Promise<Place[]> {
    const params = new Params();
    const where = [...wheres(listing, params), ...(extra ? [extra] : [])];
    if (after) where.push(`c.customer_id < ${params.add(after.id)}::uuid`);
    return this.select(
      `select c.customer_id as id, null as key from ${froms(listing)} ${whereSql(where)} order by c.customer_id desc`,
      params,
      limit,
    );
  }

  /** The customers who have a value in the field that gives the order. */
  private ordered(listing: Listing, order: Order<PlacedField>, after: Place | null, limit: number): Promise<Place[]> {
    const params = new Params();
    const column = columnOf(order.field);
    const where = [...wheres(listing, params), `${column} is not null`];
    if (after) {
      const key = valueSql(order.field, after.key!, params);
      where.push(`(${column}, c.customer_id) ${order.descending ? '<' : '>'} (${key}, ${params.add(after.id)}::uuid)`);
    }
    const direction = order.descending ? 'desc' : 'asc';
    return this.select(
      `select c.customer_id as id, ${sortKeySql(order)} as key from ${froms(listing)} ${whereSql(where)}
       order by ${column} ${direction}, c.customer_id ${direction}`,
      params,
      limit,
    );
  }

  private select(sql: string, params: Params, limit: number): Promise<Place[]> {
    return rows<Place>(this.database.em, `${sql} limit ${params.add(limit)}`, params.values);
  }
}

function froms({ conditions, order }: Listing): string {
  const compared = conditions.filter(isCompared).map(({ field }) => field.facet);
  const facets = new Set([...compared, order?.field.facet ?? null]);
  return ['customers c', ...[...facets].filter((facet) => facet !== null).map(joinOf)].join(' ');
}

function wheres({ search, conditions }: Listing, params: Params): string[] {
  return [
    ...(search ? [`c.customer_id in (${matchesSql(search, params)})`] : []),
    ...conditions.map((condition) => conditionSql(condition, params)),
  ];
}

function whereSql(conditions: string[]): string {
  return conditions.length > 0 ? `where ${conditions.join(' and ')}` : '';
}

/** @throws DomainError `page.bad-cursor` (invalid), also for a cursor of another order */
function readCursor(cursor: string, sort: string | undefined, order: Order<PlacedField> | null): Place {
  const [cursorSort, key, id] = decodeCursor(cursor, 3);
  if (cursorSort !== (sort ?? null) || !isId(id) || !isKeyOf(order, key)) throw badCursor();
  return { id, key: key as string | null };
}

function isKeyOf(order: Order<PlacedField> | null, key: unknown): boolean {
  if (key === null) return !order || order.field.facet !== null;
  if (typeof key !== 'string' || !order) return false;
  if (order.field.type === 'day') return isDay(key);
  return order.field.type === 'number'
    ? NUMBER_KEY.test(key)
    : INSTANT_KEY.test(key) && parseInstant(key, 'UTC') !== null;
}
