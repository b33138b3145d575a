import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { holding } from '@siyu/platform/testing';
import { LedgerHouse } from '../testing/ledger-house';

const STAFF = holding('customers.read', 'points.read');

describe('points beside what else is known of customers', () => {
  let house: LedgerHouse;
  let customerId: string;
  const get = async (path: string) =>
    (await request(house.test.server).get(`/api/v1/${path}`).set(STAFF).expect(200)).body;

  beforeAll(async () => {
    house = await LedgerHouse.open();
  });
  afterAll(() => house.close());
  beforeEach(async () => {
    customerId = await house.customer();
  });

  it('stand in the timeline, newest first, page by page, also those of one moment', async () => {
    for (let points = 1; points <= 12; points += 1) {
      if (points % 4 === 0) house.now = new Date(house.now.getTime() + 60_000);
      await house.entry({ kind: 'earn', customerId, points });
    }
    const seen: unknown[] = [];
    let cursor = '';
    do {
      const page = await get(`customers/${customerId}/timeline?kinds=points&limit=5${cursor && `&cursor=${cursor}`}`);
      seen.push(...page.items.map((item: { data: { seq: number } }) => item.data.seq));
      cursor = page.nextCursor ?? '';
    } while (cursor);
    expect(seen).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
    const [newest] = (await get(`customers/${customerId}/timeline?kinds=points&limit=1`)).items;
    expect(newest).toMatchObject({
      kind: 'points',
      data: { kind: 'earn', points: 12, balanceAfter: 78, reason: 'test' },
    });
  });

  it('stand at the time at which they happened, whenever they were booked', async () => {
    await house.entry({ kind: 'earn', customerId, points: 1 });
    await house.entry({ kind: 'earn', customerId, points: 2, occurredAt: new Date('2026-10-01T00:00:00Z') });
    const { items } = await get(`customers/${customerId}/timeline?kinds=points`);
    expect(items.map((item: { at: string; data: { points: number } }) => item.data.points)).toEqual([1, 2]);
    expect(items[1].at).toContain('2026-10-01T00:00:00');
  });

  it('are columns, filters and an order of the list of customers', async () => {
    const [rich, poor] = (await house.customers(2)) as [string, string];
    await house.entry({ kind: 'earn', customerId: rich, points: 5000 });
    await house.entry({ kind: 'earn', customerId: poor, points: 4000 });
    const fields = await get('customers/fields');
    expect(JSON.stringify(fields)).toContain('points.balance');
    const { items } = await get('customers?facets=points&filter=points.balance:gte:4000&sort=-points.balance');
    expect(items.map(({ id }: { id: string }) => id)).toEqual([rich, poor]);
  });
});
