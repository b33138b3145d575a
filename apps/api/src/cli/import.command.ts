import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { access, readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import type { INestApplicationContext } from '@nestjs/common';
import {
  FilesService,
  ImportsQueries,
  IntakeService,
  RunsService,
  type ImportDetail,
  type Language,
} from '@siyu/imports';
import { CustomersModule } from '@siyu/customers';
import { DomainError } from '@siyu/kernel';
import { OrdersModule } from '@siyu/orders';
import { openContexts } from './command-context';

const USAGE = `import FILE.csv[.gz] --kind KIND [--mapping MAPPING.json] [--dry-run]

Brings a file in: KIND is customers or orders. Without a mapping the columns are guessed.
Rows that fail are written to FILE.errors.csv in the current folder; the others are in. The exit code is 1 when the import as a
whole failed or was cancelled.
`;
const LOOK_EVERY_MS = 1000;

interface Order {
  file: string;
  kind: string;
  mapping: string | null;
  isDryRun: boolean;
}

/** `import FILE --kind KIND [--mapping FILE] [--dry-run]`: the import of the server, in this process. */
export async function run(args: string[]): Promise<number> {
  const order = await readOrder(args);
  if (!order) {
    console.error(USAGE);
    return 1;
  }
  const app = await openContexts([CustomersModule, OrdersModule]);
  try {
    return await bringIn(app, order);
  } finally {
    await app.close();
  }
}

async function readOrder(args: string[]): Promise<Order | null> {
  const options = { kind: { type: 'string' }, mapping: { type: 'string' }, 'dry-run': { type: 'boolean' } } as const;
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const [file, ...others] = positionals;
    if (!file || others.length > 0 || !values.kind) return null;
    await access(file);
    const mapping = values.mapping === undefined ? null : await readFile(values.mapping, 'utf8');
    return { file, kind: values.kind, mapping, isDryRun: values['dry-run'] ?? false };
  } catch (error) {
    const isMissing = (error as { code?: string }).code === 'ENOENT';
    if (isMissing)
      throw new DomainError('cli.no-such-file', 'invalid', `There is no file ${(error as { path?: string }).path}.`);
    console.error(error instanceof Error ? error.message : error);
    return null;
  }
}

async function bringIn(app: INestApplicationContext, { file, kind, mapping, isDryRun }: Order): Promise<number> {
  const startedAt = performance.now();
  const kept = await app.get(FilesService).keep(basename(file), createReadStream(file, { highWaterMark: 1024 * 1024 }));
  const importId = await app.get(IntakeService).acceptFromCommandLine(kept, kind, mapping, isDryRun);
  await runWatched(app, importId);
  const result = await app.get(ImportsQueries).get(importId);
  report(result, (performance.now() - startedAt) / 1000);
  const errorsFile = `${basename(file).replace(/(\.csv)?(\.gz)?$/i, '')}.errors.csv`;
  if (result.rows.failed > 0) await writeErrors(app, result, errorsFile);
  return result.status === 'completed' ? 0 : 1;
}

/** Runs the import to its end, telling how far it is; Ctrl-C cancels it. */
async function runWatched(app: INestApplicationContext, importId: string): Promise<void> {
  const abort = new AbortController();
  const stop = () => abort.abort();
  for (const event of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(event, stop);
  const look = async () => showProgress(await app.get(ImportsQueries).get(importId));
  const looking = setInterval(() => void look().catch(() => undefined), LOOK_EVERY_MS);
  try {
    await app.get(RunsService).run(importId, abort.signal);
  } catch (error) {
    if (!abort.signal.aborted) throw error;
    await app.get(RunsService).abandon(importId);
  } finally {
    clearInterval(looking);
    for (const event of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.removeListener(event, stop);
    if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
  }
}

function showProgress({ phase, bytesRead, fileBytes, rows, done, total }: ImportDetail): void {
  const percent = (part: number, whole: number) => `${Math.floor((100 * part) / Math.max(1, whole))} %`;
  const text =
    phase === 'applying'
      ? `${done.toLocaleString('en')} of ${total!.toLocaleString('en')} records (${percent(done, total!)})`
      : `${rows.read.toLocaleString('en')} rows read (${percent(bytesRead, fileBytes)} of the file)`;
  process.stderr.write(process.stderr.isTTY ? `\r\u001b[K${text}` : `${text}\n`);
}

function report(result: ImportDetail, seconds: number): void {
  const { status, dryRun, rows, error } = result;
  console.log(
    `${result.fileName}: ${status}${dryRun ? ' (dry run, nothing is written)' : ''} in ${seconds.toFixed(1)} s`,
  );
  if (error) {
    console.log(`${error.code}: ${error.detail}`);
    for (const { pointer, message } of error.errors) console.log(`  ${pointer} ${message}`);
  }
  const counts = ['total', 'created', 'updated', 'unchanged', 'skipped', 'failed'] as const;
  for (const count of counts)
    console.log(`${count.padEnd(12)}${(result[count] ?? 0).toLocaleString('en').padStart(12)}`);
  for (const [name, count] of Object.entries(rows)) {
    console.log(`${`rows ${name}`.padEnd(12)}${count.toLocaleString('en').padStart(12)}`);
  }
}

async function writeErrors(app: INestApplicationContext, result: ImportDetail, path: string): Promise<void> {
  const language: Language = /^zh/i.test(process.env.LANG ?? '') ? 'zh-CN' : 'en';
  const out = createWriteStream(path);
  for await (const lines of app.get(ImportsQueries).errorLines(result, language)) {
    if (!out.write(lines)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
  console.log(`The failed rows are in ${path}.`);
}
