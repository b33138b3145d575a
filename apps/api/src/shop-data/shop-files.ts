import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe } from '@jest/globals';
import { CustomersModule } from '@siyu/customers';
import { FilesService, ImportsQueries, IntakeService, RunsService, type ImportDetail } from '@siyu/imports';
import { OrdersModule } from '@siyu/orders';
import { createTestApp, type TestApp } from '@siyu/platform/testing';

const PROJECT = resolve(import.meta.dirname, '../../../..');
/** Real order histories and published results; not part of the project. */
const FOLDER = process.env.SHOP_DATA_DIR ?? resolve(PROJECT, '../shared/data');

/** Like `describe`, but skipped, with the reason said, where the shops' data are not at hand. */
export function describeWithShopData(name: string, tests: () => void): void {
  const isThere = existsSync(join(FOLDER, 'reference_results.json'));
  if (!isThere) {
    process.stderr.write(`SKIPPED: ${name}: no data of real shops in ${FOLDER}; SHOP_DATA_DIR names another folder.\n`);
  }
  (isThere ? describe : describe.skip)(name, tests);
}

/** The rows of a small CSV without quotes, by column. */
export function readTable(file: string): Record<string, string>[] {
  const bytes = readFileSync(join(FOLDER, file));
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').trim();
  const [header, ...lines] = text.split(/\r?\n/).map((line) => line.split(','));
  return lines.map((cells) => Object.fromEntries(header!.map((title, index) => [title, cells[index] ?? ''])));
}

export interface Shop extends TestApp {
  /** Imports a file of the shop as the command line would. */
  bringIn(file: string, mapping: string): Promise<ImportDetail>;
  query<Row>(sql: string): Promise<Row[]>;
}

/** An empty house, ready to import a shop. */
export async function openShop(): Promise<Shop> {
  const test = await createTestApp({ imports: [CustomersModule, OrdersModule] });
  const bringIn = async (file: string, mapping: string) => {
    const bytes = createReadStream(join(FOLDER, file), { highWaterMark: 1024 * 1024 });
    const kept = await test.app.get(FilesService).keep(basename(file), bytes);
    const text = readFileSync(join(PROJECT, 'examples/mappings', mapping), 'utf8');
    const importId = await test.app.get(IntakeService).acceptFromCommandLine(kept, 'orders', text, false);
    await test.app.get(RunsService).run(importId, new AbortController().signal);
    return test.app.get(ImportsQueries).get(importId);
  };
  return { ...test, bringIn, query: (sql) => test.database.em.query(sql) };
}
