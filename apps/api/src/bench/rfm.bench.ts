import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import pg from 'pg';
import { newId } from '@siyu/kernel';
import { createLogger, NestLogger, PlatformModule, readConfig, type Operator } from '@siyu/platform';
import { RfmAttemptsService, RfmRunsQueries, RfmRunsService, RfmSettingsService, SegmentsModule } from '@siyu/segments';
import { percentile, timed } from './latencies';
import { DIFFERENCE, FIRST_RUN, NEXT_RUN, PRIMARY_KEY } from './rfm-by-hand';
import type { BenchContext, BenchRow, Scenario } from './scenario';

const ROUNDS = 3;
const PROMISED_RATIO = 1.5;
/** What the run gives itself, the one by hand gets, too. */
const SESSION = `set work_mem = '128MB'; set maintenance_work_mem = '256MB'; set statement_timeout = 0; set jit = off;
  set random_page_cost = 1.1; set parallel_setup_cost = 100; set parallel_tuple_cost = 0.01`;

const OPERATOR: Operator = { kind: 'staff', id: newId(), sessionId: newId(), role: 'bench', permissions: new Set() };

/** A run of the house and SQL written by hand for the same table, in turn, round after round. */
export const rfmScenario: Scenario = {
  name: 'rfm',
  async run({ databaseUrl, log }: BenchContext) {
    const bench = await RfmBench.open(databaseUrl);
    try {
      log('first run');
      await bench.set({ hysteresisPercent: 0 });
      const first = await bench.rounds(FIRST_RUN, (line) => log(line));
      log('nightly run, held back by the one before');
      await bench.set({ hysteresisPercent: 5 });
      const next = await bench.rounds(NEXT_RUN, (line) => log(line));
      return {
        rows: [
          { figure: 'RFM: customers scored', value: await bench.scored(), unit: '' },
          ...rowsOf('RFM, first run', first),
          ...rowsOf('RFM, nightly run with hysteresis', next),
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

function rowsOf(what: string, { ours, byHand }: Times): BenchRow[] {
  const median = (times: number[]) => percentile(times, 0.5) / 1000;
  const rounded = (value: number) => Math.round(value * 100) / 100;
  return [
    { figure: `${what}: ours, median of ${ours.length}`, value: rounded(median(ours)), unit: 's' },
    { figure: `${what}: by hand, median of ${byHand.length}`, value: rounded(median(byHand)), unit: 's' },
    {
      figure: `${what}: ours / by hand`,
      value: rounded(median(ours) / median(byHand)),
      unit: '',
      limit: `<= ${PROMISED_RATIO}`,
    },
  ];
}

class RfmBench {
  private constructor(
    private readonly app: Awaited<ReturnType<typeof NestFactory.createApplicationContext>>,
    private readonly client: pg.Client,
  ) {}

  static async open(databaseUrl: string): Promise<RfmBench> {
    const logger = createLogger('warn', 'cli');
    const config = readConfig({ DATABASE_URL: databaseUrl });

    @Module({ imports: [PlatformModule.with({ config, logger }), SegmentsModule] })
    class RfmRoot {}

    const options = { logger: new NestLogger(logger), abortOnError: false };
    const app = await NestFactory.createApplicationContext(RfmRoot, options);
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    await client.query(SESSION);
    return new RfmBench(app, client);
  }

  async set(settings: { hysteresisPercent: number }): Promise<void> {
    await this.app.get(RfmSettingsService).replace(OPERATOR, settings);
  }

  /** One round to warm up, then so many that count; whoever went first goes second in the next. */
  async rounds(byHand: string, log: (line: string) => void): Promise<Times> {
    const times: Times = { ours: [], byHand: [] };
    for (let round = 0; round <= ROUNDS; round += 1) {
      const previous = await this.latestRun();
      const took = { ours: 0, byHand: 0 };
      const runId = await this.request();
      const ours = async () => void (took.ours = await timed(() => this.perform(runId)));
      const hand = async () => void (took.byHand = await this.byHand(byHand, runId, previous));
      for (const turn of round % 2 === 0 ? [ours, hand] : [hand, ours]) await turn();
      await this.compare(runId);
      log(`ours ${(took.ours / 1000).toFixed(2)} s, by hand ${(took.byHand / 1000).toFixed(2)} s, tables equal`);
      if (round === 0) continue;
      times.ours.push(took.ours);
      times.byHand.push(took.byHand);
    }
    return times;
  }

  async scored(): Promise<number> {
    return (await this.app.get(RfmRunsQueries).done()).scoredCount!;
  }

  private async request(): Promise<string> {
    return (await this.app.get(RfmRunsService).request(OPERATOR)).runId;
  }

  private async perform(runId: string): Promise<void> {
    await this.app.get(RfmAttemptsService).perform(runId, new AbortController().signal);
  }

  private async latestRun(): Promise<string | null> {
    const found = await this.client.query<{ run_id: string }>(
      `select run_id from segments_rfm_runs where status = 'done' order by run_id desc limit 1`,
    );
    return found.rows[0]?.run_id ?? null;
  }

  /** Does by hand what the run does: the same day, the same window. */
  private async byHand(statement: string, runId: string, previous: string | null): Promise<number> {
    const day = `(now() at time zone 'Asia/Shanghai')::date`;
    const { rows } = await this.client.query<{ today: string; from: Date; until: Date }>(
      `select ${day}::text as today, (${day} - 364)::timestamp at time zone 'Asia/Shanghai' as from,
         (${day} + 1)::timestamp at time zone 'Asia/Shanghai' as until`,
    );
    const { today, from, until } = rows[0]!;
    const params = [today, from, until, runId, ...(statement === NEXT_RUN ? [previous] : [])];
    await this.client.query('drop table if exists bench_rfm_by_hand');
    return timed(async () => {
      await this.client.query(statement, params);
      await this.client.query(PRIMARY_KEY);
    });
  }

  private async compare(runId: string): Promise<void> {
    const { rows } = await this.client.query<{ differing: number }>(DIFFERENCE, [runId]);
    if (Number(rows[0]!.differing) > 0) throw new Error(`${rows[0]!.differing} rows differ from those made by hand`);
    await this.client.query('drop table bench_rfm_by_hand');
  }

  /** Takes away what the rounds left, so that a database that is kept does not grow. */
  async close(): Promise<void> {
    const { rows } = await this.client.query<{ name: string }>(
      `select inhrelid::regclass::text as name from pg_inherits where inhparent = 'segments_rfm_scores'::regclass`,
    );
    for (const { name } of rows) await this.client.query(`drop table ${name}`);
    await this.client.query('truncate segments_rfm_runs, segments_rfm_cells, segments_rfm_settings');
    await this.client.query('drop table if exists bench_rfm_by_hand');
    await this.client.end();
    await this.app.close();
  }
}
