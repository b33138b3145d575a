import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { newId } from '@siyu/kernel';
import type { StaffActor } from '@siyu/platform';
import { expectToMatchApi, holding } from '@siyu/platform/testing';
import { ProgrammesService } from '../programme/programmes.service';
import { LedgerHouse } from '../testing/ledger-house';

const CLERK: StaffActor = { kind: 'staff', id: newId(), sessionId: newId(), role: 'test', permissions: new Set() };

describe('what the house owes in points', () => {
  let house: LedgerHouse;
  /** Points that end with that day in Shanghai. */
  const lastDay = (day: string) => new Date(new Date(`${day}T00:00:00+08:00`).getTime() + 86_400_000);
  const get = (path: string) => request(house.test.server).get(`/api/v1/points/${path}`).set(holding('points.read'));
  const liability = async () => (await get('liability').expect(200)).body;

  beforeAll(async () => {
    house = await LedgerHouse.open('2024-11-01T00:00:00Z');
  });
  afterAll(() => house.close());
  beforeEach(async () => {
    house.now = '2024-11-01T00:00:00Z';
    for (const table of ['accounts', 'entries', 'lots', 'allocations', 'holds'])
      await house.test.asOwner(`truncate points_${table}`);
  });

  it('is told by the month in which points end, with what waits, is held and is owed', async () => {
    const [anna, ben, carl] = (await house.customers(3)) as [string, string, string];
    await house.entry({ kind: 'earn', customerId: anna, points: 100, expiresAt: lastDay('2025-03-31') });
    await house.entry({ kind: 'earn', customerId: anna, points: 50, expiresAt: lastDay('2025-04-01') });
    await house.entry({ kind: 'earn', customerId: ben, points: 30, expiresAt: null });
    await house.entry({ kind: 'earn', customerId: ben, points: 9, availableAt: null });
    await house.entry({ kind: 'hold', customerId: ben, points: 20, holdId: newId() });
    const award = await house.entry({ kind: 'earn', customerId: carl, points: 70 });
    await house.entry({ kind: 'spend', customerId: carl, points: 70 });
    await house.entry({ kind: 'reverse', customerId: carl, seq: award.seq });
    const answer = await get('liability').expect(200);
    expectToMatchApi(house.test.app, answer, 'GET /points/liability');
    expect(answer.body).toMatchObject({
      computedAt: '2024-11-01T00:00:00.000Z',
      timeZone: 'Asia/Shanghai',
      customers: 2,
      outstanding: 180,
      held: 20,
      pending: 9,
      debt: 70,
      neverExpiring: 30,
      endingByInactivity: 0,
      pointValue: null,
      valueCents: null,
    });
    expect(answer.body.months).toEqual([
      { month: '2025-03', points: 100, expectedBreakage: null, expectedRedemption: null, valueCents: null },
      { month: '2025-04', points: 50, expectedBreakage: null, expectedRedemption: null, valueCents: null },
    ]);
    expect(answer.body.breakage).toMatchObject({ basisPoints: null, reason: 'history-too-short' });
  });

  it('expects as much to expire as expired of what came due within twelve complete months', async () => {
    const [anna, ben] = (await house.customers(2)) as [string, string];
    await house.entry({ kind: 'earn', customerId: anna, points: 900, expiresAt: lastDay('2024-12-31') });
    await house.entry({ kind: 'spend', customerId: anna, points: 900 });
    await house.entry({ kind: 'earn', customerId: anna, points: 1000, expiresAt: lastDay('2025-11-30') });
    await house.entry({ kind: 'spend', customerId: anna, points: 800 });
    await house.entry({ kind: 'earn', customerId: ben, points: 300, expiresAt: lastDay('2025-12-01') });
    house.now = '2026-11-30T16:00:00Z';
    await house.entry({ kind: 'earn', customerId: ben, points: 1001, expiresAt: lastDay('2027-05-31') });
    await house.post({ kind: 'settle', customerId: anna });
    expect((await liability()).breakage).toEqual({
      basisPoints: 10_000,
      reason: null,
      cameDue: 300,
      expired: 300,
      from: '2025-12-01',
      until: '2026-12-01',
    });
    house.now = '2026-11-30T15:59:59Z';
    const body = await liability();
    expect(body.breakage).toMatchObject({ basisPoints: 3846, cameDue: 1300, expired: 500, from: '2025-11-01' });
    expect(body.months).toEqual([
      { month: '2027-05', points: 1001, expectedBreakage: 384, expectedRedemption: 617, valueCents: null },
    ]);
    expect(body).toMatchObject({ expectedBreakage: 384, expectedRedemption: 617 });
  });

  it('is told in money when the programme says what points are worth', async () => {
    const customerId = await house.customer();
    await house.entry({ kind: 'earn', customerId, points: 250, expiresAt: lastDay('2025-03-31') });
    const programmes = house.test.app.get(ProgrammesService);
    const { settings } = await programmes.inForce();
    const pointValue = { points: 100, cents: 50, currency: 'CNY' };
    await programmes.replace(CLERK, { ...settings, pointValue }, null);
    expect(await liability()).toMatchObject({ pointValue, valueCents: 125, months: [{ valueCents: 125 }] });
    await programmes.replace(CLERK, settings, null);
  });

  it('opens to the days on which points end, and these to the customers whose they are', async () => {
    const customerIds = (await house.customers(3)).sort();
    for (const customerId of customerIds) {
      await house.entry({ kind: 'earn', customerId, points: 10, expiresAt: lastDay('2024-11-05') });
      await house.entry({ kind: 'earn', customerId, points: 5, expiresAt: new Date('2024-11-05T04:00:00Z') });
    }
    await house.entry({ kind: 'earn', customerId: customerIds[0]!, points: 1, expiresAt: lastDay('2024-11-04') });
    await house.entry({ kind: 'earn', customerId: customerIds[0]!, points: 7, expiresAt: lastDay('2025-02-01') });
    const calendar = await get('expiry-calendar').expect(200);
    expectToMatchApi(house.test.app, calendar, 'GET /points/expiry-calendar');
    expect(calendar.body.items).toEqual([
      { day: '2024-11-04', points: 1, customers: 1 },
      { day: '2024-11-05', points: 45, customers: 3 },
    ]);
    expect((await get('expiry-calendar?from=2024-11-05&to=2024-11-05').expect(200)).body.items).toHaveLength(1);
    const first = await get('expiry-calendar/2024-11-05/customers?limit=2').expect(200);
    expectToMatchApi(house.test.app, first, 'GET /points/expiry-calendar/{day}/customers');
    const second = await get(`expiry-calendar/2024-11-05/customers?limit=2&cursor=${first.body.nextCursor}`).expect(
      200,
    );
    expect([...first.body.items, ...second.body.items]).toEqual(
      customerIds.map((customerId) => ({ customerId, displayName: '', points: 15 })),
    );
    expect(second.body.nextCursor).toBeNull();
  });

  it.each(['from=2024-11-05&to=2024-11-04', 'from=2024-01-01&to=2025-12-31', 'from=2024-02-30'])(
    'has no calendar of %s',
    async (query) => {
      await get(`expiry-calendar?${query}`).expect(400);
    },
  );

  it('counts what ends by inactivity where it would end', async () => {
    const customerId = await house.customer();
    const programmes = house.test.app.get(ProgrammesService);
    const { settings } = await programmes.inForce();
    const rule = { from: '2024-11-01', rule: { kind: 'inactivity' as const, months: 3 } };
    await programmes.replace(CLERK, { ...settings, expiryRules: [...settings.expiryRules, rule] }, null);
    await house.entry({ kind: 'earn', customerId, points: 40 });
    house.now = '2024-12-10T00:00:00Z';
    await house.entry({ kind: 'spend', customerId, points: 15 });
    expect(await liability()).toMatchObject({ endingByInactivity: 25, months: [{ month: '2025-03', points: 25 }] });
    const { body } = await get('expiry-calendar?from=2025-03-01&to=2025-03-31').expect(200);
    expect(body.items).toEqual([{ day: '2025-03-10', points: 25, customers: 1 }]);
    await house.post({ kind: 'settle', customerId });
    expect((await get('expiry-calendar/2025-03-10/customers').expect(200)).body.items).toMatchObject([
      { customerId, points: 25 },
    ]);
  });
});
