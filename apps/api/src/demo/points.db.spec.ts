import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { CustomersModule } from '@siyu/customers';
import { OrdersModule } from '@siyu/orders';
import { rows } from '@siyu/platform';
import { createTestApp, holding, type TestApp } from '@siyu/platform/testing';
import { PointsModule } from '@siyu/points';
import { TiersModule } from '@siyu/tiers';
import { seedDemo } from './seeding';

const options = { customers: 300, seed: 7, endDay: '2026-11-21', timeZone: 'Asia/Shanghai' };
const clock = { now: () => new Date('2026-11-22T04:00:00Z') };

describe('points of the demo shop', () => {
  let test: TestApp;

  beforeAll(async () => {
    test = await shop();
  });
  afterAll(() => test.close());

  /** A shop whose worker has done what there was to do. */
  const shop = async () => {
    const one = await createTestApp({ imports: [CustomersModule, OrdersModule, PointsModule, TiersModule], clock });
    await seedDemo(one.app, options, () => undefined);
    await one.runJobs();
    return one;
  };
  const read = <Row>(sql: string, from = test) => rows<Row>(from.database.em, sql);
  const one = async <Row>(sql: string) => (await read<Row>(sql))[0]!;
  /** Everything in the ledger and the catalogue but the ids that are drawn and the times at which it was written. */
  const books = async (from = test) => ({
    entries: await read(
      `select k.value as phone, e.seq, e.kind, e.points, e.pending_points, e.held_points, e.debt_points, e.balance_after,
         e.reason, e.source, e.actor ~ '^member' as is_hers, e.occurred_at
       from points_entries e join customers_identity_keys k on k.customer_id = e.customer_id and k.type = 'phone'
       order by 1, 2`,
      from,
    ),
    redemptions: await read(
      'select reward_name, state, points, quantity from points_redemptions order by 1, 2, 3',
      from,
    ),
    adjustments: await read('select points, reason, status, requested_by from points_adjustments order by 1', from),
    signIns: await read('select day, kind, streak, points from points_sign_ins order by 1, 2, 3, 4', from),
    rules: await read('select trigger, status, spent_points from points_rules order by 1, 2', from),
    rewards: await read('select name, status, price_points from points_rewards order by 1', from),
    codes: await read('select state, count(*) from points_reward_codes group by 1 order by 1', from),
    programmes: await read('select version, settings from points_programmes order by 1', from),
  });

  it('keeps books that close', async () => {
    const answer = await request(test.server).post('/api/v1/points/verify').set(holding('points.manage')).send({});
    expect(answer.body).toMatchObject({ status: 'done', clean: true, drift: [] });
    const { entries } = await one<{ entries: number }>('select count(*) as entries from points_entries');
    expect(entries).toBeGreaterThan(100);
  });

  it('has rules that are in force and one that is still being written, made by nobody in particular', async () => {
    const found = await read(
      'select r.trigger, r.status, v.author_id from points_rules r join points_rule_versions v using (rule_id)',
    );
    const active = ['order', 'first-purchase', 'sign-in', 'birthday'];
    expect(found).toHaveLength(5);
    expect(found).toEqual(
      expect.arrayContaining([
        ...active.map((trigger) => ({ trigger, status: 'active', author_id: null })),
        { trigger: 'order', status: 'draft', author_id: null },
      ]),
    );
  });

  it('gives points for every order that was paid since the programme began, and for no other', async () => {
    const unfit = await read(
      `select o.external_id from orders o
       left join points_awards a on a.customer_id = o.customer_id and a.subject_id = o.order_id
       where (a.award_key is not null) <> (o.kind = 'sale' and o.paid_at >= '2026-09-23T00:00:00+08:00'
         and o.status not in ('cancelled', 'refunded') and o.total_cents >= 100)`,
    );
    expect(unfit).toEqual([]);
  });

  it('brings balances of old members along that end in many a month', async () => {
    const found = await read(
      `select distinct to_char(expires_at at time zone 'Asia/Shanghai', 'YYYY-MM') as month from points_entries
       where source = 'import'`,
    );
    expect(found.length).toBeGreaterThan(6);
  });

  it('has all kinds of rewards on the shelf', async () => {
    const found = await read<{ kind: string }>(
      `select distinct kind from points_rewards where status = 'published' order by 1`,
    );
    expect(found.map(({ kind }) => kind)).toEqual(['coupon', 'course', 'goods']);
  });

  it('has redemptions in every state, points that are spent, held, promised, owed and taken back, and corrections that wait', async () => {
    const states = await read<{ state: string }>('select distinct state from points_redemptions order by 1');
    expect(states.map(({ state }) => state)).toEqual(['cancelled', 'completed', 'requested', 'shipped']);
    const kinds = await read<{ kind: string }>('select distinct kind from points_entries order by 1');
    expect(kinds.map(({ kind }) => kind)).toEqual([
      'adjust',
      'capture',
      'earn',
      'give-back',
      'hold',
      'release',
      'spend',
      'take-back',
    ]);
    const accounts = await one<Record<string, number>>(
      `select count(*) filter (where debt > 0) as owing, count(*) filter (where held > 0) as holding,
         count(*) filter (where pending > 0) as promised from points_accounts`,
    );
    expect(accounts).toEqual({ owing: 3, holding: 2, promised: 3 });
    expect((await books()).adjustments).toEqual([
      { points: 12_000, reason: '旧系统积分补登', status: 'waiting', requested_by: 'system' },
      { points: 20_000, reason: '年度大客户回馈', status: 'waiting', requested_by: 'system' },
    ]);
  });

  it('changes nothing when it is seeded again', async () => {
    const before = await books();
    await seedDemo(test.app, options, () => undefined);
    await test.runJobs();
    expect(await books()).toEqual(before);
  });

  it('is the same in another house', async () => {
    const other = await shop();
    const theirs = await books(other).finally(() => other.close());
    expect(theirs).toEqual(await books());
  });
});
