import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Module } from '@nestjs/common';
import { createTestApp, type TestApp } from '../testing';
import { violates } from './database';
import { affected, row, rows } from './sql';

@Module({})
class NothingModule {}

describe('the database', () => {
  let test: TestApp;

  beforeAll(async () => {
    test = await createTestApp({ imports: [NothingModule] });
    await rows(test.database.em, 'create table shelves (id int constraint shelves_pk primary key, n bigint not null)');
    await rows(test.database.em, 'insert into shelves values (1, 0), (2, 0)');
  });
  afterAll(() => test.close());

  it('gives rows and counts whatever the verb', async () => {
    const em = test.database.em;
    expect(await rows(em, 'update shelves set n = 1 where id = 1 returning id')).toEqual([{ id: 1 }]);
    expect(await row(em, 'select n from shelves where id = $1', [1])).toEqual({ n: 1 });
    expect(await affected(em, 'update shelves set n = 0')).toBe(2);
    expect(await affected(em, 'insert into shelves values (3, 0)')).toBe(1);
    expect(await affected(em, 'delete from shelves where id = 3')).toBe(1);
    expect(await row(em, 'select * from shelves where id = 3')).toBeNull();
  });

  it('refuses a bigint that a number cannot hold instead of rounding it', async () => {
    expect(await row(test.database.em, 'select 9007199254740991::bigint as n')).toEqual({ n: 9007199254740991 });
    await expect(rows(test.database.em, 'select 9007199254740993::bigint as n')).rejects.toThrow('exact range');
  });

  it('reads times of every form, to the millisecond', async () => {
    const read = async (text: string, zone: string) => {
      const found = await test.database.transaction(async (em) => {
        await rows(em, `set local time zone '${zone}'`);
        return row<{ at: Date }>(em, 'select $1::timestamptz as at', [text]);
      });
      return found!.at;
    };
    for (const zone of ['UTC', 'Asia/Shanghai', 'Asia/Kathmandu']) {
      for (const text of [
        '2026-11-22T04:00:00Z',
        '2026-02-28T23:59:59.1Z',
        '2024-02-29T00:00:00.120Z',
        '1969-12-31T23:59:59.999Z',
        '0850-01-01T00:00:00Z',
        '0044-03-15T12:00:00Z',
        '9999-12-31T23:59:59.987Z',
      ]) {
        expect([zone, (await read(text, zone)).toISOString()]).toEqual([zone, new Date(text).toISOString()]);
      }
      expect((await read('2026-11-22T04:00:00.123999Z', zone)).getMilliseconds()).toBe(123);
    }
    expect(await read('infinity', 'UTC')).toBe(Infinity);
    expect((await read('10000-01-01T00:00:00Z', 'UTC')).toISOString()).toBe('+010000-01-01T00:00:00.000Z');
  });

  it('takes everything back when the work throws', async () => {
    const work = test.database.transaction(async (em) => {
      await affected(em, 'update shelves set n = 99');
      throw new Error('changed my mind');
    });
    await expect(work).rejects.toThrow('changed my mind');
    expect(await rows(test.database.em, 'select n from shelves')).toEqual([{ n: 0 }, { n: 0 }]);
  });

  it('does the work again when two transactions lock each other out', async () => {
    let attempts = 0;
    const both = Promise.withResolvers<void>();
    const raise = (first: number, second: number) => {
      let met = false;
      return test.database.transaction(async (em) => {
        attempts += 1;
        await affected(em, 'update shelves set n = n + 1 where id = $1', [first]);
        if (!met && ++arrived === 2) both.resolve();
        met = true;
        await both.promise;
        await affected(em, 'update shelves set n = n + 1 where id = $1', [second]);
      });
    };
    let arrived = 0;
    await Promise.all([raise(1, 2), raise(2, 1)]);
    expect(attempts).toBe(3);
    expect(await rows(test.database.em, 'select n from shelves order by id')).toEqual([{ n: 2 }, { n: 2 }]);
  });

  it('names the constraint that a statement broke, also behind a shard number', async () => {
    const error = await rows(test.database.em, 'insert into shelves values (1, 0)').catch((thrown: unknown) => thrown);
    expect(violates(error, 'shelves_pk')).toBe(true);
    expect(violates(error, 'shelves')).toBe(false);
    expect(violates({ constraint: 'shelves_pk_102073' }, 'shelves_pk')).toBe(true);
  });
});
