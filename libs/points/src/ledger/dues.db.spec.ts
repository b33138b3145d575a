import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '@siyu/kernel';
import { affected, row, rows } from '@siyu/platform';
import { filled, LedgerHouse } from '../testing/ledger-house';
import { DuesService } from './dues.service';

describe('what time alone brings about', () => {
  let house: LedgerHouse;
  const settle = (signal?: AbortSignal) => house.test.app.get(DuesService).settleDue(signal);
  const balances = (customerIds: string[]) =>
    row(
      house.em,
      `select sum(balance)::int as balance, sum(pending)::int as pending, sum(held)::int as held, sum(seq)::int as entries
       from points_accounts where customer_id = any($1)`,
      [customerIds],
    );

  beforeAll(async () => {
    house = await LedgerHouse.open();
  });
  afterAll(() => house.close());
  beforeEach(() => {
    house.now = '2026-11-22T04:00:00Z';
  });

  it('is booked by the sweep: lots end at the turn of the day, awards mature, holds give back', async () => {
    const [lots, awards, holds] = await house.customers(3);
    const expiresAt = new Date('2026-12-01T16:00:00Z');
    await house.entry({ kind: 'earn', customerId: lots!, points: 30, expiresAt });
    await house.entry({ kind: 'earn', customerId: lots!, points: 20, expiresAt: null });
    await house.entry({ kind: 'earn', customerId: awards!, points: 40, availableAt: new Date('2026-11-30T00:00:00Z') });
    await house.entry({ kind: 'earn', customerId: holds!, points: 50 });
    await house.entry({
      kind: 'hold',
      customerId: holds!,
      points: 50,
      holdId: newId(),
      expiresAt: new Date('2026-11-25'),
    });
    house.now = '2026-12-01T15:59:59.999Z';
    expect(await settle()).toBe(2);
    expect(await balances([lots!, awards!, holds!])).toEqual({ balance: 140, pending: 0, held: 0, entries: 7 });
    house.now = expiresAt;
    expect(await settle()).toBe(1);
    expect(await settle()).toBe(0);
    expect(await balances([lots!])).toEqual({ balance: 20, pending: 0, held: 0, entries: 3 });
    expect(await house.drift([lots!, awards!, holds!])).toEqual([]);
  });

  it('is booked once when several sweeps run at the same time as customers spend', async () => {
    const customerIds = await house.customers(60);
    const expiresAt = new Date('2026-12-01T16:00:00Z');
    await house.ledger.postAll(
      customerIds.flatMap((customerId) => [
        filled({ kind: 'earn', customerId, points: 30, expiresAt }),
        filled({ kind: 'earn', customerId, points: 20, expiresAt: null }),
      ]),
    );
    house.now = expiresAt;
    const spend = (customerId: string) => house.entry({ kind: 'spend', customerId, points: 5 });
    await Promise.all([settle(), settle(), settle(), ...customerIds.map(spend)]);
    const count = customerIds.length;
    expect(await balances(customerIds)).toEqual({ balance: 15 * count, pending: 0, held: 0, entries: 4 * count });
    const expiries = await rows<{ points: number }>(
      house.em,
      `select points from points_entries where kind = 'expire' and customer_id = any($1)`,
      [customerIds],
    );
    expect(expiries.map(({ points }) => points)).toEqual(customerIds.map(() => -30));
    expect(await house.drift(customerIds)).toEqual([]);
  });

  it('goes on where a sweep was stopped', async () => {
    const customerIds = await house.customers(5);
    for (const customerId of customerIds) {
      await house.entry({ kind: 'earn', customerId, points: 10, expiresAt: new Date('2026-12-01T16:00:00Z') });
    }
    house.now = '2026-12-02T00:00:00Z';
    await expect(settle(AbortSignal.abort(new Error('shutting down')))).rejects.toThrow('shutting down');
    expect(await balances(customerIds)).toMatchObject({ balance: 50 });
    await settle();
    expect(await balances(customerIds)).toMatchObject({ balance: 0 });
  });

  it('leaves an account alone that has been swept, though its row is written by others', async () => {
    const customerId = await house.customer();
    await house.entry({ kind: 'earn', customerId, points: 10, expiresAt: new Date('2027-01-01T16:00:00Z') });
    await affected(house.em, 'update points_accounts set due_at = $2 where customer_id = $1', [customerId, house.now]);
    expect(await settle()).toBe(1);
    expect(await settle()).toBe(0);
    expect(await balances([customerId])).toEqual({ balance: 10, pending: 0, held: 0, entries: 1 });
  });
});
