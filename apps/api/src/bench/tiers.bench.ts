import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import pg from 'pg';
import { newId } from '@siyu/kernel';
import { createLogger, NestLogger, PlatformModule, readConfig, type Operator } from '@siyu/platform';
import {
  LaddersService,
  PublicationsService,
  RunAttemptsService,
  RunsService,
  SimulationAttemptsService,
  SimulationsService,
  TiersModule,
} from '@siyu/tiers';
import { percentile, timed } from './latencies';
import type { BenchContext, BenchRow, Scenario } from './scenario';
import { byHand, DIFFERENCE, MATRIX, termsOf, type Rungs } from './tiers-by-hand';

const ROUNDS = 3;
const MOST = { evaluation: 20, simulation: 30, ratio: 2 };
/** What the house gives its own transactions, the statement by hand gets, too, and leave to use several processes besides. */
const SESSION = `set work_mem = '128MB'; set statement_timeout = 0; set jit = off; set random_page_cost = 1.1;
  set parallel_setup_cost = 100; set parallel_tuple_cost = 0.01`;

const OPERATOR: Operator = { kind: 'staff', id: newId(), sessionId: newId(), role: 'bench', permissions: new Set() };

/** Evaluating everybody, evaluating everybody again, trying another ladder on everybody, and SQL written by hand for the same figures. */
export const tiersScenario: Scenario = {
  name: 'tiers',
  async run({ databaseUrl, customers, orders, quick, log }: BenchContext) {
    const bench = await TiersBench.open(databaseUrl);
    try {
      const isWhole = customers >= 1_000_000 && orders >= 10_000_000;
      const [first, again, simulation] = await bench.measure(quick ? 1 : ROUNDS, log);
      return {
        rows: [
          { figure: 'Tiers: customers above the lowest tier', value: await bench.risen(), unit: '' },
          ...rowsOf('Tiers, first evaluation', first, isWhole ? MOST.evaluation : null),
          ...rowsOf('Tiers, nightly evaluation', again, isWhole ? MOST.evaluation : null),
          ...rowsOf('Tiers, simulation', simulation, isWhole ? MOST.simulation : null),
        ],
      };
    } finally {
      await bench.close();
    }
  },
};

interface Times {
  ours: number[];
  byHand: number[];
}

function rowsOf(what: string, { ours, byHand }: Times, most: number | null): BenchRow[] {
  const median = (times: number[]) => percentile(times, 0.5) / 1000;
  const rounded = (value: number) => Math.round(value * 100) / 100;
  const limit = most === null ? {} : { limit: `<= ${most}` };
  return [
    { figure: `${what}: ours, median of ${ours.length}`, value: rounded(median(ours)), unit: 's', ...limit },
    { figure: `${what}: by hand, median of ${byHand.length}`, value: rounded(median(byHand)), unit: 's' },
    {
      figure: `${what}: ours / by hand`,
      value: rounded(median(ours) / median(byHand)),
      unit: '',
      limit: `<= ${MOST.ratio}`,
    },
  ];
}

class TiersBench {
  private constructor(
    private readonly app: Awaited<ReturnType<typeof NestFactory.createApplicationContext>>,
    private readonly client: pg.Client,
  ) {}

  static async open(databaseUrl: string): Promise<TiersBench> {
    const logger = createLogger('warn', 'cli');
    const config = readConfig({ DATABASE_URL: databaseUrl });

    @Module({ imports: [PlatformModule.with({ config, logger }), TiersModule] })
    class TiersRoot {}

    const options = { logger: new NestLogger(logger), abortOnError: false };
    const app = await NestFactory.createApplicationContext(TiersRoot, options);
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    await client.query(SESSION);
    return new TiersBench(app, client);
  }

  /** One round to warm up, then so many that count: a first evaluation, the next night's, a simulation, each beside its own by hand. */
  async measure(rounds: number, log: (line: string) => void): Promise<[Times, Times, Times]> {
    const times = { first: empty(), again: empty(), simulation: empty() };
    for (let round = 0; round <= rounds; round += 1) {
      await this.clear();
      const ladder = await this.app.get(LaddersService).create(OPERATOR, 'bench', { terms: termsOf('ladder') });
      await this.app.get(PublicationsService).publish(OPERATOR, ladder.ladderId, { revision: ladder.draftRevision });
      const took = {
        first: await this.evaluated(),
        firstByHand: await this.doneByHand('ladder'),
        again: await this.unchanged(),
        againByHand: await this.doneByHand('ladder'),
        simulation: 0,
        simulationByHand: await this.doneByHand('draft'),
      };
      took.simulation = await this.simulated(ladder.ladderId);
      log(
        Object.entries(took)
          .map(([what, ms]) => `${what} ${(ms / 1000).toFixed(2)} s`)
          .join(', '),
      );
      if (round === 0 && rounds > 0) continue;
      for (const what of ['first', 'again', 'simulation'] as const) {
        times[what].ours.push(took[what]);
        times[what].byHand.push(took[`${what}ByHand`]);
      }
    }
    return [times.first, times.again, times.simulation];
  }

  private async evaluated(): Promise<number> {
    const { runId } = await this.app.get(RunsService).request('staff', OPERATOR);
    const took = await timed(() => this.app.get(RunAttemptsService).perform(runId, new AbortController().signal));
    const { rows } = await this.client.query<{ status: string }>('select status from tiers_runs where run_id = $1', [
      runId,
    ]);
    if (rows[0]!.status !== 'done') throw new Error(`the evaluation ended as ${rows[0]!.status}`);
    return took;
  }

  /** A second evaluation, which must find nothing to do. */
  private async unchanged(): Promise<number> {
    const { rows } = await this.client.query<{ differing: string }>(DIFFERENCE);
    if (Number(rows[0]!.differing) > 0) throw new Error(`${rows[0]!.differing} customers stand elsewhere than by hand`);
    const state = async () =>
      JSON.stringify((await this.client.query('select count(*), max(xmin::text::bigint) from tiers_members')).rows);
    const before = await state();
    const took = await this.evaluated();
    if ((await state()) !== before) throw new Error('a second evaluation has written something');
    return took;
  }

  private async simulated(ladderId: string): Promise<number> {
    const { simulationId } = await this.app.get(SimulationsService).request(OPERATOR, ladderId, termsOf('draft'));
    const attempts = this.app.get(SimulationAttemptsService);
    const took = await timed(() => attempts.perform(simulationId, new AbortController().signal));
    const { matrix } = await this.app.get(SimulationsService).get(simulationId);
    const found = (matrix ?? []).map(({ from, to, customers }) => `${from} ${to} ${customers}`).sort();
    const { rows } = await this.client.query<{ from: string; to: string; customers: number }>(MATRIX);
    const expected = rows.map(({ from, to, customers }) => `${from} ${to} ${customers}`).sort();
    if (JSON.stringify(found) !== JSON.stringify(expected)) throw new Error('the simulation differs from that by hand');
    return took;
  }

  async risen(): Promise<number> {
    const { rows } = await this.client.query<{ n: string }>('select count(*) as n from tiers_members');
    return Number(rows[0]!.n);
  }

  private async doneByHand(which: Rungs): Promise<number> {
    const { rows } = await this.client.query<{ from: Date; until: Date }>(
      `select ((d - interval '12 months')::date + 1)::timestamp at time zone 'Asia/Shanghai' as from,
         (d + 1)::timestamp at time zone 'Asia/Shanghai' as until
       from (select (now() at time zone 'Asia/Shanghai')::date as d) today`,
    );
    await this.client.query('drop table if exists bench_tiers_by_hand');
    return timed(async () => void (await this.client.query(byHand(which), [rows[0]!.from, rows[0]!.until])));
  }

  /** Takes away what a round left, so that a database that is kept does not grow. */
  private async clear(): Promise<void> {
    const { rows } = await this.client.query<{ name: string }>(
      `select inhrelid::regclass::text as name from pg_inherits where inhparent = 'tiers_simulated'::regclass`,
    );
    for (const { name } of rows) await this.client.query(`drop table ${name}`);
    await this.client.query(
      'truncate tiers_members, tiers_moves, tiers_runs, tiers_days, tiers_versions, tiers_ladders, tiers_simulations',
    );
    await this.client.query('drop table if exists bench_tiers_by_hand');
  }

  async close(): Promise<void> {
    await this.clear();
    await this.client.end();
    await this.app.close();
  }
}

const empty = (): Times => ({ ours: [], byHand: [] });
