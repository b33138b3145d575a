import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { affected, defineJob, Events, JobHandlers, row } from '@siyu/platform';
import { benefitIssued, type BenefitsIssued, type IssuedBenefit } from './benefits.events';
import { DeliveriesService } from './deliveries.service';
import { GiftsStore } from './gifts.store';
import { BenefitsHouse } from './testing/benefits-house';
import { benefit, terms } from './testing/sample-ladders';

const hear = defineJob<BenefitsIssued>('test.hear-of-benefits');
const silverPoints = benefit({ key: 'points', points: 100, name: '银卡礼' });
const goldPoints = benefit({ key: 'points', points: 500, name: '金卡礼' });
const goldCoupons = benefit({ key: 'coupons', kind: 'coupon-pack', name: '券包' });

describe('entry gifts', () => {
  let house: BenefitsHouse;
  let heard: IssuedBenefit[] = [];
  const ladder = terms([[], [silverPoints], [goldPoints, goldCoupons]]);

  beforeAll(async () => {
    house = await BenefitsHouse.open();
    house.test.app.get(JobHandlers).register(hear, async ({ issues }) => void heard.push(...issues));
    house.test.app.get(Events).subscribe(benefitIssued, hear);
  });
  afterEach(async () => {
    await house.test.runJobs();
    heard = [];
  });
  afterAll(() => house.close());

  it('of the tier that was reached and of those that were skipped are given and handed over', async () => {
    const version = await house.publish(ladder);
    const customerId = await house.customer();
    expect(await house.rise(version, { customerId, fromRank: 0, toRank: 2 })).toBe(3);
    expect(await house.points(customerId)).toBe(0);
    await house.test.runJobs();
    expect(await house.issues(customerId)).toEqual([
      'entry:gold coupons issued',
      'entry:gold points delivered',
      'entry:silver points delivered',
    ]);
    expect(await house.points(customerId)).toBe(600);
    expect(heard.map(({ issueKey, kind, name }) => [issueKey, kind, name]).sort()).toEqual([
      ['entry:gold', 'coupon-pack', '券包'],
      ['entry:gold', 'points-gift', '金卡礼'],
      ['entry:silver', 'points-gift', '银卡礼'],
    ]);
    const marked = await row(
      house.em,
      `select e.reason, e.points from tiers_benefit_issues i
       join points_entries e on e.customer_id = i.customer_id and e.seq = i.reference::integer
       where i.customer_id = $1 and i.tier_key = 'gold' and i.kind = 'points-gift'`,
      [customerId],
    );
    expect(marked).toEqual({ reason: '金卡礼', points: 500 });
  });

  it('of skipped tiers stay away where the ladder says so', async () => {
    const version = await house.publish({ ...ladder, gifts: { skipped: false, once: 'ever', placement: false } });
    const customerId = await house.customer();
    expect(await house.rise(version, { customerId, fromRank: 0, toRank: 2 })).toBe(2);
    expect(await house.rise(version, { customerId, fromRank: 2, toRank: 1 })).toBe(0);
  });

  it('come once ever, whatever is repeated and however many evaluate at once', async () => {
    const version = await house.publish(ladder);
    const customers = await house.customers(50);
    const rises = customers.map((customerId) => ({ customerId, fromRank: 0, toRank: 1 }));
    const issued = await Promise.all(
      Array.from({ length: 6 }, (_, n) => house.rise(version, ...(n % 2 === 0 ? rises : [...rises].reverse()))),
    );
    expect(issued.reduce((sum, each) => sum + each, 0)).toBe(50);
    const deliveries = house.test.app.get(DeliveriesService);
    const all = [() => deliveries.deliverTo(customers), () => deliveries.sweep(), () => deliveries.sweep()];
    await Promise.all(all.map((deliver) => deliver()));
    await house.test.runJobs();
    const totals = await row(
      house.em,
      `select count(*)::int as entries, sum(points)::int as points from points_entries where customer_id = any($1::uuid[])`,
      [customers],
    );
    expect(totals).toEqual({ entries: 50, points: 5_000 });
    expect(heard).toHaveLength(50);
  });

  it('come once a year of the house where the ladder says so', async () => {
    const version = await house.publish({ ...ladder, gifts: { skipped: true, once: 'year', placement: false } });
    const customerId = await house.customer();
    const rise = (at: string) => house.rise(version, { customerId, fromRank: 0, toRank: 1, at: new Date(at) });
    // 23:59 of New Year's Eve in Shanghai, and one minute later.
    expect(await rise('2026-12-31T15:59:00Z')).toBe(1);
    expect(await rise('2026-05-01T00:00:00Z')).toBe(0);
    expect(await rise('2026-12-31T16:00:00Z')).toBe(1);
    expect(await house.issues(customerId)).toEqual([
      'entry:silver:2026 points issued',
      'entry:silver:2027 points issued',
    ]);
    await house.test.runJobs();
    expect(await house.points(customerId)).toBe(200);
  });

  it('are not given when the transaction of the rise goes back', async () => {
    const version = await house.publish(ladder);
    const customerId = await house.customer();
    const undone = house.test.database.transaction(async (em) => {
      const rises = [{ customerId, fromRank: 0, toRank: 2, at: house.now }];
      await house.test.app.get(GiftsStore).issueEntryGifts(em, { version, rises });
      throw new Error('stop');
    });
    await expect(undone).rejects.toThrow('stop');
    await house.test.runJobs();
    expect(await house.issues(customerId)).toEqual([]);
  });

  it('are booked once and marked by the sweep when the process dies between booking and marking', async () => {
    const version = await house.publish(ladder);
    const customerId = await house.customer();
    await house.rise(version, { customerId, fromRank: 0, toRank: 2 });
    const deliveries = house.test.app.get(DeliveriesService);
    await deliveries.deliverTo([customerId]);
    expect(await house.points(customerId)).toBe(600);
    // What a process leaves that dies between the two transactions: points that are booked, issues that nobody marked.
    await affected(
      house.em,
      `update tiers_benefit_issues set status = 'issued', settled_at = null, settled_by = null, reference = null,
         announced_at = null where customer_id = $1`,
      [customerId],
    );
    await affected(house.em, 'delete from graphile_worker._private_jobs');
    await deliveries.sweep();
    await house.test.runJobs();
    expect(await house.points(customerId)).toBe(600);
    expect(await house.issues(customerId)).toContain('entry:gold points delivered');
    expect(heard).toHaveLength(3);
  });

  it('of customers who are gone are void, and nobody is told of them', async () => {
    const version = await house.publish(ladder);
    const gone = '01900000-0000-7000-8000-000000000000';
    await house.rise(version, { customerId: gone, fromRank: 0, toRank: 1 });
    await house.test.runJobs();
    expect(await house.issues(gone)).toEqual(['entry:silver points void']);
    expect(heard).toEqual([]);
  });

  it('of many who rise at once are handed over by one sweep', async () => {
    const version = await house.publish(ladder);
    const customers = await house.customers(2_100);
    const issue = () =>
      house.test.database.transaction((em) =>
        house.test.app.get(GiftsStore).issueEntryGifts(em, {
          version,
          rises: customers.map((customerId) => ({ customerId, fromRank: 0, toRank: 1, at: new Date() })),
        }),
      );
    expect(await issue()).toBe(2_100);
    expect(await row(house.em, 'select count(*)::int as n from graphile_worker.jobs')).toEqual({ n: 1 });
    expect(await issue()).toBe(0);
    await house.test.runJobs();
    const left = await row(
      house.em,
      `select count(*) filter (where status <> 'delivered')::int as open, count(*)::int as issues
       from tiers_benefit_issues where customer_id = any($1::uuid[])`,
      [customers],
    );
    expect(left).toEqual({ open: 0, issues: 2_100 });
  });
});
