import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { affected, row, rows } from '@siyu/platform';
import { DEFAULT_PROGRAMME } from '../programme/domain/programme';
import { ProgrammesService } from '../programme/programmes.service';
import { OrderAwardsService } from './order-awards.service';
import { EarningHouse, likeOrder, order } from './testing/earning-house';

const OPERATOR = {
  kind: 'api-key',
  id: '0198c0de-0000-7000-8000-000000000001',
  permissions: new Set<string>(),
} as const;

describe('awards of orders', () => {
  let house: EarningHouse;
  let next = 0;
  const name = () => `O${(next += 1)}`;
  const endRules = () =>
    affected(house.em, `update points_rules set status = 'closed', closed_because = 'staff' where status <> 'closed'`);

  beforeAll(async () => {
    house = await EarningHouse.open();
  });
  afterEach(async () => {
    await endRules();
    expect(await house.drift()).toEqual([]);
  });
  afterAll(() => house.close());

  it('are made once when an order is paid, with the rules that gave them', async () => {
    const ruleId = await house.rule();
    const extra = await house.rule({
      name: '小程序加赠',
      base: { kind: 'fixed', points: 5 },
      conditions: [{ kind: 'channel', in: ['mini'] }],
    });
    const id = name();
    const customerId = await house.order(id, { status: 'placed', channel: 'mini' });
    expect(await house.entries(customerId)).toEqual([]);
    await house.order(id, { channel: 'mini' });
    await house.order(id, { channel: 'mini', status: 'shipped' });
    await house.order(id, { channel: 'mini', status: 'completed' });
    expect(await house.entries(customerId)).toEqual([['earn', 125]]);
    const entry = await row<{
      key: string;
      reference: string;
      breakdown: { ruleId: string; points: number }[];
      at: Date;
    }>(
      house.em,
      `select act_key as key, reference, breakdown, occurred_at as at from points_entries where customer_id = $1`,
      [customerId],
    );
    expect(entry).toMatchObject({ key: `order:shop:${id}:award`, reference: id, at: new Date('2026-11-20T02:00:00Z') });
    expect(entry!.breakdown.map((part) => [part.ruleId, part.points])).toEqual([
      [ruleId, 120],
      [extra, 5],
    ]);
  });

  it('are not made for what was paid before a rule held, unless the rule is told to reach back', async () => {
    await house.rule({}, {});
    const customerId = await house.order(name());
    expect(await house.entries(customerId)).toEqual([]);
    const id = name();
    await house.rule({}, { validFrom: new Date('2026-11-01'), validTo: new Date('2026-11-21') });
    expect(await house.entries(await house.order(id))).toEqual([['earn', 120]]);
    expect(await house.entries(await house.order(name(), { placedAt: new Date('2026-11-21T10:00:00Z') }))).toEqual([]);
  });

  it('cost nothing but two reads where there is no rule and no award', async () => {
    const customerId = await house.order(name());
    expect(await row(house.em, 'select from points_earners where customer_id = $1', [customerId])).toBeNull();
  });

  it('are taken back in proportion to refunds, and sum to the award when all is refunded', async () => {
    await house.rule();
    const id = name();
    const customerId = await house.order(id);
    await house.refund(id, 'R1', 1999);
    await house.refund(id, 'R1', 1999);
    expect(await house.points(customerId)).toMatchObject({ balance: 101 });
    await endRules();
    await house.refund(id, 'R2', 5000);
    expect(await house.points(customerId)).toMatchObject({ balance: 120 - 69 });
    await house.refund(id, 'R3', 12_000 - 6999);
    expect(await house.entries(customerId)).toEqual([
      ['earn', 120],
      ['take-back', -19],
      ['take-back', -50],
      ['take-back', -51],
    ]);
  });

  it('sum to nothing after any split of refunds, in jobs that run once or several times, late or at once', async () => {
    await house.rule({ base: { kind: 'per-amount', points: 3, perCents: 700 } });
    const parts = fc.array(fc.tuple(fc.integer({ min: 1, max: 4000 }), fc.boolean()), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(parts, async (refunds) => {
        const id = name();
        const totalCents = refunds.reduce((sum, [cents]) => sum + cents, 0);
        const customerId = await house.order(id, { totalCents, items: [] });
        const earned = (await house.points(customerId)).balance;
        expect(earned).toBe(Math.floor((totalCents * 3) / 700));
        for (const [index, [cents, run]] of refunds.entries()) await house.refund(id, `R${index}`, cents, run);
        await house.test.runJobs();
        await settle(id);
        expect(await house.points(customerId)).toEqual({ balance: 0, pending: 0 });
      }),
      { numRuns: 25 },
    );
  }, 120_000);

  it('of an order that was refunded before it came are made and taken back in one go', async () => {
    await house.rule();
    const id = name();
    await house.refund(id, 'R1', 3000);
    const customerId = await house.order(id);
    expect(await house.entries(customerId)).toEqual([
      ['earn', 120],
      ['take-back', -30],
    ]);
    const whole = name();
    await house.refund(whole, 'R1', 12_000);
    expect(await house.entries(await house.order(whole))).toEqual([]);
  });

  it('go when the order is cancelled, and come again when it is paid again', async () => {
    await house.rule();
    const id = name();
    const customerId = await house.order(id);
    await house.refund(id, 'R1', 6000);
    await house.order(id, { status: 'cancelled' });
    expect(await house.points(customerId)).toMatchObject({ balance: 0 });
    await house.order(id, { status: 'cancelled', channel: 'x' });
    expect(await house.entries(customerId)).toHaveLength(3);
    await house.order(id, { status: 'shipped' });
    expect(await house.points(customerId)).toMatchObject({ balance: 60 });
  });

  it('go and points spent on the order come back to their own lots when it is cancelled', async () => {
    await house.rule();
    const id = name();
    const customerId = await house.order(id);
    const expiresAt = new Date('2027-05-01T00:00:00+08:00');
    await house.ledger.entry({ kind: 'earn', customerId, points: 500, expiresAt });
    await house.ledger.entry({ kind: 'spend', customerId, points: 200, reference: id });
    await house.ledger.entry({ kind: 'spend', customerId, points: 100, reference: `shop:${id}` });
    await house.ledger.entry({ kind: 'spend', customerId, points: 50, reference: 'another order' });
    await house.order(id, { status: 'cancelled' });
    expect(await house.points(customerId)).toMatchObject({ balance: 450 });
    const lot = await row(house.em, 'select remaining from points_lots where customer_id = $1 and expires_at = $2', [
      customerId,
      expiresAt,
    ]);
    expect(lot).toEqual({ remaining: 450 });
    await settle(id);
    expect(await house.points(customerId)).toMatchObject({ balance: 450 });
  });

  it('give spent points back for a cancelled order without any rule', async () => {
    const id = name();
    const customerId = await house.order(id);
    await house.ledger.entry({ kind: 'earn', customerId, points: 500 });
    await house.ledger.entry({ kind: 'spend', customerId, points: 200, reference: id });
    await house.order(id, { status: 'cancelled' });
    expect(await house.points(customerId)).toMatchObject({ balance: 500 });
  });

  it('follow an order that goes over to another customer, and back', async () => {
    await house.rule();
    const [id, other] = [name(), name()];
    const from = await house.order(id);
    const to = await house.order(other, { totalCents: 100, items: [] });
    await house.order(id, likeOrder(other));
    expect([await house.points(from), await house.points(to)]).toMatchObject([{ balance: 0 }, { balance: 121 }]);
    await house.order(id);
    expect([await house.points(from), await house.points(to)]).toMatchObject([{ balance: 120 }, { balance: 1 }]);
  });

  it('wait until the order is completed and so many days have passed, where the programme says so', async () => {
    const { version: _, ...defaults } = DEFAULT_PROGRAMME;
    const programmes = house.test.app.get(ProgrammesService);
    await programmes.replace(OPERATOR, { ...defaults, pendingDaysAfterCompletion: 15 }, null);
    await house.rule();
    const id = name();
    const customerId = await house.order(id);
    expect(await house.points(customerId)).toEqual({ balance: 0, pending: 120 });
    await house.refund(id, 'R1', 1200);
    expect(await house.points(customerId)).toEqual({ balance: 0, pending: 108 });
    await house.order(id, { status: 'completed' });
    house.ledger.now = '2026-12-06T04:00:00Z';
    await house.ledger.post({ kind: 'settle', customerId });
    expect(await house.points(customerId)).toEqual({ balance: 0, pending: 108 });
    house.ledger.now = '2026-12-07T04:00:01Z';
    await house.ledger.post({ kind: 'settle', customerId });
    expect(await house.points(customerId)).toEqual({ balance: 108, pending: 0 });
    await house.order(id, { status: 'cancelled' });
    expect(await house.points(customerId)).toEqual({ balance: 0, pending: 0 });
    await programmes.replace(OPERATOR, defaults, null);
    house.ledger.now = '2026-11-22T04:00:00Z';
  });

  it('are taken back although the refund comes while the award is being booked', async () => {
    await house.rule();
    const id = name();
    await house.report([order(id)]);
    const customerId = await house.customerOf(id);
    await house.ledger.entry({ kind: 'earn', customerId, points: 1 });
    const running: Promise<void>[] = [];
    await house.test.database.transaction(async (em) => {
      await row(em, 'select from points_accounts where customer_id = $1 for update', [customerId]);
      running.push(settle(id));
      await waitingForLocks(1);
      await house.refund(id, 'R1', 12_000, false);
      running.push(settle(id));
      await waitingForLocks(2);
    });
    await Promise.all(running);
    expect(await house.points(customerId)).toMatchObject({ balance: 1 });
    await house.test.runJobs();
  });

  it('reward the first purchase once, also when an older order comes in later', async () => {
    await house.rule({ name: '首单', trigger: { kind: 'first-purchase' }, base: { kind: 'fixed', points: 100 } });
    const [first, second] = [name(), name()];
    const customerId = await house.order(first);
    await house.order(second, { ...likeOrder(first), placedAt: new Date('2026-11-21') });
    expect(await house.entries(customerId)).toEqual([['earn', 100]]);
    await house.order(name(), { ...likeOrder(first), placedAt: new Date('2026-11-01') });
    expect(await house.entries(customerId)).toEqual([['earn', 100]]);
  });

  it('come off the cap when they go, and the cap is free for the next order', async () => {
    await house.rule({ caps: { perDay: 150 } });
    const [first, second, third] = [name(), name(), name()];
    const customerId = await house.order(first);
    await house.order(second, likeOrder(first));
    expect(await house.points(customerId)).toMatchObject({ balance: 150 });
    await house.order(first, { status: 'cancelled' });
    expect(await house.points(customerId)).toMatchObject({ balance: 30 });
    await house.order(third, likeOrder(first));
    expect(await house.points(customerId)).toMatchObject({ balance: 150 });
  });

  it('are made once, and within the cap, by many jobs at once', async () => {
    await house.rule({ caps: { perDay: 1000 } });
    const first = name();
    const orders = Array.from({ length: 20 }, () => order(name(), likeOrder(first)));
    await house.report(orders);
    const places = await rows<{ customerId: string; orderId: string }>(
      house.em,
      `select customer_id as "customerId", order_id as "orderId" from orders where external_id = any($1::text[])`,
      [orders.map(({ externalId }) => externalId)],
    );
    const service = house.test.app.get(OrderAwardsService);
    await Promise.all(
      Array.from({ length: 8 }, (_, n) => service.settle(places.filter((__, index) => n < 4 || index % 4 === n - 4))),
    );
    await house.test.runJobs();
    expect(await house.points(places[0]!.customerId)).toMatchObject({ balance: 1000 });
  });

  it('of a hundred customers at once never pass the budget, which closes the rule', async () => {
    const ruleId = await house.rule({ name: '开业' }, { validFrom: new Date('2020-01-01'), budgetPoints: 1000 });
    const orders = Array.from({ length: 100 }, () => order(name()));
    await house.report(orders);
    const places = await rows<{ customerId: string; orderId: string }>(
      house.em,
      `select customer_id as "customerId", order_id as "orderId" from orders where external_id = any($1::text[])`,
      [orders.map(({ externalId }) => externalId)],
    );
    const service = house.test.app.get(OrderAwardsService);
    await Promise.all(places.map((place) => service.settle([place])));
    const given = await row(
      house.em,
      `select sum(points)::int as points, count(*)::int as awards from points_entries where customer_id = any($1::uuid[])`,
      [places.map(({ customerId }) => customerId)],
    );
    expect(given).toEqual({ points: 1000, awards: 9 });
    const rule = await row(
      house.em,
      'select status, closed_because, spent_points from points_rules where rule_id = $1',
      [ruleId],
    );
    expect(rule).toEqual({ status: 'closed', closed_because: 'budget', spent_points: 1000 });
  });

  async function waitingForLocks(count: number): Promise<void> {
    for (let waiting = 0; waiting < count;) {
      const found = await row<{ n: number }>(
        house.em,
        `select count(distinct l.pid)::int as n from pg_locks l join pg_stat_activity a on a.pid = l.pid
         where not l.granted and a.datname = current_database()`,
      );
      waiting = found!.n;
    }
  }

  /** What a job does that is delivered once more. */
  async function settle(externalId: string): Promise<void> {
    const places = await rows<{ customerId: string; orderId: string }>(
      house.em,
      `select customer_id as "customerId", order_id as "orderId" from orders where external_id = $1`,
      [externalId],
    );
    await house.test.app.get(OrderAwardsService).settle(places);
  }
});
