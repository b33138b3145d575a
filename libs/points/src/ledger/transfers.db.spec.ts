import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { newId } from '@siyu/kernel';
import { row, rows } from '@siyu/platform';
import { filled, LedgerHouse, type TestAct } from '../testing/ledger-house';
import { long, runs } from './testing/lengths';
import { TransfersService } from './transfers.service';

const START = new Date('2026-11-22T04:00:00Z');
const DAY_MS = 86_400_000;
const inDays = (days: number) => new Date(START.getTime() + days * DAY_MS);

describe('an account that takes another one over', () => {
  let house: LedgerHouse;
  let anna: string;
  let twin: string;
  const service = () => house.test.app.get(TransfersService);
  const merge = (from = twin, to = anna, transferId = newId()) =>
    service().transfer({ transferId, from, to, actor: 'staff:1' });
  const account = (customerId: string) =>
    row<Record<string, number>>(
      house.em,
      'select balance, pending, held, debt from points_accounts where customer_id = $1',
      [customerId],
    );
  const lots = (customerId: string) =>
    rows(
      house.em,
      `select remaining, pending, expires_at as "expiresAt" from points_lots
       where customer_id = $1 and open order by expires_at, lot_seq`,
      [customerId],
    );

  beforeAll(async () => {
    house = await LedgerHouse.open();
  });
  afterAll(() => house.close());
  beforeEach(async () => {
    house.now = START;
    [anna, twin] = (await house.customers(2)) as [string, string];
  });
  const closes = async () => expect(await house.drift([anna, twin])).toEqual([]);

  it('gets its lots with their ends, its awards that wait, and its holds, which go on', async () => {
    await house.entry({ kind: 'earn', customerId: anna, points: 10, expiresAt: inDays(50) });
    await house.entry({ kind: 'earn', customerId: twin, points: 100, expiresAt: inDays(30) });
    await house.entry({ kind: 'earn', customerId: twin, points: 40, expiresAt: null });
    await house.entry({ kind: 'earn', customerId: twin, points: 7, availableAt: inDays(5), expiresAt: inDays(90) });
    const holdId = newId();
    await house.entry({ kind: 'hold', customerId: twin, points: 60, holdId, expiresAt: inDays(1) });
    await merge();
    expect(await account(twin)).toEqual({ balance: 0, pending: 0, held: 0, debt: 0 });
    expect(await account(anna)).toEqual({ balance: 150, pending: 7, held: 60, debt: 0 });
    expect(await lots(anna)).toEqual([
      { remaining: 100, pending: false, expiresAt: inDays(30) },
      { remaining: 10, pending: false, expiresAt: inDays(50) },
      { remaining: 7, pending: true, expiresAt: inDays(90) },
      { remaining: 40, pending: false, expiresAt: null },
    ]);
    await house.entry({ kind: 'capture', customerId: anna, holdId, points: 25 });
    house.now = inDays(6);
    await house.post({ kind: 'settle', customerId: anna });
    expect(await account(anna)).toEqual({ balance: 132, pending: 0, held: 0, debt: 0 });
    await closes();
  });

  it('refuses nothing that the other account could do, and that one refuses everything', async () => {
    await house.entry({ kind: 'earn', customerId: twin, points: 100 });
    await merge();
    await expect(house.post({ kind: 'earn', customerId: twin, points: 1 })).rejects.toMatchObject({
      code: 'points.account-moved',
      extra: { customerId: anna },
    });
    await expect(merge(twin, (await house.customers(1))[0]!)).rejects.toMatchObject({ code: 'points.account-moved' });
    await expect(merge(anna, anna)).rejects.toMatchObject({ code: 'points.transfer-to-itself' });
    await house.entry({ kind: 'spend', customerId: anna, points: 100 });
    await closes();
  });

  it('pays with the points that come what it owes, and what the other one owed with its own', async () => {
    const earn = await house.entry({ kind: 'earn', customerId: anna, points: 50 });
    await house.entry({ kind: 'spend', customerId: anna, points: 50 });
    await house.entry({ kind: 'reverse', customerId: anna, seq: earn.seq });
    expect(await account(anna)).toMatchObject({ balance: -50, debt: 50 });
    await house.entry({ kind: 'earn', customerId: twin, points: 80 });
    const { transferId } = await merge();
    expect(await account(anna)).toEqual({ balance: 30, pending: 0, held: 0, debt: 0 });
    await service().undo(transferId, 'staff:1');
    expect(await account(twin)).toEqual({ balance: 30, pending: 0, held: 0, debt: 0 });
    const other = await house.entry({ kind: 'earn', customerId: anna, points: 20 });
    await house.entry({ kind: 'spend', customerId: anna, points: 20 });
    await house.entry({ kind: 'reverse', customerId: anna, seq: other.seq });
    const back = await merge(anna, twin);
    expect(await account(twin)).toEqual({ balance: 10, pending: 0, held: 0, debt: 0 });
    await service().undo(back.transferId, 'staff:1');
    expect(await account(anna)).toEqual({ balance: 0, pending: 0, held: 0, debt: 0 });
    await closes();
  });

  const owe = async (customerId: string, points: number) => {
    const earn = await house.entry({ kind: 'earn', customerId, points });
    await house.entry({ kind: 'spend', customerId, points });
    await house.entry({ kind: 'reverse', customerId, seq: earn.seq });
  };

  it.each(['comes to an account that holds points', 'meets an account that comes with a hold'])(
    'has its holds shortened when a debt %s and nothing else is left to pay it',
    async (which) => {
      const [owing, holding] = which.startsWith('comes') ? [twin, anna] : [anna, twin];
      await owe(owing, 50);
      await house.entry({ kind: 'earn', customerId: holding, points: 50, expiresAt: inDays(30) });
      await house.entry({ kind: 'earn', customerId: holding, points: 50, expiresAt: inDays(40) });
      const holdId = newId();
      await house.entry({ kind: 'hold', customerId: holding, points: 80, holdId });
      const { transferId } = await merge();
      expect(await account(anna)).toEqual({ balance: 50, pending: 0, held: 50, debt: 0 });
      await house.entry({ kind: 'capture', customerId: anna, holdId, points: 50 });
      await closes();
      await service().undo(transferId, 'staff:1');
      await closes();
    },
  );

  it('gives an award back as what it has become meanwhile', async () => {
    await house.entry({
      kind: 'earn',
      customerId: twin,
      points: 40,
      availableAt: inDays(2),
      expiresAt: inDays(1.5 + 1),
    });
    await house.entry({ kind: 'earn', customerId: twin, points: 5, availableAt: null });
    const { transferId } = await merge();
    house.now = inDays(2);
    await house.post({ kind: 'settle', customerId: anna });
    expect(await account(anna)).toEqual({ balance: 40, pending: 5, held: 0, debt: 0 });
    await service().undo(transferId, 'staff:1');
    expect(await account(twin)).toEqual({ balance: 40, pending: 5, held: 0, debt: 0 });
    await closes();
    house.now = inDays(3);
    await house.post({ kind: 'settle', customerId: twin });
    expect(await account(twin)).toEqual({ balance: 0, pending: 5, held: 0, debt: 0 });
  });

  it('gives back what is still there when it was a mistake', async () => {
    await house.entry({ kind: 'earn', customerId: anna, points: 10, expiresAt: inDays(10) });
    await house.entry({ kind: 'earn', customerId: twin, points: 100, expiresAt: inDays(30) });
    const holdId = newId();
    await house.entry({ kind: 'hold', customerId: twin, points: 30, holdId, expiresAt: inDays(3) });
    const { transferId } = await merge();
    await house.entry({ kind: 'spend', customerId: anna, points: 50 });
    await house.entry({ kind: 'capture', customerId: anna, holdId, points: 5 });
    const undone = await service().undo(transferId, 'staff:1');
    expect(await service().undo(transferId, 'staff:1')).toEqual(undone);
    expect(await account(anna)).toEqual({ balance: 0, pending: 0, held: 0, debt: 0 });
    expect(await account(twin)).toEqual({ balance: 55, pending: 0, held: 25, debt: 0 });
    await house.entry({ kind: 'release', customerId: twin, holdId });
    await house.entry({ kind: 'spend', customerId: twin, points: 55 });
    await closes();
    const again = await merge();
    await service().undo(again.transferId, 'staff:1');
    await closes();
  });

  it('moves once when it is asked for again, also by many at the same moment', async () => {
    await house.entry({ kind: 'earn', customerId: twin, points: 100 });
    const transferId = newId();
    const moved = await Promise.all([1, 2, 3, 4].map(() => merge(twin, anna, transferId)));
    expect(new Set(moved.map(({ doneAt }) => doneAt.getTime())).size).toBe(1);
    expect(await account(anna)).toMatchObject({ balance: 100 });
    await closes();
  });

  it('answers keys that were booked with the other one, through any number of takeovers', async () => {
    const [last] = (await house.customers(1)) as [string];
    const first = await house.post({ kind: 'earn', customerId: twin, points: 100, key: 'key:a' });
    const one = await merge(twin, anna);
    const two = await merge(anna, last);
    for (const customerId of [last]) {
      expect(await house.post({ kind: 'earn', customerId, points: 100, key: 'key:a' })).toEqual({
        entry: first.entry,
        replayed: true,
      });
    }
    await expect(house.post({ kind: 'earn', customerId: last, points: 1, key: 'key:a' })).rejects.toMatchObject({
      code: 'idempotency.mismatch',
    });
    await expect(service().undo(one.transferId, 'staff:1')).rejects.toMatchObject({ code: 'points.account-moved' });
    await service().undo(two.transferId, 'staff:1');
    await service().undo(one.transferId, 'staff:1');
    expect(await house.post({ kind: 'earn', customerId: anna, points: 100, key: 'key:a' })).toMatchObject({
      replayed: false,
    });
    expect(await account(twin)).toMatchObject({ balance: 100 });
    expect(await house.drift([anna, twin, last])).toEqual([]);
  });

  /** Steps of people who don't know of each other, with takeovers and their undoing in between. */
  const points = fc.integer({ min: 1, max: 60 });
  const step = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({ what: fc.constant('earn'), who: fc.nat(2), points, days: fc.integer({ min: 1, max: 9 }) }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ what: fc.constant('wait'), who: fc.nat(2), points, days: fc.integer({ min: 1, max: 5 }) }),
    },
    { weight: 3, arbitrary: fc.record({ what: fc.constant('spend'), who: fc.nat(2), points, days: fc.constant(0) }) },
    {
      weight: 3,
      arbitrary: fc.record({ what: fc.constant('hold'), who: fc.nat(2), points, days: fc.integer({ min: 1, max: 4 }) }),
    },
    { weight: 2, arbitrary: fc.record({ what: fc.constant('capture'), who: fc.nat(2), points, days: fc.constant(0) }) },
    { weight: 3, arbitrary: fc.record({ what: fc.constant('reverse'), who: fc.nat(2), points, days: fc.nat(6) }) },
    { weight: 3, arbitrary: fc.record({ what: fc.constant('owe'), who: fc.nat(2), points, days: fc.constant(0) }) },
    { weight: 3, arbitrary: fc.record({ what: fc.constant('merge'), who: fc.nat(2), points, days: fc.nat(2) }) },
    { weight: 3, arbitrary: fc.record({ what: fc.constant('undo'), who: fc.nat(2), points, days: fc.constant(0) }) },
    {
      weight: 2,
      arbitrary: fc.record({
        what: fc.constant('later'),
        who: fc.nat(2),
        points,
        days: fc.integer({ min: 1, max: 3 }),
      }),
    },
  );

  it(
    'closes its books, and those of the others, after whatever happened',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
          const people = await house.customers(3);
          const holds: string[] = [];
          const transfers: string[] = [];
          let now = START.getTime();
          for (const { what, who, points, days } of steps) {
            house.now = new Date(now);
            const customerId = people[who]!;
            const at = new Date(now + days * DAY_MS);
            const acts: Record<string, () => Promise<unknown>> = {
              earn: () => attempt({ kind: 'earn', customerId, points, expiresAt: days === 9 ? null : at }),
              wait: () =>
                attempt({ kind: 'earn', customerId, points, availableAt: at, expiresAt: new Date(now + 8 * DAY_MS) }),
              spend: () => attempt({ kind: 'spend', customerId, points }),
              hold: () => {
                const holdId = newId();
                holds.push(holdId);
                return attempt({ kind: 'hold', customerId, points, holdId, expiresAt: at });
              },
              owe: () => refusable(owe(customerId, points)),
              capture: () => attempt({ kind: 'capture', customerId, holdId: holds[points % holds.length] ?? newId() }),
              reverse: () => attempt({ kind: 'reverse', customerId, seq: days + 1, points }),
              merge: async () => {
                const transferId = newId();
                transfers.push(transferId);
                await refusable(merge(customerId, people[(who + 1 + (days % 2)) % 3]!, transferId));
              },
              undo: () => refusable(service().undo(transfers[points % transfers.length] ?? newId(), 'staff:1')),
              later: async () => {
                now += days * DAY_MS;
              },
            };
            await acts[what]!();
          }
          expect(await house.drift(people)).toEqual([]);
          const moved = await row(
            house.em,
            'select sum(transferred)::int as points from points_accounts where customer_id = any($1)',
            [people],
          );
          expect([{ points: 0 }, { points: null }]).toContainEqual(moved);
        }),
        { numRuns: runs(40, 2000) },
      );
    },
    long(120_000, 3_600_000),
  );

  const attempt = (act: TestAct) => refusable(house.ledger.post(filled(act)));

  async function refusable(doing: Promise<unknown>): Promise<void> {
    await doing.catch((error: { kind?: string }) => {
      if (!error.kind) throw error;
    });
  }
});
