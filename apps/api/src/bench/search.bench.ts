import { byWorkers, percentile, timed } from './latencies';
import type { BenchContext, BenchRow, Scenario } from './scenario';
import { startSearchApp, type SearchApp } from './search-app';
import { readSearchWords, type SearchWords } from './search-words';

const CLIENTS = 4;
const PAGES = 5;
const PROMISED_MS = 50;

/** `GET /customers?q=` on whatever customers there are: one client, then several at once, then deeper pages. */
export const searchScenario: Scenario = {
  name: 'search',
  async run({ databaseUrl, customers, log }: BenchContext) {
    log('picking search words from the customers');
    const words = await readSearchWords(databaseUrl, customers);
    const app = await startSearchApp(databaseUrl);
    try {
      for (const some of Object.values(words)) for (const q of some.slice(0, 2)) await app.list({ q });
      log('searching with one client');
      const byKind = await oneClient(app, words);
      log(`searching with ${CLIENTS} clients`);
      const crowded = await manyClients(app, words);
      log('turning pages');
      const pages = await deeperPages(app, words);
      return {
        rows: [
          ...latencies('search, one client', [...byKind.values()].flat()),
          ...[...byKind].map(([kind, times]) => p95(`search, one client: ${kind}`, times)),
          ...latencies(`search, ${CLIENTS} clients`, crowded),
          // Few customers have no second page.
          ...(pages.length > 0 ? [p95(`search, page 2 to ${PAGES}`, pages)] : []),
        ],
      };
    } finally {
      await app.close();
    }
  },
};

async function oneClient(app: SearchApp, words: SearchWords): Promise<Map<string, number[]>> {
  const times = new Map<string, number[]>();
  for (const [kind, some] of Object.entries(words)) {
    const took: number[] = [];
    for (const q of some) took.push(await timed(async () => void (await app.list({ q }))));
    if (took.length > 0) times.set(kind, took);
  }
  return times;
}

/** Every word twice, the kinds in turn. */
async function manyClients(app: SearchApp, words: SearchWords): Promise<number[]> {
  const longest = Math.max(...Object.values(words).map((some) => some.length));
  const mixed = Array.from({ length: longest }, (_, index) =>
    Object.values(words).flatMap((some) => some[index] ?? []),
  ).flat();
  const times: number[] = [];
  await byWorkers([...mixed, ...mixed], CLIENTS, async (q) => {
    times.push(await timed(async () => void (await app.list({ q }))));
  });
  return times;
}

async function deeperPages(app: SearchApp, words: SearchWords): Promise<number[]> {
  const times: number[] = [];
  for (const q of [...words['two letters, in most names']!.slice(0, 20), ...words['one letter']!.slice(0, 10)]) {
    let cursor = (await app.list({ q })).nextCursor;
    for (let page = 2; cursor !== null && page <= PAGES; page += 1) {
      const query: Record<string, string> = { q, cursor };
      times.push(await timed(async () => void ({ nextCursor: cursor } = await app.list(query))));
    }
  }
  return times;
}

function latencies(what: string, times: number[]): BenchRow[] {
  return [
    { figure: `${what}: p50`, value: rounded(percentile(times, 0.5)), unit: 'ms' },
    p95(what, times),
    { figure: `${what}: p99`, value: rounded(percentile(times, 0.99)), unit: 'ms' },
  ];
}

function p95(what: string, times: number[]): BenchRow {
  return { figure: `${what}: p95`, value: rounded(percentile(times, 0.95)), unit: 'ms', limit: `< ${PROMISED_MS} ms` };
}

function rounded(ms: number): number {
  return Math.round(ms * 10) / 10;
}
