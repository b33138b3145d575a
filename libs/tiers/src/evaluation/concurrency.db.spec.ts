import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { affected, rows } from '@siyu/platform';
import { spent, terms, tier, version } from '../testing/ladders';
import { knownBy, order, type History } from '../testing/history';
import { TiersHouse } from '../testing/house';
import { long, runs } from '../testing/lengths';
import { ReferenceTiers } from '../testing/reference';
import { recordOf, recordsOf } from '../testing/records';
import { RunAttemptsService } from './run-attempts.service';
import { RunsService } from './runs.service';

const CALLERS = 20;
/** Of these some bring orders before they look. */
const BUYERS = 4;
const CUSTOMERS = 40;
const NOW = new Date('2026-03-15T10:00:00+08:00');
const RULES = terms({
  tiers: [
    tier('basic', null),
    ...['silver', 'gold', 'platinum'].map((key, place) => tier(key, spent((place + 1) * 1_000))),
  ],
  gifts: { skipped: true, once: 'ever', placement: false },
});

describe('the nightly run and many live evaluations at once', () => {
  let house: TiersHouse;

  beforeAll(async () => {
    house = await TiersHouse.open('Asia/Shanghai');
  });
  afterAll(() => house.close());

  it(
    'pay no gift twice, leave no gap in the history, and end where one look at the end ends',
    async () => {
      for (let round = 0; round < runs(2, 40); round += 1) await oneNight(round);
    },
    long(120_000, 1_800_000),
  );

  async function oneNight(round: number): Promise<void> {
    const versions = [version(1, '2020-01-01T00:00:00+08:00', RULES)];
    await house.begin(versions);
    house.now = NOW;
    const ids = await house.customers(Array.from({ length: CUSTOMERS }, () => new Date('2025-01-01T00:00:00Z')));
    const histories = new Map(ids.map((id, place) => [id, purchases(place + round)]));
    const live = Array.from({ length: CALLERS }, async (_, caller) => {
      for (let place = 0; place < 3; place += 1) {
        // everybody takes the customers from another one on
        const turn = [...ids.slice(caller * 2), ...ids.slice(0, caller * 2)];
        if (caller < BUYERS)
          await buy(
            ids.filter((_id, at) => at % BUYERS === caller),
            place,
            histories,
          );
        await house.evaluation.evaluate(turn);
      }
    });
    await Promise.all([...live, night(), night()]);
    await house.evaluation.evaluate(ids);
    await expectTheEnd(ids, histories);
  }

  /** Three orders of everybody, one after the other. */
  function purchases(seed: number): History {
    const paid = [1, 2, 3].map((day) => order(`2026-03-0${day}T10:00:00+08:00`, ((seed * day) % 13) * 10_000));
    return { memberSince: new Date('2025-01-01T00:00:00Z'), orders: paid, growth: [] };
  }

  async function buy(ids: string[], place: number, histories: Map<string, History>): Promise<void> {
    for (const id of ids) {
      const { paidAt, totalCents } = histories.get(id)!.orders[place]!;
      await affected(
        house.em,
        `insert into orders (customer_id, order_id, source, external_id, kind, status, placed_at, paid_at, currency,
           total_cents, refunded_cents, created_at, updated_at)
         values ($1, gen_random_uuid(), 'test', '', 'sale', 'paid', $2, $2, 'CNY', $3, 0, $2, $2)`,
        [id, paidAt, totalCents],
      );
    }
  }

  /** As the worker does it; another run may be under way. */
  async function night(): Promise<void> {
    await house.test.app.get(RunsService).requestUnlessActive('nightly');
    const active = await rows<{ runId: string }>(
      house.em,
      `select run_id as "runId" from tiers_runs where status in ('queued', 'running')`,
    );
    for (const { runId } of active) {
      await house.test.app.get(RunAttemptsService).perform(runId, new AbortController().signal);
    }
  }

  async function expectTheEnd(ids: string[], histories: Map<string, History>): Promise<void> {
    const found = await recordsOf(house, ids);
    for (const id of ids) {
      const reference = new ReferenceTiers([version(1, '2020-01-01T00:00:00+08:00', RULES)], 'Asia/Shanghai');
      reference.look({ now: NOW, facts: knownBy(histories.get(id)!, NOW) });
      const [one, other] = [found.get(id)!, recordOf(reference)];
      // it may have taken her more steps to come there, depending on when her orders came in
      expect([one.counts ?? 'basic', one.own?.validUntil, one.gifts]).toEqual([
        other.counts ?? 'basic',
        other.own?.validUntil,
        other.gifts,
      ]);
    }
    const broken = await rows(
      house.em,
      `select m.customer_id, m.move_no, v.count, v.last, v.broken from tiers_members m join (
         select customer_id, count(*) as count, max(move_no) as last, count(*) filter (where is_broken) as broken from (
           select customer_id, move_no, from_key <> coalesce(lag(to_key) over line, 'basic')
             or own_from_key <> coalesce(lag(own_to_key) over line, 'basic') as is_broken
           from tiers_moves window line as (partition by customer_id order by move_no)
         ) moves group by customer_id
       ) v on v.customer_id = m.customer_id
       where not (v.count = m.move_no and v.last = m.move_no and v.broken = 0)`,
    );
    expect(broken).toEqual([]);
  }
});
