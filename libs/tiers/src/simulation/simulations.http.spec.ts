import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { newId } from '@siyu/kernel';
import { rows } from '@siyu/platform';
import { holding } from '@siyu/platform/testing';
import type { LadderTerms, Tier } from '../ladders/domain/ladder';
import { LaddersService } from '../ladders/ladders.service';
import { PublicationsService } from '../ladders/publications.service';
import { TiersHouse } from '../testing/house';
import { SimulationAttemptsService } from './simulation-attempts.service';

const operator = holding('tiers.read', 'tiers.manage');
const window = { kind: 'rolling', months: 12 } as const;

function tier(key: string, spend: number | null, factor: string | null = null): Tier {
  const multiplier = {
    key: 'm',
    kind: 'points-multiplier' as const,
    name: 'm',
    description: 'm',
    when: 'standing' as const,
  };
  return {
    key,
    name: key,
    icon: 'star',
    colour: '#909399',
    enter: spend === null ? null : { match: 'all', criteria: [{ measure: 'spend', window, atLeast: spend }] },
    keep: null,
    benefits:
      factor === null ? [] : [{ ...multiplier, factor, points: null, quota: null, costCents: null, usePercent: 100 }],
    replaces: [],
  };
}

function terms(silver: number, gold: number): LadderTerms {
  return {
    tiers: [tier('plain', null), tier('silver', silver, '1.2'), tier('gold', gold, '1.5')],
    currency: 'CNY',
    rises: { at: 'once' },
    validity: { kind: 'months', months: 12 },
    atEnd: 'one-down',
    graceDays: 15,
    warningDays: [30],
    refunds: 'stay',
    gifts: { skipped: true, once: 'ever', placement: false },
    atStart: { kind: 'keep' },
  };
}

describe('a simulation', () => {
  let house: TiersHouse;
  let ladderId: string;
  let customers: string[];
  const call = (method: 'get' | 'post', path: string, body?: object, who = operator) => {
    const sent = request(house.test.server)[method](`/api/v1${path}`).set(who);
    return body ? sent.send(body) : sent;
  };
  const simulate = async (draft: LadderTerms | undefined) => {
    const asked = await call('post', `/tier-ladders/${ladderId}/simulate`, { terms: draft, waitSeconds: 0 }).expect(
      200,
    );
    expect(asked.body).toMatchObject({ status: 'queued', matrix: null, result: null });
    await house.test.runJobs();
    return (await call('get', `/tier-simulations/${asked.body.id}`).expect(200)).body;
  };

  beforeAll(async () => {
    house = await TiersHouse.open('Asia/Shanghai');
  });
  afterAll(() => house.close());

  /** Five customers who spent 0, 1,200, 2,500, 6,000 and 9,000 this year: plain, silver, silver, gold, gold. */
  beforeEach(async () => {
    await house.begin([]);
    await house.test.asOwner('truncate tiers_simulations, points_awards');
    house.now = new Date('2026-11-22T04:00:00Z');
    customers = await house.customers(Array.from({ length: 5 }, () => new Date('2025-01-01T00:00:00Z')));
    const spent = [0, 120_000, 250_000, 600_000, 900_000];
    await house.test.asOwner(
      `insert into orders (customer_id, order_id, source, external_id, kind, status, placed_at, paid_at, currency, total_cents,
         refunded_cents, created_at, updated_at)
       select id, gen_random_uuid(), 'test', id::text, 'sale', 'paid', '2026-06-01Z', '2026-06-01Z', 'CNY', cents, 0, now(), now()
       from unnest($1::uuid[], $2::bigint[]) as o (id, cents) where cents > 0`,
      [customers, spent],
    );
    await house.test.asOwner(
      `insert into points_awards (customer_id, award_key, seq, points, taken_points, uses, is_waiting, awarded_at)
       values ($1, 'order:test:1:award', 1, 1300, 100, '[]', false, '2026-06-01Z'),
         ($1, 'order:test:0:award', 2, 9999, 0, '[]', false, '2025-11-20Z'),
         ($1, 'birthday:2026', 3, 9999, 0, '[]', false, '2026-06-02Z')`,
      [customers[2]],
    );
    const ladder = await house.test.app.get(LaddersService).create(null, '会员', { terms: terms(100_000, 500_000) });
    ladderId = ladder.ladderId;
    await house.test.app.get(PublicationsService).publish(null, ladderId, { revision: ladder.draftRevision });
    await house.test.runJobs();
  });

  it('tells who would go up and down, how many stand where and what it costs, and changes nothing', async () => {
    const before = await standings();
    const done = await simulate(terms(200_000, 700_000));
    expect(done).toMatchObject({ status: 'done', doneCustomers: 5, totalCustomers: 5, baseVersion: 1 });
    expect(
      new Map(
        done.matrix.map((cell: { from: string; to: string; customers: number }) => [
          `${cell.from}>${cell.to}`,
          cell.customers,
        ]),
      ),
    ).toEqual(
      new Map([
        ['plain>plain', 1],
        ['silver>plain', 1],
        ['silver>silver', 1],
        ['gold>silver', 1],
        ['gold>gold', 1],
      ]),
    );
    expect(done.result).toMatchObject({
      customers: 5,
      up: 0,
      down: 2,
      same: 3,
      downAtOnce: 0,
      // 1,200 of the last year's 1,300 points stand; without 1.2 they are 1,000.
      before: { multiplierPoints: 200 },
      after: { multiplierPoints: 200 },
    });
    expect(await standings()).toEqual(before);
  });

  it('lists those who would stand elsewhere, by page and as a file that covers phone numbers', async () => {
    await house.test.asOwner(`insert into customers_identities values ($1, 'phone', '+8613800138000', 'test', now())`, [
      customers[1],
    ]);
    const { id } = await simulate(terms(200_000, 700_000));
    const list = (query: string) => call('get', `/tier-simulations/${id}/customers?${query}`).expect(200);
    const first = (await list('limit=1')).body;
    expect(first.items).toMatchObject([
      {
        customerId: customers[1],
        from: 'silver',
        to: 'plain',
        direction: 'down',
        figures: { spend_rolling_12: 120_000 },
      },
    ]);
    expect(first.items[0].identity).toEqual({ type: 'phone', value: '138****8000', masked: true });
    const second = (await list(`limit=1&cursor=${first.nextCursor}`)).body;
    expect(second).toMatchObject({ items: [{ customerId: customers[3] }], nextCursor: null });
    expect((await list('from=gold&to=silver')).body.items).toHaveLength(1);
    expect((await list('direction=up')).body.items).toEqual([]);
    const { text } = await call('get', `/tier-simulations/${id}/customers.csv?to=plain`).expect(200);
    expect(text).toBe(
      `customer_id,identity,from,to,direction,spend_rolling_12\r\n${customers[1]},138****8000,silver,plain,down,120000\r\n`,
    );
    const audit = await rows(house.em, `select action from platform_audit_entries where subject_id = $1`, [id]);
    expect(audit).toEqual([{ action: 'tiers.export-simulation' }]);
  });

  it('tries the draft when no terms are sent, and can be named by its publication', async () => {
    const { id, termsHash } = await simulate(undefined);
    const publish = (simulationId: string) =>
      call('post', `/tier-ladders/${ladderId}/publish`, { revision: 1, simulationId, effectiveFrom: '2026-12-01' });
    expect(termsHash).toHaveLength(64);
    const other = await simulate(terms(200_000, 700_000));
    expect((await publish(other.id)).body).toMatchObject({ status: 422, code: 'tiers.simulation-unfit' });
    expect((await publish(id).expect(201)).body).toMatchObject({ simulationId: id });
  });

  it('begins anew after a crash, and counts nobody twice', async () => {
    const asked = await call('post', `/tier-ladders/${ladderId}/simulate`, {
      terms: terms(200_000, 700_000),
      waitSeconds: 0,
    });
    const { id } = asked.body;
    const part = `tiers_simulated_${id.replaceAll('-', '')}`;
    await house.test.asOwner(`create table ${part} partition of tiers_simulated for values in ('${id}')`);
    await house.test.asOwner(`alter table ${part} owner to siyu_app`);
    await house.test.asOwner(
      `insert into tiers_simulated values ($1, $2, 'gold', 'plain', 'down', '{}'), ($3, $2, 'gold', 'plain', 'down', '{}')`,
      [customers[1], id, newId()],
    );
    await house.test.asOwner(
      `update tiers_simulations set status = 'running', done_customers = 4 where simulation_id = $1`,
      [id],
    );
    await house.test.app.get(SimulationAttemptsService).perform(id, new AbortController().signal);
    const done = (await call('get', `/tier-simulations/${id}`).expect(200)).body;
    expect(done).toMatchObject({ status: 'done', doneCustomers: 5, result: { down: 2 } });
    const { body } = await call('get', `/tier-simulations/${id}/customers`).expect(200);
    expect(body.items).toHaveLength(2);
  });

  it('can be called off, and says what it cannot do', async () => {
    const asked = await call('post', `/tier-ladders/${ladderId}/simulate`, { waitSeconds: 0 }).expect(200);
    const { id } = asked.body;
    const customersOf = `/tier-simulations/${id}/customers`;
    expect((await call('get', customersOf)).body).toMatchObject({ status: 409, code: 'tiers.simulation-not-done' });
    expect((await call('post', `/tier-simulations/${id}/cancel`).expect(200)).body).toMatchObject({
      status: 'cancelled',
    });
    expect((await call('post', `/tier-simulations/${id}/cancel`)).body).toMatchObject({
      code: 'tiers.simulation-over',
    });
    await house.test.runJobs();
    expect((await call('get', `/tier-simulations/${id}`)).body).toMatchObject({ status: 'cancelled', matrix: null });
    const bad = { ...terms(100_000, 500_000), tiers: [tier('plain', null), tier('silver', 0)] };
    const refused = await call('post', `/tier-ladders/${ladderId}/simulate`, { terms: bad });
    expect(refused.body).toMatchObject({ status: 400 });
    expect(refused.body.errors[0].pointer).toBe('/terms/tiers/1/enter/criteria/0/atLeast');
    expect((await call('get', `/tier-simulations/${newId()}`)).status).toBe(404);
    expect((await call('post', `/tier-ladders/${newId()}/simulate`, {})).status).toBe(404);
    expect((await call('post', `/tier-ladders/${ladderId}/simulate`, {}, holding('tiers.read'))).status).toBe(403);
  });

  async function standings() {
    return rows(house.em, 'select customer_id, tier_key, move_no, xmin from tiers_members order by customer_id');
  }
});
