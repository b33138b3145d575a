import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { SettlementsService } from './settlements.service';
import { PER_YUAN, ValueHouse } from './testing/value-house';

describe('growth value of orders', () => {
  let house: ValueHouse;

  beforeAll(async () => {
    house = await ValueHouse.open();
    await house.rules([PER_YUAN]);
  });
  afterEach(async () => {
    expect(await house.drift()).toEqual([]);
  });
  afterAll(() => house.close());

  it('is counted once, on the day of payment, however often the order is reported', async () => {
    const id = await house.order('A1');
    await house.order('A1', { status: 'shipped' });
    expect(await house.entries(id)).toEqual([[120, '2026-11-20']]);
    expect(await house.balance(id)).toBe(120);
  });

  it('follows refunds in parts, cancelling and paying again, always on the day of payment', async () => {
    const id = await house.order('A2', { totalCents: 10_050 });
    await house.refund('A2', 'R1', 3_000);
    await house.refund('A2', 'R2', 3_000);
    expect(await house.entries(id)).toEqual([
      [100, '2026-11-20'],
      [-30, '2026-11-20'],
      [-30, '2026-11-20'],
    ]);
    await house.order('A2', { totalCents: 10_050, status: 'cancelled' });
    expect(await house.balance(id)).toBe(0);
    await house.order('A2', { totalCents: 10_050, status: 'completed' });
    expect(await house.balance(id)).toBe(40);
  });

  it('goes over to whom the order goes over', async () => {
    const id = await house.order('A3');
    const other = await house.order('A3', { identities: [{ type: 'member_no', value: 'M-other' }] });
    expect(other).not.toBe(id);
    expect([await house.balance(id), await house.balance(other)]).toEqual([0, 120]);
    await house.order('A3');
    expect([await house.balance(id), await house.balance(other)]).toEqual([120, 0]);
  });

  it('moves to the day of payment when that is corrected', async () => {
    const id = await house.order('A4');
    await house.order('A4', { paidAt: new Date('2026-10-01T08:00:00+08:00') });
    expect(await house.entries(id)).toEqual([
      [120, '2026-11-20'],
      [120, '2026-10-01'],
      [-120, '2026-11-20'],
    ]);
  });

  it('is lowered by a credit note at the rate of a purchase, and knows one currency', async () => {
    const id = await house.order('A5', { totalCents: 30_000 });
    const same = { identities: [{ type: 'member_no' as const, value: 'M-A5' }] };
    await house.order('A6', { ...same, kind: 'return', totalCents: 1_050 });
    await house.order('A7', { ...same, currency: 'USD' });
    expect(await house.balance(id)).toBe(290);
  });

  it('is not counted before the order is paid, nor twice when everything is settled', async () => {
    const id = await house.order('A8', { status: 'placed' });
    expect(await house.balance(id)).toBe(0);
    const before = await house.entryCount();
    await house.test.database.transaction((em) => house.test.app.get(SettlementsService).request(em, 'growth', 'test'));
    await house.test.runJobs();
    expect(await house.entryCount()).toBe(before);
    const settled = await house.test.app.get(SettlementsService).latest('growth');
    expect(settled).toMatchObject({ status: 'done', bookedEntries: 0 });
  });
});
