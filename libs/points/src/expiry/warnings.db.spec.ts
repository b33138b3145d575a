import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '@siyu/kernel';
import { defineJob, Events, JobHandlers, type StaffActor } from '@siyu/platform';
import { filled, LedgerHouse } from '../testing/ledger-house';
import { ProgrammesService } from '../programme/programmes.service';
import { pointsExpiring, type PointsExpiring } from './warnings.events';
import { WarningsService } from './warnings.service';

const CLERK: StaffActor = { kind: 'staff', id: newId(), sessionId: newId(), role: 'test', permissions: new Set() };

describe('warnings of expiry', () => {
  let house: LedgerHouse;
  let customerId: string;
  let told: PointsExpiring['customers'] = [];
  /** Points that end with that day in Shanghai. */
  const lastDay = (day: string) => new Date(new Date(`${day}T00:00:00+08:00`).getTime() + 86_400_000);
  const warnOn = async (day: string) => {
    house.now = `${day}T10:00:00+08:00`;
    told = [];
    await house.test.app.get(WarningsService).warn();
    await house.test.runJobs();
    return told.filter((one) => one.customerId === customerId).map(({ points, days }) => ({ points, days }));
  };

  beforeAll(async () => {
    house = await LedgerHouse.open();
    const listen = defineJob<PointsExpiring>('test.points-expiring');
    house.test.app.get(JobHandlers).register(listen, async ({ customers }) => void told.push(...customers));
    house.test.app.get(Events).subscribe(pointsExpiring, listen);
  });
  afterAll(() => house.close());
  beforeEach(async () => {
    house.now = '2026-11-22T04:00:00Z';
    customerId = await house.customer();
  });

  it('come on the warning days of the programme, for what ends on one day together', async () => {
    await house.entry({ kind: 'earn', customerId, points: 30, expiresAt: lastDay('2026-12-31') });
    await house.entry({ kind: 'earn', customerId, points: 20, expiresAt: lastDay('2026-12-31') });
    await house.entry({ kind: 'earn', customerId, points: 5, expiresAt: lastDay('2027-03-31') });
    await house.entry({ kind: 'earn', customerId, points: 7, expiresAt: null });
    expect(await warnOn('2026-11-30')).toEqual([]);
    expect(await warnOn('2026-12-01')).toEqual([{ points: 50, days: 30 }]);
    expect(told[0]!.expiresAt).toBe('2026-12-31T16:00:00.000Z');
    expect(await warnOn('2026-12-02')).toEqual([]);
    await house.entry({ kind: 'spend', customerId, points: 10 });
    expect(await warnOn('2026-12-24')).toEqual([{ points: 40, days: 7 }]);
    expect(await warnOn('2026-12-30')).toEqual([{ points: 40, days: 1 }]);
    expect(await warnOn('2026-12-31')).toEqual([]);
    expect(await warnOn('2027-01-01')).toEqual([]);
  });

  it('come once when the job runs twice, or with another one', async () => {
    await house.entry({ kind: 'earn', customerId, points: 30, expiresAt: lastDay('2026-12-31') });
    house.now = '2026-12-01T10:00:00+08:00';
    told = [];
    const warnings = house.test.app.get(WarningsService);
    await Promise.all([warnings.warn(), warnings.warn(), warnings.warn()]);
    await warnings.warn();
    await house.test.runJobs();
    expect(told.filter((one) => one.customerId === customerId)).toHaveLength(1);
  });

  it('are caught up with after days that were missed, by the nearest one only', async () => {
    await house.entry({ kind: 'earn', customerId, points: 30, expiresAt: lastDay('2026-12-31') });
    expect(await warnOn('2026-12-26')).toEqual([{ points: 30, days: 5 }]);
    expect(await warnOn('2026-12-27')).toEqual([]);
    expect(await warnOn('2026-12-31')).toEqual([{ points: 30, days: 0 }]);
  });

  it('do not come for points that wait or are held', async () => {
    await house.entry({ kind: 'earn', customerId, points: 30, availableAt: null, expiresAt: lastDay('2026-12-31') });
    await house.entry({ kind: 'earn', customerId, points: 20, expiresAt: lastDay('2026-12-31') });
    await house.entry({ kind: 'hold', customerId, points: 15, holdId: newId(), expiresAt: new Date('2027-01-31') });
    expect(await warnOn('2026-12-01')).toEqual([{ points: 5, days: 30 }]);
  });

  it('come for points that end by inactivity, unless the customer does something', async () => {
    const programmes = house.test.app.get(ProgrammesService);
    const { settings } = await programmes.inForce();
    await programmes.replace(
      CLERK,
      {
        ...settings,
        expiryRules: [...settings.expiryRules, { from: '2026-11-22', rule: { kind: 'inactivity', months: 2 } }],
      },
      null,
    );
    await house.entry({ kind: 'earn', customerId, points: 30 });
    expect(await warnOn('2027-01-15')).toEqual([{ points: 30, days: 7 }]);
    await house.entry({ kind: 'spend', customerId, points: 1 });
    expect(await warnOn('2027-01-21')).toEqual([]);
    expect(await warnOn('2027-03-14')).toEqual([{ points: 29, days: 1 }]);
  });

  it('reach every customer of many', async () => {
    const customerIds = await house.customers(1200);
    const expiresAt = lastDay('2028-06-30');
    await house.ledger.postAll(customerIds.map((id) => filled({ kind: 'earn', customerId: id, points: 3, expiresAt })));
    await warnOn('2028-06-29');
    const reached = new Set(told.map((one) => one.customerId));
    expect(customerIds.filter((id) => !reached.has(id))).toEqual([]);
  });
});
