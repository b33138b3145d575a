import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { row } from '@siyu/platform';
import { spent, terms, tier, version } from '../testing/ladders';
import { TiersHouse } from '../testing/house';
import { RunAttemptsService } from './run-attempts.service';
import { RunsService } from './runs.service';

/** Enough for three slices, of which two are done at the same time. */
const CUSTOMERS = 8_100;
const CUSTOMERS_PER_SLICE = 4_000;
const RULES = terms({
  tiers: [tier('basic', null), tier('silver', spent(100)), tier('gold', spent(500))],
  gifts: { skipped: true, once: 'ever', placement: false },
});

interface Books {
  members: string;
  moves: string;
  gifts: string;
  counted: number;
}

describe('a run that was killed', () => {
  let house: TiersHouse;
  let undisturbed: Books;

  beforeAll(async () => {
    house = await TiersHouse.open('Asia/Shanghai');
    house.test.app.get(RunAttemptsService).customersPerSlice = CUSTOMERS_PER_SLICE;
    await house.begin([version(1, '2020-01-01T00:00:00+08:00', RULES)]);
    await fill();
    await house.run();
    undisturbed = await books();
  }, 120_000);
  afterAll(() => house.close());

  it('moved customers and paid gifts when nobody disturbed it', () => {
    expect(undisturbed.counted).toBeGreaterThan(CUSTOMERS / 2);
  });

  it.each([1, 2])(
    'goes on where it was when the worker was stopped after %i slices',
    async (slices) => {
      await forget();
      const runId = await request();
      await expect(perform(runId, stoppedAfter(slices))).rejects.toThrow();
      expect(await statusOf(runId)).toBe('running');
      await perform(runId, new AbortController().signal);
      expect(await statusOf(runId)).toBe('done');
      expect(await books()).toEqual(undisturbed);
      expect(await countedBy(runId)).toEqual({ customers: CUSTOMERS, moves: undisturbed.counted });
    },
    60_000,
  );

  it('goes on where it was when the database was gone in the middle of a slice', async () => {
    await forget();
    const runId = await request();
    let isOver = false;
    const attempt = perform(runId, new AbortController().signal).finally(() => (isOver = true));
    const killed = expect(attempt).rejects.toThrow();
    await killWorkers(() => isOver);
    await killed;
    await perform(runId, new AbortController().signal);
    expect(await statusOf(runId)).toBe('done');
    expect(await books()).toEqual(undisturbed);
    expect(await countedBy(runId)).toEqual({ customers: CUSTOMERS, moves: undisturbed.counted });
  }, 60_000);

  async function fill(): Promise<void> {
    await house.test.asOwner(
      `insert into customers (customer_id, display_name, attributes, source, created_at, updated_at)
       select md5(n::text)::uuid, '', '{}', 'test', '2025-01-01', '2025-01-01' from generate_series(1, $1::integer) as n`,
      [CUSTOMERS],
    );
    await house.test.asOwner(
      `insert into orders (customer_id, order_id, source, external_id, kind, status, placed_at, paid_at, currency, total_cents,
         refunded_cents, created_at, updated_at)
       select md5(n::text)::uuid, md5(n::text)::uuid, 'test', '', 'sale', 'paid', '2026-03-01', '2026-03-01', 'CNY',
         (n % 7) * 10000, 0, '2026-03-01', '2026-03-01'
       from generate_series(1, $1::integer) as n`,
      [CUSTOMERS],
    );
    await house.test.asOwner('analyze customers, orders');
  }

  /** As if nobody had ever been evaluated but for the placement, which found nobody. */
  async function forget(): Promise<void> {
    await house.test.asOwner('truncate tiers_members, tiers_moves, tiers_benefit_issues');
  }

  async function request(): Promise<string> {
    return (await house.test.app.get(RunsService).request('nightly', null)).runId;
  }

  function perform(runId: string, signal: AbortSignal): Promise<void> {
    return house.test.app.get(RunAttemptsService).perform(runId, signal);
  }

  /** Everything in the books but ids that are made anew. */
  async function books(): Promise<Books> {
    return (await row<Books>(
      house.em,
      `select
         (select md5(string_agg(m::text, '|' order by customer_id)) from tiers_members m) as members,
         (select md5(string_agg(m::text, '|' order by customer_id, move_no)) from tiers_moves m) as moves,
         (select md5(string_agg(concat_ws(' ', customer_id, issue_key, benefit_key, tier_key), '|'
            order by customer_id, issue_key)) from tiers_benefit_issues) as gifts,
         (select count(*) from tiers_moves) as counted`,
    ))!;
  }

  async function statusOf(runId: string): Promise<string | undefined> {
    return (await row<{ status: string }>(house.em, 'select status from tiers_runs where run_id = $1', [runId]))
      ?.status;
  }

  function countedBy(runId: string): Promise<unknown> {
    return row(
      house.em,
      `select done_customers as customers, (select sum(value::bigint)::bigint from jsonb_each_text(moves)) as moves
       from tiers_runs where run_id = $1`,
      [runId],
    );
  }

  /** Ends every connection that is deciding and booking steps, as soon as there is one. */
  async function killWorkers(isTooLate: () => boolean): Promise<void> {
    for (let killed = 0; killed === 0 && !isTooLate();) {
      const gone = await house.test.asOwner(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and pid <> pg_backend_pid() and state = 'active'
           and query like 'with subject as%'`,
      );
      killed = gone.length;
    }
  }
});

/** Aborted when so many slices were begun, as by a worker that is told to end. */
function stoppedAfter(slices: number): AbortSignal {
  const stop = new AbortController();
  const { signal } = stop;
  let begun = 0;
  signal.throwIfAborted = () => {
    begun += 1;
    if (begun > slices) stop.abort(new Error('The worker ends.'));
    if (signal.aborted) throw signal.reason;
  };
  return signal;
}
