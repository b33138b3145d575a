import { CustomersModule } from '@siyu/customers';
import { OrdersModule } from '@siyu/orders';
import { CONFIG, type Config } from '@siyu/platform';
import { PointsModule } from '@siyu/points';
import { RfmRunsService, SegmentsModule } from '@siyu/segments';
import { TiersModule } from '@siyu/tiers';
import { readSeedOptions } from '../demo/seed-options';
import { seedDemo, wantsDemo, type SeedReport } from '../demo/seeding';
import { openContexts } from './command-context';

const STEP = 0.1;

/** `seed`: fills the database with the demo shop; with `--if-empty` only one that has no customers of its own. */
export async function run(args: string[]): Promise<number> {
  const app = await openContexts([CustomersModule, OrdersModule, PointsModule, TiersModule, SegmentsModule]);
  try {
    const { timeZone } = app.get<Config>(CONFIG);
    const { ifEmpty, ...chosen } = readSeedOptions(args, new Date(), timeZone);
    const options = { ...chosen, timeZone };
    if (ifEmpty && !(await wantsDemo(app, options))) return 0;
    const started = performance.now();
    const report = await seedDemo(app, options, progressOn(process.stderr, options.customers));
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    const { customers, orders, refunds, events } = report;
    const [c, o, r, e] = [customers, orders, refunds, events].map((value) => value.toLocaleString('en'));
    console.log(`Demo data: ${c} customers, ${o} orders, ${r} refunds, ${e} events in ${seconds} s`);
    // Done by the worker, at once or when it is started.
    await app.get(RfmRunsService).requestUnlessActive();
    return 0;
  } finally {
    await app.close();
  }
}

/** A line that is written over on a terminal; in a log, one line for every tenth of the way. */
function progressOn(stream: NodeJS.WriteStream, customers: number): (report: SeedReport) => void {
  let next = STEP;
  return (report) => {
    const share = report.customers / customers;
    const text = `Demo data: ${report.customers.toLocaleString('en')} of ${customers.toLocaleString('en')} customers`;
    if (stream.isTTY) stream.write(share < 1 ? `\r${text}` : '\r\u001b[K');
    else if (share >= next && share < 1) stream.write(`${text}\n`);
    while (next <= share) next += STEP;
  };
}
