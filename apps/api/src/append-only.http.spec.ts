import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@siyu/kernel';
import { affected, rows, sqlState } from '@siyu/platform';
import { createTestApp, holding, type TestApp } from '@siyu/platform/testing';
import request from 'supertest';
import { contexts } from './app.module';

const APPEND_ONLY = [
  'platform_audit_entries',
  'points_allocations',
  'points_entries',
  'points_seals',
  'tiers_moves',
  'tiers_value_entries',
];

describe('what stays as it was written', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await createTestApp({ imports: contexts as never });
    const customerId = newId();
    await affected(
      test.database.em,
      `insert into customers (customer_id, display_name, attributes, source, created_at, updated_at)
       values ($1, '', '{}', 'test', now(), now())`,
      [customerId],
    );
    const act = (path: string, body: object) =>
      request(test.server)
        .post(`/api/v1/customers/${customerId}/points/${path}`)
        .set(holding('points.write'))
        .set('idempotency-key', path)
        .send(body)
        .expect(201);
    await act('earn', { points: 100, reason: 'test' });
    await act('spend', { points: 30, reason: 'test' });
  }, 60_000);
  afterAll(() => test.close());

  it('are the ledgers, the history of tiers and the audit', async () => {
    const said = await rows<{ name: string }>(
      test.database.em,
      `select c.relname as name from pg_class c join pg_description d on d.objoid = c.oid and d.objsubid = 0
       where d.classoid = 'pg_class'::regclass and d.description like 'append-only%' order by 1`,
    );
    expect(said.map(({ name }) => name)).toEqual(APPEND_ONLY);
  });

  it.each(APPEND_ONLY)('%s takes new lines, and no change by the application', async (table) => {
    const em = test.database.em;
    if (/entries|allocations/.test(table) && table.startsWith('points'))
      expect(await rows(em, `select from ${table}`)).not.toEqual([]);
    const [{ name: column }] = (await rows(
      em,
      'select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 order by attnum limit 1',
      [table],
    )) as [{ name: string }];
    for (const statement of [
      `update ${table} set ${column} = ${column}`,
      `delete from ${table}`,
      `truncate ${table} cascade`,
      `alter table ${table} rename to elsewhere`,
      `drop table ${table}`,
    ]) {
      const state = await affected(em, statement).then(() => 'done', sqlState);
      expect([statement, state]).toEqual([statement, '42501']);
    }
  });
});
