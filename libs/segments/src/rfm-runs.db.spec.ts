import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { affected, rows } from '@siyu/platform';
import { RfmAttemptsService } from './rfm-attempts.service';
import { RfmRunsQueries } from './rfm-runs.queries';
import { RfmRunsService } from './rfm-runs.service';
import { order, Shop, STAFF } from './testing/shop';

const never = new AbortController().signal;

describe('runs', () => {
  let shop: Shop;
  let runs: RfmRunsService;
  let attempts: RfmAttemptsService;
  const status = async (runId: string) => (await shop.test.app.get(RfmRunsQueries).get(runId)).status;
  /** Everything that a run leaves in the database besides its record. */
  const traces = async () => {
    const [found] = await rows<{ tables: number; cells: number }>(
      shop.em,
      `select (select count(*) from pg_class where relname like 'segments_rfm_scores_%' and relkind = 'r') as tables,
         (select count(*) from segments_rfm_cells) as cells`,
    );
    return found!;
  };

  beforeAll(async () => {
    shop = await Shop.open('2026-11-22T04:00:00Z');
    runs = shop.test.app.get(RfmRunsService);
    attempts = shop.test.app.get(RfmAttemptsService);
  });
  afterAll(() => shop.close());
  beforeEach(() => shop.fill([order(1, '2026-11-20T04:00:00Z'), order(2, '2026-11-01T04:00:00Z')]));

  /** Makes every run stand still in the middle of its work until `release` is called. */
  async function holdOrders(): Promise<() => Promise<void>> {
    const runner = shop.test.database.source.createQueryRunner();
    await runner.startTransaction();
    await affected(runner.manager, 'lock table orders in access exclusive mode');
    return async () => {
      await runner.rollbackTransaction();
      await runner.release();
    };
  }

  /** Waits until so many transactions stand at the locked orders. */
  async function untilStanding(count: number): Promise<void> {
    for (;;) {
      const standing = await rows(
        shop.em,
        `select from pg_locks where not granted and relation = 'orders'::regclass
         and database = (select oid from pg_database where datname = current_database())`,
      );
      if (standing.length === count) return;
    }
  }

  it('keep what they were made of: settings, days, cut points and totals', async () => {
    await shop.add([order(2, '2026-11-10T04:00:00Z', { kind: 'return', totalCents: 300 })]);
    await shop.set({ windowDays: 30, scoring: { recency: { method: 'quantile', bins: 2 } } });
    const run = await shop.run();
    expect(run).toMatchObject({
      status: 'done',
      referenceDay: '2026-11-22',
      windowFrom: '2026-10-24',
      scoredCount: 2,
      customersCount: 2,
      ordersCount: 2,
      netCents: 1700,
      currencies: ['CNY'],
      historyDays: 22,
    });
    expect(run.cuts).toMatchObject({ recency: [11.5], frequency: [1, 1, 1, 1] });
  });

  it('start one at a time: of ten requests at once one is taken, nine are told which run is under way', async () => {
    const answers = await Promise.allSettled(Array.from({ length: 10 }, () => runs.request(STAFF)));
    const taken = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []));
    expect(taken).toHaveLength(1);
    for (const answer of answers) {
      if (answer.status === 'fulfilled') continue;
      expect(answer.reason).toMatchObject({ code: 'rfm.run-in-progress', extra: { runId: taken[0]!.runId } });
    }
  });

  it('are not started by the schedule while another one is under way', async () => {
    await runs.request(STAFF);
    await runs.requestUnlessActive();
    expect(await rows(shop.em, 'select from segments_rfm_runs')).toHaveLength(1);
  });

  it('are called off while they wait: nothing is done any more', async () => {
    const { runId } = await runs.request(STAFF);
    await runs.cancel(STAFF, runId);
    await attempts.perform(runId, never);
    expect(await status(runId)).toBe('cancelled');
    expect(await traces()).toEqual({ tables: 0, cells: 0 });
    await expect(runs.cancel(STAFF, runId)).rejects.toMatchObject({ code: 'rfm.run-over' });
  });

  it('are called off in the middle of their work without leaving anything, and make way for the next', async () => {
    const { runId } = await runs.request(STAFF);
    const release = await holdOrders();
    const attempt = attempts.perform(runId, never);
    await untilStanding(1);
    await runs.cancel(STAFF, runId);
    await attempt;
    expect(await status(runId)).toBe('cancelled');
    await release();
    expect(await traces()).toEqual({ tables: 0, cells: 0 });
    expect((await shop.run()).status).toBe('done');
  });

  it('are taken up again after their worker was killed, though the database is still at its work', async () => {
    const { runId } = await runs.request(STAFF);
    const release = await holdOrders();
    const killed = attempts.perform(runId, never).then(
      () => 'done',
      () => 'lost',
    );
    await untilStanding(1);
    const again = attempts.perform(runId, never);
    expect(await killed).toBe('lost');
    await untilStanding(1);
    await release();
    await again;
    expect(await status(runId)).toBe('done');
    expect(await traces()).toMatchObject({ tables: 1 });
  });

  it('stop when the worker shuts down and are done by the next one', async () => {
    const { runId } = await runs.request(STAFF);
    const release = await holdOrders();
    const shutdown = new AbortController();
    const attempt = attempts.perform(runId, shutdown.signal);
    await untilStanding(1);
    shutdown.abort(new Error('shutting down'));
    await expect(attempt).rejects.toThrow();
    expect(await status(runId)).toBe('running');
    await release();
    await attempts.perform(runId, never);
    expect(await status(runId)).toBe('done');
  });

  it('fail with a message and without a trace when the database refuses the work', async () => {
    await shop.test.asOwner('alter view customers_v rename to customers_gone_v');
    const { runId } = await runs.request(STAFF);
    await attempts.perform(runId, never);
    await shop.test.asOwner('alter view customers_gone_v rename to customers_v');
    const run = await shop.test.app.get(RfmRunsQueries).get(runId);
    expect(run).toMatchObject({ status: 'failed', message: 'The database refused the work (SQLSTATE 42P01).' });
    expect(await traces()).toEqual({ tables: 0, cells: 0 });
  });

  it('whose job was given up do not stand in the way', async () => {
    const { runId } = await runs.request(STAFF);
    await affected(
      shop.em,
      `select graphile_worker.permanently_fail_jobs(array_agg(id), 'died') from graphile_worker.jobs where key like $1`,
      [`%${runId}`],
    );
    expect((await shop.run()).status).toBe('done');
    expect(await status(runId)).toBe('failed');
  });

  it('done twice by a job that was delivered twice change nothing', async () => {
    const run = await shop.run();
    const before = await shop.scores(run.runId);
    await attempts.perform(run.runId, never);
    expect(await shop.scores(run.runId)).toEqual(before);
  });

  it('drop the scores of the oldest run beyond those to keep; its summary stays', async () => {
    await shop.set({ keepRuns: 2 });
    const made = [await shop.run(), await shop.run(), await shop.run()];
    expect(await traces()).toMatchObject({ tables: 2 });
    const records = await rows<{ runId: string; dropped: boolean; cells: number }>(
      shop.em,
      `select run_id as "runId", scores_dropped_at is not null as dropped,
         (select count(*) from segments_rfm_cells c where c.run_id = r.run_id) as cells
       from segments_rfm_runs r order by run_id`,
    );
    expect(records.map(({ dropped }) => dropped)).toEqual([true, false, false]);
    expect(records.map(({ runId }) => runId)).toEqual(made.map(({ runId }) => runId));
    expect(records.every(({ cells }) => cells > 0)).toBe(true);
  });

  it('wait with dropping scores that somebody reads', async () => {
    await shop.set({ keepRuns: 2 });
    await shop.run();
    const reader = shop.test.database.source.createQueryRunner();
    await reader.startTransaction();
    await rows(reader.manager, 'select from segments_rfm_scores');
    await shop.run();
    await shop.run();
    expect(await traces()).toMatchObject({ tables: 3 });
    await reader.rollbackTransaction();
    await reader.release();
    await shop.run();
    expect(await traces()).toMatchObject({ tables: 2 });
  });

  it('stop counting absurd amounts where whole numbers end, and go on', async () => {
    const huge = { totalCents: 2 ** 53 - 1 };
    await shop.add([1, 2].flatMap((customer) => [1, 2].map(() => order(customer, '2026-11-20T04:00:00Z', huge))));
    const run = await shop.run();
    expect(run).toMatchObject({ status: 'done', netCents: Number.MAX_SAFE_INTEGER });
    expect((await shop.scores(run.runId))[0]!.monetaryCents).toBe(Number.MAX_SAFE_INTEGER);
  });

  it('over no customers at all are done and empty', async () => {
    await shop.fill([]);
    expect(await shop.run()).toMatchObject({ status: 'done', scoredCount: 0, customersCount: 0, netCents: 0 });
  });
});
