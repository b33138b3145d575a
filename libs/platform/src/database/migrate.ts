import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runMigrations } from 'graphile-worker';
import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import { DomainError } from '@siyu/kernel';
import { grantToAppRole } from './app-role';

/** Any number that no other program would use for the same purpose. */
const MIGRATION_LOCK = 7_365_110;
const FILE_NAME = /^(\d{4})-([a-z0-9-]+)\.sql$/;
/** TypeORM orders migrations by the 13 digits at the end of their name. */
const FIRST_NUMBER = 1_000_000_000_000;

type MigrationClass = new () => MigrationInterface;

/** Reads `NNNN-what.sql` files as TypeORM migrations; each runs in a transaction of its own. */
export async function readMigrations(folder: string): Promise<MigrationClass[]> {
  const files = (await readdir(folder)).filter((file) => FILE_NAME.test(file)).sort();
  return Promise.all(
    files.map(async (file) => {
      const [, number, what] = FILE_NAME.exec(file)!;
      const sql = await readFile(join(folder, file), 'utf8');
      return class implements MigrationInterface {
        name = `${what!.replaceAll('-', '_')}${FIRST_NUMBER + Number(number)}`;
        async up(runner: QueryRunner): Promise<void> {
          await runner.query(sql);
        }
        async down(): Promise<void> {
          throw new Error('Migrations expand and contract; there is no way down.');
        }
      };
    }),
  );
}

/**
 * Brings the database to the newest schema. Safe to call from every process at once: an advisory lock lets one work
 * while the others wait. Afterwards the application's role has its rights.
 *
 * @throws DomainError `database.version` when the server is not PostgreSQL 15 to 18
 */
export async function migrate(databaseUrl: string, folder: string): Promise<void> {
  const source = new DataSource({
    type: 'postgres',
    url: databaseUrl,
    migrations: await readMigrations(folder),
    migrationsTableName: 'platform_migrations',
    migrationsTransactionMode: 'each',
  });
  await source.initialize();
  const lock = source.createQueryRunner();
  try {
    const [{ version }] = await lock.query(`select current_setting('server_version_num')::int as version`);
    const major = Math.floor(version / 10_000);
    if (major < 15 || major > 18) {
      throw new DomainError('database.version', 'invalid', `PostgreSQL 15 to 18 is needed, the server is ${major}.`);
    }
    await lock.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await runMigrations({ connectionString: databaseUrl });
    await source.runMigrations();
    await grantToAppRole(lock);
  } finally {
    await lock.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => undefined);
    await lock.release();
    await source.destroy();
  }
}
