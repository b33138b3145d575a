import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@siyu/kernel';
import { row, rows } from '@siyu/platform';
import { LedgerHouse } from '../testing/ledger-house';
import { long, runs } from './testing/lengths';
import { Till, type TillAnswer } from './testing/till';

const CLIENTS = 64;

interface Done {
  customerId: string;
  key: string;
  path: string;
  points: number;
  answer: TillAnswer;
}

describe('many clients at once', () => {
  let house: LedgerHouse;
  let till: Till;

  beforeAll(async () => {
    house = await LedgerHouse.open();
    till = await Till.open(house, 200);
  });
  afterAll(async () => {
    till.close();
    await house.close();
  });

  it.each([1, 10, 1000])(
    'lose and double no point on %i customers',
    async (count) => {
      const customerIds = await house.customers(count);
      const done = (await Promise.all(Array.from({ length: CLIENTS }, () => client(customerIds)))).flat();
      expect(done.filter((one) => !isBooked(one) && !isRefusedForGood(one)).map(refusalOf)).toEqual([]);
      await expectLedgerToSay(customerIds, done);
      // What the server believes of the tables is from the case before, when they held few customers with much each.
      await house.test.asOwner(
        'analyze points_accounts, points_entries, points_lots, points_allocations, points_holds',
        [],
      );
      expect(await house.drift(customerIds)).toEqual([]);
    },
    long(60_000, 600_000),
  );

  it('let exactly 20 of 200 spends of 50 have 1,000 points', async () => {
    const customerId = await house.customer();
    await house.entry({ kind: 'earn', customerId, points: 1000 });
    const answers = await Promise.all(
      Array.from({ length: 200 }, () => till.post(customerId, '/spend', { points: 50, reason: 'Mug' }, newId())),
    );
    const codes = Map.groupBy(answers, ({ status, body }) => `${status} ${body.code ?? ''}`);
    expect([...codes].map(([code, all]) => [code, all.length]).sort()).toEqual([
      ['201 ', 20],
      ['422 points.insufficient', 180],
    ]);
    expect(await balanceOf(customerId)).toBe(0);
  });

  it('book 100 keys once, each sent 20 times at the same moment', async () => {
    const customerId = await house.customer();
    const keys = Array.from({ length: 100 }, () => newId());
    const sent = keys.flatMap((key) => Array.from({ length: 20 }, () => key));
    const answers = await Promise.all(
      sent.map((key) => till.post(customerId, '/earn', { points: 1, reason: 'Visit' }, key)),
    );
    expect(answers.filter(({ status }) => status !== 201)).toEqual([]);
    expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(100);
    const seqs = Map.groupBy(answers.keys(), (place) => sent[place]);
    for (const places of seqs.values()) expect(new Set(places.map((place) => answers[place]!.body.seq)).size).toBe(1);
    expect(await balanceOf(customerId)).toBe(100);
  });

  async function client(customerIds: string[]): Promise<Done[]> {
    const done: Done[] = [];
    const holds: { customerId: string; holdId: string }[] = [];
    for (let act = 0; act < runs(25, 200); act += 1) {
      const before = done[Math.floor(Math.random() * done.length)];
      const repeats = before && Math.random() < 0.1;
      const next = repeats ? before : { ...think(one(customerIds), holds), key: newId() };
      const { customerId, key, path, points } = next;
      const answer = await till.post(customerId, path, { points, reason: 'Mixed' }, key);
      if (answer.status === 201 && path === '/holds' && !repeats)
        holds.push({ customerId, holdId: String(answer.body.holdId) });
      done.push({ customerId, key, path, points, answer });
    }
    return done;
  }

  /** Each acknowledged key is in the ledger once, as it was answered; nothing else is; and what was booked stays booked. */
  async function expectLedgerToSay(customerIds: string[], done: Done[]): Promise<void> {
    const lines = await rows<{ customerId: string; key: string; seq: number; points: number }>(
      house.em,
      `select customer_id as "customerId", split_part(act_key, ':', 3) as key, seq, points from points_entries
       where customer_id = any($1)`,
      [customerIds],
    );
    const acked = new Map(
      done
        .filter(({ answer }) => answer.status === 201)
        .map(({ key, customerId, answer: { body } }) => [key, `${customerId} ${body.seq} ${body.points}`]),
    );
    const booked = lines.map(({ key, customerId, seq, points }): [string, string] => [
      key,
      `${customerId} ${seq} ${points}`,
    ]);
    expect(booked.length).toBe(acked.size);
    expect(new Map(booked)).toEqual(acked);
    for (const sent of Map.groupBy(done, ({ key }) => key).values()) {
      const sinceBooked = sent.slice(sent.findIndex(isBooked));
      if (sent.some(isBooked)) expect(new Set(sinceBooked.map(({ answer }) => answer.body.seq)).size).toBe(1);
    }
  }

  async function balanceOf(customerId: string): Promise<number> {
    const found = await row<{ balance: number }>(
      house.em,
      'select balance from points_accounts where customer_id = $1',
      [customerId],
    );
    return found!.balance;
  }
});

/** Earn, spend, correct, hold, capture, release, take back. */
function think(customerId: string, holds: { customerId: string; holdId: string }[]) {
  const points = 1 + Math.floor(Math.random() * 30);
  const roll = Math.random();
  if (roll < 0.3) return { customerId, path: '/spend', points };
  if (roll < 0.36) return { customerId, path: '/adjust', points: Math.random() < 0.5 ? points : -points };
  if (roll < 0.46) return { customerId, path: '/holds', points };
  if (roll < 0.56 && holds.length > 0) {
    const hold = one(holds);
    const end = Math.random() < 0.5 ? 'capture' : 'release';
    return { customerId: hold.customerId, path: `/holds/${hold.holdId}/${end}`, points: Math.min(points, 5) };
  }
  return { customerId, path: '/earn', points };
}

function one<Value>(values: Value[]): Value {
  return values[Math.floor(Math.random() * values.length)]!;
}

function isBooked({ answer }: Done): boolean {
  return answer.status === 201;
}

/** There were not enough points, or the hold had less or was over. */
function isRefusedForGood({ answer: { status, body } }: Done): boolean {
  const { asked, spendable, left } = (body.extra ?? {}) as Record<string, number>;
  if (status !== 422) return false;
  if (body.code === 'points.insufficient') return asked! > spendable!;
  return body.code === 'points.hold-over' || (body.code === 'points.hold-too-small' && asked! > left!);
}

function refusalOf({ answer: { status, body } }: Done): string {
  return `${status} ${body.code}`;
}
