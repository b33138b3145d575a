import type { Condition, Order } from './domain/filters';
import type { SearchPlan } from './domain/search';
import type { Facet } from './facets.registry';
import type { PlacedField } from './listings.catalogue';
import { timelineAt } from './timelines.registry';

/*
 * Pieces of the list's statements. Values always travel as parameters; names of views and columns come from the catalogue,
 * which our own code fills.
 */

/** The values of a statement, and their places in it. */
export class Params {
  readonly values: unknown[] = [];

  /** Adds a value and returns its place, `$1`. */
  add(value: unknown): string {
    return `$${this.values.push(value)}`;
  }
}

/** A condition, and what stands in the field of customers who have no row in its facet. */
export interface PlacedCondition extends Condition<PlacedField> {
  ifNone: string | null;
}

const COMPARISONS: Record<string, string> = { eq: '=', gt: '>', gte: '>=', lt: '<', lte: '<=' };
/** Longest whole number that a bigint surely holds. */
const WHOLE_NUMBER = /^-?\d{1,18}$/;

/** The facet's view is joined under its name in quotes: it may be a word of SQL. */
export function aliasOf(facet: Facet | null): string {
  return facet ? `"${facet.name}"` : 'c';
}

export function columnOf({ facet, column }: PlacedField): string {
  return `${aliasOf(facet)}.${column}`;
}

export function joinOf(facet: Facet): string {
  return `left join ${facet.view} as ${aliasOf(facet)} on ${aliasOf(facet)}.customer_id = c.customer_id`;
}

/** Whether the condition looks at a value of the field, and so needs its facet joined. */
export function isCompared({ operator, values, ifNone }: PlacedCondition): boolean {
  if (ifNone !== null) return operator !== 'empty' && !values.includes(ifNone);
  return operator !== 'empty' || values[0] === 'false';
}

export function conditionSql(condition: PlacedCondition, params: Params): string {
  const { field, operator, values, ifNone } = condition;
  const column = columnOf(field);
  if (ifNone !== null && operator === 'empty') return values[0] === 'false' ? 'true' : 'false';
  if (ifNone !== null && values.includes(ifNone)) return noOtherSql(field, values, params);
  if (!isCompared(condition)) return emptySql(field);
  if (operator === 'empty') return `${column} is not null`;
  if (operator === 'in') return `${column} = any(${params.add(values)}::text[])`;
  return `${column} ${COMPARISONS[operator]} ${valueSql(field, values[0]!, params)}`;
}

/**
 * Whether the customer has no value in the field. Asked of the facet by itself: in a joined view, PostgreSQL would take a
 * missing row for as rare as a null.
 */
export function emptySql({ facet, column }: PlacedField): string {
  if (!facet) return `c.${column} is null`;
  return `not exists (select from ${facet.view} as valued where valued.customer_id = c.customer_id and valued.${column} is not null)`;
}

/** Whether the customer has one of the values, or no row, which means one of them. */
function noOtherSql({ facet, column }: PlacedField, values: readonly string[], params: Params): string {
  return `not exists (select from ${facet!.view} as valued
    where valued.customer_id = c.customer_id and valued.${column} <> all(${params.add(values)}::text[]))`;
}

/** A value of the field's type; a whole number stays one, so that an index on a bigint column can be used. */
export function valueSql({ type }: PlacedField, value: string, params: Params): string {
  if (type === 'instant') return `${params.add(value)}::timestamptz`;
  if (type === 'day') return `${params.add(value)}::date`;
  if (type === 'number') return `${params.add(value)}::${WHOLE_NUMBER.test(value) ? 'bigint' : 'numeric'}`;
  return `${params.add(value)}::text`;
}

/** The sort key as text that loses nothing, for cursors. */
export function sortKeySql({ field }: Order<PlacedField>): string {
  return field.type === 'instant' ? timelineAt(columnOf(field)) : `${columnOf(field)}::text`;
}

/**
 * The ids of the customers that a search finds.
 *
 * @param newest keeps each way of finding to its newest so many customers before the given one, read off an index
 */
export function matchesSql(
  plan: SearchPlan,
  params: Params,
  newest?: { before: string | null; limit: number },
): string {
  const before = newest?.before ? params.add(newest.before) : null;
  const limit = newest ? params.add(newest.limit) : null;
  const tail = (id: string) =>
    (before ? ` and ${id} < ${before}::uuid` : '') + (limit ? ` order by ${id} desc limit ${limit}` : '');
  const ways = [
    `select customer_id from customers_identity_keys where value = any(${params.add(plan.values)}::text[])${tail('customer_id')}`,
  ];
  if (plan.lastDigits !== null) {
    const digits = params.add(plan.lastDigits);
    ways.push(
      `select customer_id from customers_identities where type = 'phone' and right(value, 4) = ${digits}${tail('customer_id')}`,
    );
  }
  if (plan.mailbox !== null) {
    const mailbox = params.add(plan.mailbox);
    ways.push(
      `select customer_id from customers_identities where type = 'email' and split_part(value, '@', 1) = ${mailbox}${tail('customer_id')}`,
    );
  }
  ways.push(`${nameSql(plan, params)}${tail('first.customer_id')}`);
  return ways.map((way) => `(${way})`).join('\nunion\n');
}

/** Each part's customers come off the index in the order of the list, so several parts are merged without sorting. */
function nameSql({ parts: [first, ...others], contains }: SearchPlan, params: Params): string {
  const also = others.map(
    (part) => `and exists (select from customers_name_parts other
      where other.customer_id = first.customer_id and other.part = ${params.add(part)})`,
  );
  if (contains !== null) {
    also.push(`and exists (select from customers named
      where named.customer_id = first.customer_id and position(${params.add(contains)} in lower(named.display_name)) > 0)`);
  }
  return `select first.customer_id from customers_name_parts first where first.part = ${params.add(first)} ${also.join(' ')}`;
}
