import 'reflect-metadata';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Column, DataSource, Entity, PrimaryColumn, type EntityMetadata } from 'typeorm';
import { entityFindings } from './entities.ts';
import { onMigratedDatabase, readTables, type Table } from './schema.ts';
import { house, readSources, told } from './sources.ts';

const column = (name: string, type: string, isNullable = false) => ({ name, type, isNullable, isNumbered: false });
const bare = { uniques: [], foreignKeys: [], triggers: [] };
const letters: Table = {
  ...bare,
  name: 'letters',
  columns: [
    column('customer_id', 'uuid'),
    column('letter_id', 'uuid'),
    column('page', 'integer'),
    column('sent_at', 'timestamp with time zone'),
    column('stamps', 'text[]'),
    column('weight', 'bigint'),
  ],
  primaryKey: ['customer_id', 'letter_id', 'page'],
};
const stamps: Table = { ...bare, name: 'stamps', columns: [column('stamp', 'text')], primaryKey: ['stamp'] };

@Entity({ name: 'letters' })
class DriftedRow {
  @PrimaryColumn('uuid')
  customer_id: string;

  @PrimaryColumn('text')
  letter_id: string;

  @Column('integer')
  page: number;

  @Column('timestamptz', { nullable: true })
  sent_at: Date | null;

  @Column('text')
  stamps: string[];

  @Column('bigint')
  grams: number;
}

@Entity({ name: 'letters' })
class SameRow {
  @PrimaryColumn('uuid')
  customer_id: string;

  @PrimaryColumn('uuid')
  letter_id: string;

  @PrimaryColumn('int4')
  page: number;

  @Column('timestamptz')
  sent_at: Date;

  @Column('text', { array: true })
  stamps: string[];

  @Column('int8')
  weight: number;
}

/** Every class that the house's `*.entities.ts` files export, registered with a module or not. */
async function houseEntities(): Promise<(new () => unknown)[]> {
  const files = readSources().filter(({ path }) => path.endsWith('.entities.ts'));
  const modules = await Promise.all(
    files.map(({ path }) => import(pathToFileURL(join(house, path)).href) as Promise<object>),
  );
  return modules.flatMap((module) => Object.values(module).filter((member) => typeof member === 'function'));
}

describe('entities and tables', () => {
  let tables: Table[];
  const sources: DataSource[] = [];

  async function metadataOf(entities: (new () => unknown)[]): Promise<EntityMetadata[]> {
    const source = new DataSource({ type: 'postgres', entities });
    sources.push(source);
    await (source as unknown as { buildMetadatas(): Promise<void> }).buildMetadatas();
    return source.entityMetadatas;
  }
  const typeOf = (column: EntityMetadata['columns'][number]) => sources[0]!.driver.normalizeType(column);

  beforeAll(async () => {
    tables = await onMigratedDatabase(process.env.TEST_DATABASE_URL!, readTables);
  });
  afterAll(() => Promise.all(sources.filter(({ isInitialized }) => isInitialized).map((source) => source.destroy())));

  it('agree column by column', async () => {
    expect(told(entityFindings(tables, await metadataOf(await houseEntities()), typeOf))).toEqual([]);
  });

  it('agree when they say the same in other words', async () => {
    expect(entityFindings([letters], await metadataOf([SameRow]), typeOf)).toEqual([]);
  });

  it('are found to disagree in type, nullability, columns and key, and when one has no other', async () => {
    expect(told(entityFindings([letters, stamps], await metadataOf([DriftedRow]), typeOf))).toEqual([
      'stamps: has no entity',
      'DriftedRow: letter_id is uuid, not text',
      'DriftedRow: sent_at can not be null',
      'DriftedRow: stamps is text[], not text',
      'DriftedRow: grams is no column of letters',
      'DriftedRow: knows nothing of the column weight',
      'DriftedRow: its primary key is (customer_id, letter_id, page), not (customer_id, letter_id)',
    ]);
  });
});
