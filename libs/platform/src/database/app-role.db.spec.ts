import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Module } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { cloneTestDatabase, createTestApp, type TestApp, type TestDatabase } from '../testing';
import { appRoleFault } from './app-role';
import { sqlState } from './database';
import { migrate } from './migrate';
import { affected, row, rows } from './sql';

const MIGRATIONS = fileURLToPath(new URL('../../../../apps/api/migrations', import.meta.url));
const INSUFFICIENT_PRIVILEGE = '42501';

@Module({})
class NothingModule {}

describe('the application', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await createTestApp({ imports: [NothingModule] });
    await test.asOwner(`create table till_rolls (id int primary key, line text); create table drawers (id int)`);
    await test.asOwner(`comment on table till_rolls is 'append-only: like paper'`);
    await migrate((await ownerUrl(test))!, MIGRATIONS);
  });
  afterAll(() => test.close());

  const refusal = (statement: string) => affected(test.database.em, statement).then(() => 'done', sqlState);

  it('works as a role of its own, in transactions, too', async () => {
    const who = 'select current_user as "user"';
    expect(await row(test.database.em, who)).toEqual({ user: 'siyu_app' });
    expect(await test.database.transaction((em) => row(em, who))).toEqual({ user: 'siyu_app' });
    await test.database.em.query('reset role');
    expect(await row(test.database.em, who)).toEqual({ user: 'siyu_app' });
  });

  it('adds to an append-only table, and can neither change nor remove what is in it', async () => {
    expect(await refusal(`insert into till_rolls values (1, 'a mug')`)).toBe('done');
    for (const statement of [
      `update till_rolls set line = 'two mugs'`,
      'delete from till_rolls',
      'truncate till_rolls',
      'drop table till_rolls',
      'alter table till_rolls disable trigger all',
      `insert into till_rolls values (1, 'x') on conflict (id) do update set line = excluded.line`,
      'grant update on till_rolls to siyu_app',
    ]) {
      const state = statement.startsWith('grant') ? ['done', INSUFFICIENT_PRIVILEGE] : [INSUFFICIENT_PRIVILEGE];
      expect([statement, state.includes((await refusal(statement))!)]).toEqual([statement, true]);
    }
    expect(await refusal(`update till_rolls set line = 'two mugs'`)).toBe(INSUFFICIENT_PRIVILEGE);
    expect(await rows(test.database.em, 'select * from till_rolls')).toEqual([{ id: 1, line: 'a mug' }]);
  });

  it('keeps the audit as it was written', async () => {
    expect(await refusal('delete from platform_audit_entries')).toBe(INSUFFICIENT_PRIVILEGE);
    expect(await refusal(`update platform_audit_entries set action = 'x'`)).toBe(INSUFFICIENT_PRIVILEGE);
  });

  it('may do as it likes with all other tables, and with those of a later migration', async () => {
    for (const statement of ['insert into drawers values (1)', 'update drawers set id = 2', 'delete from drawers']) {
      expect([statement, await refusal(statement)]).toEqual([statement, 'done']);
    }
    await test.asOwner('create table later (id int)');
    expect(await refusal('insert into later values (1)')).toBe('done');
  });

  it('ends its own connections to this database and nobody else’s', async () => {
    const end = (pid: number) =>
      row<{ ended: boolean | null }>(test.database.em, 'select platform_end_backend($1) as ended', [pid]);
    const elsewhere = await cloneTestDatabase();
    const stranger = new pg.Client({ connectionString: elsewhere.url });
    await stranger.connect();
    const pidOf = async (client: pg.Client) =>
      (await client.query<{ pid: number }>('select pg_backend_pid() as pid')).rows[0]!.pid;
    expect(await end(await pidOf(stranger))).toEqual({ ended: null });
    const ours = new pg.Client({ connectionString: (await ownerUrl(test))! });
    const over = new Promise<Error>((resolve) => ours.on('error', resolve));
    await ours.connect();
    expect(await end(await pidOf(ours))).toEqual({ ended: true });
    expect((await over).message).toContain('terminating connection');
    await pidOf(stranger);
    await stranger.end();
    await elsewhere.drop();
  });
});

describe('an owner of a database', () => {
  const made: string[] = [];
  let database: TestDatabase;
  let admin: pg.Client;
  afterEach(async () => {
    for (const name of made.splice(0)) {
      await admin.query(`drop database ${name} with (force)`);
      await admin.query(`drop role ${name}`);
    }
    await admin.end();
    await database.drop();
  });

  /** A migrated database of a user without any privilege on the server. */
  async function owned(attributes: string, isMember: boolean): Promise<string> {
    const name = `siyu_owner_${randomBytes(4).toString('hex')}`;
    database = await cloneTestDatabase();
    const url = new URL(database.url);
    admin = new pg.Client({ connectionString: url.href });
    await admin.connect();
    await admin.query(`create role ${name} login password '${name}' ${attributes}`);
    made.push(name);
    if (isMember) await admin.query(`grant siyu_app to ${name}`);
    await admin.query(`create database ${name} owner ${name}`);
    url.pathname = `/${name}`;
    url.username = name;
    url.password = name;
    await migrate(url.href, MIGRATIONS);
    return url.href;
  }

  it('who was made a member beforehand has his application guarded', async () => {
    const url = await owned('', true);
    expect(await appRoleFault(url)).toBeNull();
    const test = new pg.Client({ connectionString: `${url}?options=-c%20role=siyu_app` });
    await test.connect();
    await expect(test.query('delete from platform_audit_entries')).rejects.toMatchObject({
      code: INSUFFICIENT_PRIVILEGE,
    });
    await test.query(`select graphile_worker.add_job('a job')`);
    expect((await test.query('select from graphile_worker.jobs')).rowCount).toBe(1);
    await test.end();
    await migrate(url, MIGRATIONS);
  });

  it('who is no member and may not make roles works without it, and is told what to do', async () => {
    const url = await owned('', false);
    expect(await appRoleFault(url)).toContain(`grant siyu_app to ${made[0]}`);
  });
});

function ownerUrl(test: TestApp): Promise<string | undefined> {
  return test
    .asOwner<{ name: string }>('select current_database() as name')
    .then(([found]) => process.env.TEST_DATABASE_URL?.replace(/\/[^/]*$/, `/${found!.name}`));
}
