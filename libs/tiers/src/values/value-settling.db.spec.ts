import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { rows } from '@siyu/platform';
import { SettlementRunsService } from './settlement-runs.service';
import { SettlementsService } from './settlements.service';
import { PER_YUAN, ValueHouse } from './testing/value-house';
import { ValueSettlingService } from './value-settling.service';

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

  it('is booked once when twenty look at an order at the same moment, while refunds come in', async () => {
    const customerId = await house.order('C1', { totalCents: 20_000 }, false);
    const settling = house.test.app.get(ValueSettlingService);
    const text = `select customer_id as "customerId", order_id as "orderId" from orders where external_id = 'C1'`;
    const places = await rows<{ customerId: string; orderId: string }>(house.em, text);
    const looks = Array.from({ length: 20 }, () => settling.settleOrders(places));
    const refunds = ['F1', 'F2', 'F3'].map((name) => house.refund('C1', name, 2_000, false));
    await Promise.all([...looks, ...refunds]);
    await house.test.runJobs();
    expect(await house.balance(customerId)).toBe(140);
    const [first] = await house.entries(customerId);
    expect(first![0]).toBeGreaterThanOrEqual(140);
  });

  it('goes on behind its mark when settling everybody was broken off', async () => {
    const id = await house.order('C2', {}, false);
    const settlements = house.test.app.get(SettlementsService);
    const runs = house.test.app.get(SettlementRunsService);
    const settlementId = await house.test.database.transaction((em) => settlements.request(em, 'growth', 'test'));
    // Let through before the first batch, stopped before the second.
    let asked = 0;
    const signal = {
      throwIfAborted: () => {
        if ((asked += 1) > 1) throw new Error('stopped');
      },
    };
    await expect(runs.perform(settlementId, signal as AbortSignal)).rejects.toThrow('stopped');
    const broken = await settlements.latest('growth');
    expect(broken).toMatchObject({ status: 'running', doneTo: expect.any(String), bookedEntries: 1 });
    expect(await house.balance(id)).toBe(120);
    await house.test.runJobs();
    expect(await settlements.latest('growth')).toMatchObject({
      status: 'done',
      bookedEntries: 1,
      doneTo: broken.doneTo,
    });
  });

  it('follows new rules for the past as far as the ledger is settled again, and takes back what no rule asks for', async () => {
    const id = await house.order('C3', { totalCents: 10_000 });
    const validFrom = new Date('2020-01-01T00:00:00+08:00');
    await house.publish({ rules: [{ ...PER_YUAN, value: 3, caps: { perDay: 250 } }], fromHistory: true, validFrom });
    await house.test.runJobs();
    expect(await house.balance(id)).toBe(250);
    await house.publish({ rules: [], fromHistory: true, validFrom });
    await house.test.runJobs();
    expect(await house.balance(id)).toBe(0);
    expect(await house.entries(id)).toEqual([
      [100, '2026-11-20'],
      [150, '2026-11-20'],
      [-250, '2026-11-20'],
    ]);
  });
});
