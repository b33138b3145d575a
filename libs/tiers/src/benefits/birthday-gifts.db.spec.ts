import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { affected } from '@siyu/platform';
import { BirthdayGiftsService } from './birthday-gifts.service';
import { BenefitsHouse } from './testing/benefits-house';
import { benefit, terms } from './testing/sample-ladders';

const gift = (points: number) => benefit({ key: 'birthday', name: '生日礼', when: 'birthday', points });

describe('birthday gifts', () => {
  let house: BenefitsHouse;
  const ladder = terms([[gift(10)], [gift(100)], [gift(500)]]);
  const run = async (now: string) => {
    house.now = now;
    await house.test.app.get(BirthdayGiftsService).run(new AbortController().signal);
    await house.test.runJobs();
  };

  beforeAll(async () => {
    house = await BenefitsHouse.open();
  });
  beforeEach(async () => {
    await affected(house.em, 'delete from tiers_daily_marks');
    await affected(house.em, 'delete from tiers_versions');
    await affected(house.em, 'update customers set birthday = null');
  });
  afterAll(() => house.close());

  it('are those of the tier on the day, the lowest one included, and come once a year', async () => {
    const version = await house.publish(ladder, '2025-01-01');
    const [plain, gold] = await house.customers(2, '1990-03-10');
    const other = await house.customer('1990-03-11');
    await house.stand(version, gold!, 'gold', '2026-01-01');
    await run('2026-03-10T01:00:00Z');
    await house.stand(version, gold!, 'silver', '2026-03-10T02:00:00Z');
    await run('2026-03-10T03:00:00Z');
    expect([await house.points(plain!), await house.points(gold!), await house.points(other)]).toEqual([10, 500, 0]);
    await run('2027-03-10T03:00:00Z');
    expect(await house.points(gold!)).toBe(600);
    expect(await house.issues(gold!)).toEqual(['birthday:2026 birthday delivered', 'birthday:2027 birthday delivered']);
  });

  it('are caught up when no run came for days, by the tier of each day and of its year', async () => {
    const version = await house.publish(ladder, '2025-01-01');
    const eve = await house.customer('1990-12-31');
    const newYear = await house.customer('1990-01-01');
    await run('2026-12-29T04:00:00Z');
    await house.stand(version, eve, 'gold', '2026-12-01');
    await house.stand(version, eve, 'silver', '2027-01-01T04:00:00Z');
    await run('2027-01-03T04:00:00Z');
    expect(await house.issues(eve)).toEqual(['birthday:2026 birthday delivered']);
    expect(await house.points(eve)).toBe(500);
    expect(await house.issues(newYear)).toEqual(['birthday:2027 birthday delivered']);
  });

  it('of 29 February come on 1 March in common years, and on the day in leap years', async () => {
    await house.publish(ladder, '2025-01-01');
    const customerId = await house.customer('1992-02-29');
    await run('2027-02-28T04:00:00Z');
    expect(await house.issues(customerId)).toEqual([]);
    await run('2027-03-01T04:00:00Z');
    await run('2028-02-29T04:00:00Z');
    await run('2028-03-01T04:00:00Z');
    expect(await house.issues(customerId)).toEqual([
      'birthday:2027 birthday delivered',
      'birthday:2028 birthday delivered',
    ]);
  });

  it('begin with the day of the house, not of Greenwich', async () => {
    await house.publish(ladder, '2025-01-01');
    const customerId = await house.customer('1990-05-02');
    await run('2026-05-01T15:59:00Z');
    expect(await house.issues(customerId)).toEqual([]);
    await run('2026-05-01T16:01:00Z');
    expect(await house.issues(customerId)).toEqual(['birthday:2026 birthday delivered']);
  });

  it('of more customers than one transaction takes reach all of them once, also when runs meet', async () => {
    await house.publish(ladder, '2025-01-01');
    const customers = await house.customers(1_100, '1990-06-01');
    house.now = '2026-06-01T04:00:00Z';
    const service = house.test.app.get(BirthdayGiftsService);
    await Promise.all([service.run(new AbortController().signal), service.run(new AbortController().signal)]);
    await house.test.runJobs();
    const points = await Promise.all(
      [customers[0]!, customers[499]!, customers[500]!, customers[1_099]!].map((id) => house.points(id)),
    );
    expect(points).toEqual([10, 10, 10, 10]);
  });

  it('are none before there is a ladder', async () => {
    const customerId = await house.customer('1990-07-01');
    await run('2026-07-01T04:00:00Z');
    expect(await house.issues(customerId)).toEqual([]);
  });
});
