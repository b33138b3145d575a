import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { house, readMigrations, readSources, told } from './sources.ts';
import { libOf, migrationFindings, ownershipFindings, relationsOf } from './table-ownership.ts';

const libs = readdirSync(join(house, 'libs'));
const relations = relationsOf(readMigrations());
/** A small house to plant faults in. */
const example = ['customers', 'customers_v', 'orders', 'orders_items', 'orders_keys', 'orders_purchases_v', 'staff'];

/** What the guard says about a program text at this place. */
function found(path: string, text: string): string[] {
  return ownershipFindings([{ path, text }], example, libs).map(({ what }) => what);
}

describe('table ownership', () => {
  it('knows the tables and to whom they belong', () => {
    expect(relations).toEqual(
      expect.arrayContaining(['customers', 'customers_identity_keys', 'orders', 'orders_figures_v', 'staff']),
    );
    expect(libOf('customers_identity_keys', ['customers', 'orders'])).toBe('customers');
    expect(libOf('customersome', ['customers', 'orders'])).toBeUndefined();
  });

  it('holds: every lib reads and writes its own tables only', () => {
    expect(told(ownershipFindings(readSources(), relations, libs))).toEqual([]);
  });

  it('holds: every migration creates and changes the tables of its own lib only', () => {
    expect(told(migrationFindings(readMigrations(), libs))).toEqual([]);
  });

  it.each([
    ['insert', 'rows(em, `insert into customers (customer_id) values ($1)`)'],
    ['update', "affected(em, 'update customers set display_name = $1')"],
    ['update in a later line', 'rows(em, `with gone as (select 1)\n  update only customers\n set birthday = null`)'],
    ['delete', 'rows(em, `delete from customers where true`)'],
    ['truncate', "rows(em, 'truncate table customers')"],
    ['copy', "client.query(from('copy customers (customer_id) from stdin'))"],
  ])('is broken by an %s of a stranger’s table', (_, text) => {
    expect(found('libs/orders/src/orders.store.ts', text)).toEqual(['writes customers, which belongs to customers']);
  });

  it.each([
    'rows(em, `select * from customers c`)',
    'rows(em, `select * from orders o, customers c where true`)',
    'rows(em, `select * from orders as o join customers using (customer_id)`)',
    'rows(em, `select * from orders o where exists (select from customers)`)',
    'rows(em, `select * from ${table} join customers on true`)',
  ])('is broken by a read of it: %s', (text) => {
    expect(found('libs/orders/src/orders.queries.ts', text)).toEqual(['reads customers, which belongs to customers']);
  });

  it('lets segments read what others publish, and nothing else', () => {
    const path = 'libs/segments/src/rfm.queries.ts';
    expect(found(path, 'rows(em, `select * from customers_v join orders_purchases_v using (customer_id)`)')).toEqual(
      [],
    );
    expect(found(path, 'rows(em, `select * from orders`)')).toEqual(['reads orders, which belongs to orders']);
    expect(found('libs/orders/src/orders.queries.ts', 'rows(em, `select * from customers_v`)')).toEqual([
      'reads customers_v, which belongs to customers',
    ]);
  });

  it('is broken by an app that writes, and by a table name that only shows at run time', () => {
    expect(found('apps/worker/src/main.ts', 'rows(em, `delete from orders`)')).toContain(
      'writes orders, which belongs to orders',
    );
    const unnamed = ['writes a table whose name the text does not show'];
    expect(found('libs/orders/src/orders.store.ts', 'rows(em, `insert into ${table} (a) values (1)`)')).toEqual(
      unnamed,
    );
    expect(found('libs/orders/src/orders.store.ts', 'rows(em, `update ${table} set a = 1`)')).toEqual(unnamed);
    const stranger = "const tables = ['orders', 'staff']; rows(em, `delete from ${table}`)";
    expect(found('libs/orders/src/orders.store.ts', stranger)).toEqual(unnamed);
    const own = "const tables = ['orders', 'orders_items']; rows(em, `delete from ${table}`)";
    expect(found('libs/orders/src/orders.store.ts', own)).toEqual([]);
  });

  it('takes no offence at own tables, locks, upserts, comments and prose', () => {
    const path = 'libs/orders/src/orders.store.ts';
    expect(
      found(
        path,
        'rows(em, `insert into orders_keys (source) values ($1) on conflict do update set source = excluded.source`)',
      ),
    ).toEqual([]);
    expect(found(path, 'rows(em, `select 1 from orders where true for no key update of orders`)')).toEqual([]);
    expect(
      found(path, '// delete from customers\nconst prose = "Nothing was taken from customers or staff.";'),
    ).toEqual([]);
  });

  it('is broken by a migration that creates or reads a stranger’s table or misnames an index', () => {
    const text =
      'create table customers_votes (a int); create view orders_v as select * from staff; create table votes (a int); create index by_a on orders (a);';
    expect(
      migrationFindings([{ path: 'apps/api/migrations/0009-orders.sql', text }], libs).map(({ what }) => what),
    ).toEqual([
      'touches customers_votes, which belongs to customers',
      'touches staff, which belongs to staff',
      "creates votes, which begins with no lib's name",
      'the index by_a is not named after orders',
    ]);
  });
});
