import type { Table } from './schema.ts';
import type { Finding } from './sources.ts';

/**
 * Whether the schema can be spread over many servers by customer (see `docs/decisions`): every table that grows with customers
 * is cut by `customer_id`, and what must be unique across customers has a table of its own that is cut by that value.
 */
export type Spread =
  /** Cut by customer. */
  | 'customer'
  /** Cut by a value that is unique over all customers and leads to one. */
  | 'value'
  /** The same on every server, or on one only: settings, staff, plumbing. */
  | 'whole';

const CUSTOMER = 'customer_id';
/** Tables cut by value whose name does not say so: refunds that know their order's number and not yet their customer. */
const BY_VALUE = new Set(['orders_early_refunds', 'customers_member_codes', 'customers_member_throttles']);
/** Keys that open doors; a small table like the rest of `staff`. */
const NO_KEY_TABLE = new Set(['staff_api_keys']);

export function spreadOf({ name, columns }: Table): Spread {
  if ((name.endsWith('_keys') && !NO_KEY_TABLE.has(name)) || BY_VALUE.has(name)) return 'value';
  return columns.some((column) => column.name === CUSTOMER) ? 'customer' : 'whole';
}

/** Everything that would keep the tables from being spread. */
export function distributionFindings(tables: Table[]): Finding[] {
  const spreads = new Map(tables.map((table) => [table.name, spreadOf(table)]));
  return tables.flatMap((table) => faultsOf(table, spreads).map((what) => ({ where: table.name, what })));
}

function faultsOf(table: Table, spreads: Map<string, Spread>): string[] {
  const spread = spreadOf(table);
  const foreign = table.foreignKeys.filter((key) => spread === 'whole' && spreads.get(key.table) !== 'whole');
  const faults = [
    ...table.triggers.map((name) => `has the trigger ${name}; rules live in the code`),
    ...foreign.map(({ name, table: target }) => `the foreign key ${name} leads to ${target}, which is spread`),
  ];
  if (spread === 'whole') return faults;
  const cut = spread === 'customer' ? CUSTOMER : table.primaryKey[0];
  if (spread === 'customer' && table.primaryKey[0] !== CUSTOMER) {
    faults.push(`its primary key (${table.primaryKey.join(', ')}) does not begin with ${CUSTOMER}`);
  }
  if (spread === 'value' && (!cut || table.primaryKey.includes(CUSTOMER))) {
    faults.push(`its primary key (${table.primaryKey.join(', ')}) is not the value alone`);
  }
  return [
    ...faults,
    ...table.uniques
      .filter(({ columns }) => !columns.includes(cut ?? ''))
      .map(({ name }) => `${name} is unique without ${cut}, which no single server can know`),
    ...table.foreignKeys
      .filter(
        (key) => spread !== 'customer' || !key.columns.includes(CUSTOMER) || spreads.get(key.table) !== 'customer',
      )
      .map(({ name, table: target }) => `the foreign key ${name} to ${target} does not stay within one customer`),
    ...table.columns.filter(({ isNumbered }) => isNumbered).map(({ name }) => `${name} is numbered by a sequence`),
  ];
}
