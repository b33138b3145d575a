import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '@siyu/kernel';
import { row } from '@siyu/platform';
import { LedgerHouse } from '../testing/ledger-house';

describe('the ledger', () => {
  let house: LedgerHouse;
  let customerId: string;
  const account = () =>
    row(house.em, 'select balance, pending, held, debt, seq from points_accounts where customer_id = $1', [customerId]);
  const lots = async () =>
    (await row<{ lots: number[] }>(
      house.em,
      'select array_agg(remaining order by lot_seq) as lots from points_lots where customer_id = $1',
      [customerId],
    ))!.lots.map(Number);

  beforeAll(async () => {
    house = await LedgerHouse.open();
  });
  afterAll(() => house.close());
  beforeEach(async () => {
    house.now = '2026-11-22T04:00:00Z';
    customerId = await house.customer();
  });

  it('spends the soonest-expiring lot first, never-expiring last', async () => {
    await house.entry({ kind: 'earn', customerId, points: 50, expiresAt: null });
    await house.entry({ kind: 'earn', customerId, points: 40, expiresAt: new Date('2027-05-01') });
    await house.entry({ kind: 'earn', customerId, points: 30, expiresAt: new Date('2027-03-01') });
    const spend = await house.entry({ kind: 'spend', customerId, points: 60 });
    expect(spend).toMatchObject({ seq: 4, points: -60, balanceAfter: 60 });
    expect(await lots()).toEqual([50, 10, 0]);
    expect(await house.drift([customerId])).toEqual([]);
  });

  it('refuses to spend more than there is, and leaves no trace', async () => {
    await house.entry({ kind: 'earn', customerId, points: 50 });
    await expect(house.post({ kind: 'spend', customerId, points: 51 })).rejects.toMatchObject({
      code: 'points.insufficient',
      extra: { asked: 51, spendable: 50 },
    });
    expect(await account()).toEqual({ balance: 50, pending: 0, held: 0, debt: 0, seq: 1 });
  });

  it('gives the first answer again under the same key, and refuses another content', async () => {
    const first = await house.post({ kind: 'earn', customerId, points: 50, key: 'key:a' });
    const again = await house.post({ kind: 'earn', customerId, points: 50, key: 'key:a' });
    expect(again).toEqual({ entry: first.entry, replayed: true });
    await expect(house.post({ kind: 'earn', customerId, points: 51, key: 'key:a' })).rejects.toMatchObject({
      code: 'idempotency.mismatch',
    });
  });

  it('takes an award back into debt, which the next award pays', async () => {
    const earn = await house.entry({ kind: 'earn', customerId, points: 100 });
    await house.entry({ kind: 'spend', customerId, points: 80 });
    const back = await house.entry({ kind: 'reverse', customerId, seq: earn.seq });
    expect(back).toMatchObject({ kind: 'take-back', points: -100, debtPoints: 80, balanceAfter: -80 });
    await house.entry({ kind: 'earn', customerId, points: 100 });
    expect(await account()).toEqual({ balance: 20, pending: 0, held: 0, debt: 0, seq: 4 });
    expect(await house.drift([customerId])).toEqual([]);
  });

  it('gives a spend back to its own lots, with grace for those that expired', async () => {
    await house.entry({ kind: 'earn', customerId, points: 30, expiresAt: new Date('2026-12-01') });
    await house.entry({ kind: 'earn', customerId, points: 30, expiresAt: new Date('2027-12-01') });
    const spend = await house.entry({ kind: 'spend', customerId, points: 50 });
    house.now = '2026-12-10T04:00:00Z';
    const part = await house.entry({ kind: 'reverse', customerId, seq: spend.seq, points: 30 });
    expect(part).toMatchObject({ kind: 'give-back', points: 30, expiresAt: new Date('2026-12-17T16:00:00Z') });
    await house.entry({ kind: 'reverse', customerId, seq: spend.seq });
    expect(await lots()).toEqual([30, 30]);
    await expect(house.post({ kind: 'reverse', customerId, seq: spend.seq })).rejects.toMatchObject({
      code: 'points.reversed-already',
    });
    house.now = '2026-12-17T16:00:00Z';
    await house.post({ kind: 'settle', customerId });
    expect(await account()).toMatchObject({ balance: 30 });
    expect(await house.drift([customerId])).toEqual([]);
  });

  it('holds points, captures a part and gives the rest back', async () => {
    await house.entry({ kind: 'earn', customerId, points: 100 });
    const holdId = newId();
    await house.entry({ kind: 'hold', customerId, points: 60, holdId });
    await expect(house.post({ kind: 'spend', customerId, points: 41 })).rejects.toMatchObject({
      code: 'points.insufficient',
    });
    await house.entry({ kind: 'capture', customerId, holdId, points: 40 });
    expect(await account()).toMatchObject({ balance: 60, held: 20 });
    house.now = '2026-11-22T05:00:00Z';
    await house.post({ kind: 'settle', customerId });
    expect(await account()).toMatchObject({ balance: 60, held: 0 });
    await expect(house.post({ kind: 'release', customerId, holdId })).rejects.toMatchObject({
      code: 'points.hold-over',
    });
    expect(await house.drift([customerId])).toEqual([]);
  });

  it('shortens a hold rather than leave it uncovered when an award is taken back', async () => {
    const earn = await house.entry({ kind: 'earn', customerId, points: 100 });
    const holdId = newId();
    await house.entry({ kind: 'hold', customerId, points: 60, holdId });
    await house.entry({ kind: 'reverse', customerId, seq: earn.seq, points: 70 });
    expect(await account()).toMatchObject({ balance: 30, held: 30, debt: 0 });
    expect(await house.drift([customerId])).toEqual([]);
  });

  it('keeps an award pending until it matures', async () => {
    const earn = await house.entry({ kind: 'earn', customerId, points: 100, availableAt: null });
    expect(await account()).toMatchObject({ balance: 0, pending: 100 });
    await house.post({ kind: 'mature', customerId, seq: earn.seq, at: new Date('2026-11-29T04:00:00Z') });
    house.now = '2026-11-29T04:00:00Z';
    await house.entry({ kind: 'spend', customerId, points: 10 });
    expect(await account()).toMatchObject({ balance: 90, pending: 0, seq: 3 });
    expect(await house.drift([customerId])).toEqual([]);
  });

  it.each([
    ['account-equals-entries', 'update points_accounts set balance = balance + 1, earned = earned + 1'],
    ['hashes-chain', `update points_entries set reason = 'other' where seq = 2`],
    ['hashes-chain', `update points_allocations set points = points - 1 where seq = 3`],
    ['numbers-run', `delete from points_entries where seq = 2`],
    ['lots-equal-allocations', 'update points_lots set remaining = remaining + 1 where lot_seq = 1'],
    ['lots-end-as-booked', `update points_lots set expires_at = '2099-01-01' where lot_seq = 1`],
  ])('finds by %s what was changed by hand: %s', async (check, statement) => {
    await house.entry({ kind: 'earn', customerId, points: 100 });
    await house.entry({ kind: 'earn', customerId, points: 100 });
    await house.entry({ kind: 'spend', customerId, points: 30 });
    const where = statement.includes(' where ') ? 'and' : 'where';
    await house.test.asOwner(`${statement} ${where} customer_id = $1`, [customerId]);
    expect((await house.drift([customerId])).map((one) => one.check)).toContain(check);
  });
});
