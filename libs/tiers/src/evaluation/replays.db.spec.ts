import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@siyu/kernel';
import { rows } from '@siyu/platform';
import { LaddersService } from '../ladders/ladders.service';
import { PublicationsService } from '../ladders/publications.service';
import { LADDER_TEMPLATES } from '../ladders/domain/templates';
import { TiersHouse } from '../testing/house';

describe('a first version that begins in the past', () => {
  let house: TiersHouse;
  beforeAll(async () => {
    house = await TiersHouse.open('Asia/Shanghai');
  });
  afterAll(() => house.close());

  it('tells the history of tiers as it would have been, and how many stood where at the end of each month', async () => {
    await house.test.asOwner('truncate customers, tiers_runs, tiers_versions, tiers_ladders');
    house.now = new Date('2026-11-22T10:00:00+08:00');
    const [early, late] = await house.customers([new Date('2025-01-01Z'), new Date('2026-10-05Z')]);
    // Silver by the template from 1,000.00 spent in 12 months, kept by less.
    await house.test.asOwner(
      `insert into orders (customer_id, order_id, source, external_id, kind, status, placed_at, paid_at, currency, total_cents,
         refunded_cents, created_at, updated_at)
       select id, $3, 'test', '1', 'sale', 'paid', at, at, 'CNY', cents, 0, at, at
       from (values ($1::uuid, '2026-09-20T10:00:00+08:00'::timestamptz, 150000), ($2::uuid, '2026-11-02T10:00:00+08:00', 150000)) o (id, at, cents)`,
      [early, late, newId()],
    );
    const { key } = LADDER_TEMPLATES.find(({ terms }) => terms.tiers[1]!.enter!.criteria[0]!.measure === 'spend')!;
    const ladder = await house.test.app.get(LaddersService).create(null, '会员', { template: key });
    await house.test.app
      .get(PublicationsService)
      .publish(null, ladder.ladderId, { revision: ladder.draftRevision, effectiveFrom: '2026-09-10' });
    await house.evaluation.evaluate([early!, late!]);
    await house.test.runJobs();
    const moves = await rows(
      house.em,
      `select customer_id as id, kind, to_key as "to", at, valid_until::text as until from tiers_moves order by at`,
    );
    expect(moves).toEqual([
      { id: early, kind: 'placed', to: 'silver', at: new Date('2026-09-30T15:59:59.999Z'), until: '2027-09-29' },
      { id: late, kind: 'placed', to: 'silver', at: house.now, until: '2027-11-21' },
    ]);
    const days = await rows<{ day: string; counts: number[] }>(
      house.em,
      `select day::text, array_agg(customers::integer order by rank) as counts from tiers_days group by day order by day`,
    );
    expect(days).toEqual([
      { day: '2026-09-10', counts: [1, 0, 0] },
      { day: '2026-09-30', counts: [0, 1, 0] },
      { day: '2026-10-31', counts: [1, 1, 0] },
      { day: '2026-11-22', counts: [0, 2, 0] },
    ]);
    const runs = await rows(house.em, 'select cause, status from tiers_runs order by run_id');
    expect(runs).toEqual([
      ...['replay', 'replay', 'replay'].map((cause) => ({ cause, status: 'done' })),
      { cause: 'version', status: 'done' },
    ]);
  });
});
