import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '@siyu/kernel';
import { defineJob, Events, JobHandlers } from '@siyu/platform';
import { StandingHouse } from './testing/standing-house';
import { tiersExpiring, type MemberExpiring, type TiersExpiring } from './warnings.events';
import { WarningsService } from './warnings.service';

describe('warnings of a fall', () => {
  let house: StandingHouse;
  let customerId: string;
  let told: MemberExpiring[] = [];
  let events: number[] = [];
  const warnOn = async (day: string) => {
    house.now = `${day}T10:00:00+08:00`;
    [told, events] = [[], []];
    await house.test.app.get(WarningsService).warn();
    await house.test.runJobs();
    return told.filter((one) => one.customerId === customerId).map(({ days, inGrace }) => [days, inGrace]);
  };

  beforeAll(async () => {
    house = await StandingHouse.open('2026-03-01T03:00:00Z');
    const listen = defineJob<TiersExpiring>('test.tiers-expiring');
    house.test.app.get(JobHandlers).register(listen, async ({ members }) => {
      told.push(...members);
      events.push(members.length);
    });
    house.test.app.get(Events).subscribe(tiersExpiring, listen);
    expect(await house.test.app.get(WarningsService).warn()).toBe(0);
    await house.publish();
  });
  afterAll(() => house.close());
  /** Silver from 2026-03-01 to 2027-02-28, by an order of the day before: nothing of it counts on the last day. */
  beforeEach(async () => {
    house.now = '2026-03-01T04:00:00Z';
    customerId = await house.customer();
    await house.pay(customerId, 120_000, '2026-02-28T04:00:00Z');
    await house.evaluate(customerId);
  });

  it('come on the warning days of the ladder, with what is missing', async () => {
    await house.pay(customerId, 20_000, '2026-06-01T04:00:00Z');
    expect(await warnOn('2027-01-28')).toEqual([]);
    expect(await warnOn('2027-01-29')).toEqual([[30, false]]);
    expect(told.find((one) => one.customerId === customerId)).toMatchObject({
      tierKey: 'silver',
      toKey: 'basic',
      validUntil: '2027-02-28',
      graceUntil: '2027-03-15',
      match: 'all',
      missing: [{ figure: 'spend_rolling_12', atLeast: 50_000, has: 20_000, missing: 30_000 }],
    });
    expect(await warnOn('2027-01-30')).toEqual([]);
    expect(await warnOn('2027-02-21')).toEqual([[7, false]]);
    expect(await warnOn('2027-02-27')).toEqual([[1, false]]);
    expect(await warnOn('2027-02-28')).toEqual([]);
  });

  it('come when grace begins and a day before it ends', async () => {
    expect(await warnOn('2027-02-28')).toEqual([[0, false]]);
    expect(await warnOn('2027-03-01')).toEqual([[14, true]]);
    expect(await warnOn('2027-03-13')).toEqual([]);
    expect(await warnOn('2027-03-14')).toEqual([[1, true]]);
    expect(await warnOn('2027-03-15')).toEqual([]);
    expect(await warnOn('2027-03-16')).toEqual([]);
  });

  it('do not come for who keeps the tier, and do when a refund changes that', async () => {
    const order = await house.pay(customerId, 50_000, '2026-06-01T04:00:00Z');
    expect(await warnOn('2027-01-29')).toEqual([]);
    await house.test.asOwner('update orders set refunded_cents = 1 where order_id = $1', [order]);
    expect(await warnOn('2027-02-05')).toEqual([[23, false]]);
    expect(await warnOn('2027-02-06')).toEqual([]);
  });

  it('are caught up with after days that were missed, by the nearest one only', async () => {
    expect(await warnOn('2027-02-25')).toEqual([[3, false]]);
    expect(await warnOn('2027-02-26')).toEqual([]);
    expect(await warnOn('2027-02-28')).toEqual([[0, false]]);
  });

  it('come once when the job runs twice, or with another one', async () => {
    house.now = '2027-01-29T10:00:00+08:00';
    told = [];
    const warnings = house.test.app.get(WarningsService);
    await Promise.all([warnings.warn(), warnings.warn(), warnings.warn()]);
    await warnings.warn();
    await house.test.runJobs();
    expect(told.filter((one) => one.customerId === customerId)).toHaveLength(1);
  });

  it('do not come for who is held by a lock beyond the end', async () => {
    await house.test.asOwner(
      `update tiers_members set lock_id = $2, lock_key = 'silver', lock_until = '2027-12-31', lock_may_rise = true
       where customer_id = $1`,
      [customerId, newId()],
    );
    expect(await warnOn('2027-01-29')).toEqual([]);
  });

  it('reach every member of many, five hundred to an event', async () => {
    const many = await house.customers(1200);
    await house.payAll(many, 120_000, '2026-02-28T04:00:00Z');
    await house.evaluate(...many);
    await warnOn('2027-01-29');
    const reached = new Set(told.map((one) => one.customerId));
    expect(many.filter((id) => !reached.has(id))).toEqual([]);
    expect(Math.max(...events)).toBeLessThanOrEqual(500);
  });

  it('end where nobody falls any more', async () => {
    await house.publish({ atEnd: 'keep' }, new Date('2026-12-31T16:00:00Z'));
    expect(await warnOn('2027-01-29')).toEqual([]);
  });
});
