import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { newId } from '@siyu/kernel';
import { rows } from '@siyu/platform';
import { DEFAULT_PROGRAMME } from '../programme/domain/programme';
import { ProgrammesService } from '../programme/programmes.service';
import { LedgerHouse } from '../testing/ledger-house';
import type { Answer } from './acts.service';
import type { Act } from './domain/acts';
import { DuesService } from './dues.service';
import { expectSame } from './testing/agreement';
import { long, runs } from './testing/lengths';
import { ReferenceLedger } from './testing/reference-ledger';
import type { Remains } from './testing/reference-points';
import { actOf, expiry, pause, shortfall, step, type Step } from './testing/steps';

const START = Date.parse('2026-11-22T04:00:00Z');
const TURNS = 8;

/** Many customers live through the same days under the same rules, each with a sequence of acts of its own. */
const lives = fc.record({
  expiry,
  turns: fc.array(
    fc.record({ pause, shortfall, how: fc.constantFrom('together', 'one by one', 'at once'), sweep: fc.boolean() }),
    {
      minLength: TURNS,
      maxLength: TURNS,
    },
  ),
  customers: fc.array(
    fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { minLength: TURNS, maxLength: TURNS }),
    { minLength: 1, maxLength: 100, size: 'max' },
  ),
});
type Lives = typeof lives extends fc.Arbitrary<infer Value> ? Value : never;

interface Life {
  customerId: string;
  reference: ReferenceLedger;
  /** Acts that were booked, with the number of the entry. */
  booked: { act: Act; seq: number }[];
}

interface Asked {
  act: Act;
  expected: number | null | string;
}

describe('the ledger in the database', () => {
  let house: LedgerHouse;
  let sequences = 0;

  beforeAll(async () => {
    house = await LedgerHouse.open();
  });
  afterAll(() => house.close());

  it(
    'agrees with the reference ledger after every act of any sequence, and its books close',
    async () => {
      const property = fc.asyncProperty(lives, async (value) => {
        await live(value);
        sequences += value.customers.length;
      });
      await fc.assert(property, { numRuns: runs(10, 260) });
      expect(sequences).toBeGreaterThan(runs(200, 10_000));
    },
    long(120_000, 3_600_000),
  );

  it('would be caught if it lost a point on the way', async () => {
    const [customerId] = await house.customers(1);
    const reference = new ReferenceLedger({
      shortfall: 'debt',
      expiry: { kind: 'never' },
      graceDays: 7,
      holdMinutes: 30,
    });
    const act = actOf({ does: 'earn', points: 5, waits: 'no', ends: 'never', late: 0 }, customerId!, START, reference);
    reference.take(act, START);
    await house.ledger.post(act);
    await expectAgreement([{ customerId: customerId!, reference, booked: [] }]);
    await house.ledger.post({ ...act, kind: 'spend', points: 1, key: `key:${newId()}` });
    await expect(expectAgreement([{ customerId: customerId!, reference, booked: [] }])).rejects.toThrow('balance');
  });

  async function live({ expiry, turns, customers }: Lives): Promise<void> {
    const ids = await house.customers(customers.length);
    const rules = { expiry, graceDays: 7, holdMinutes: 30 };
    const all = ids.map((customerId): Life => {
      return { customerId, reference: new ReferenceLedger({ ...rules, shortfall: 'debt' }), booked: [] };
    });
    let now = START;
    for (const [number, turn] of turns.entries()) {
      now += turn.pause * 60_000;
      house.now = new Date(now);
      useProgramme({ expiryRules: [{ from: null, rule: expiry }], shortfall: turn.shortfall });
      if (turn.sweep) {
        await house.test.app.get(DuesService).settleDue();
        for (const { reference } of all) reference.passTime(now);
        await expectAgreement(all);
      }
      const asked = all.map((life, place) => {
        life.reference.rules.shortfall = turn.shortfall;
        return customers[place]![number]!.flatMap((one) => takeStep(life, one, now));
      });
      await book(asked, turn.how);
      await expectAgreement(all);
    }
  }

  function useProgramme(settings: Partial<typeof DEFAULT_PROGRAMME>): void {
    const programme = { ...DEFAULT_PROGRAMME, ...settings };
    house.test.app.get(ProgrammesService).current = () => Promise.resolve(programme);
  }

  async function book(asked: Asked[][], how: string): Promise<void> {
    if (how === 'together') return expectAnswers(asked.flat(), (acts) => house.ledger.postAll(acts));
    for (let place = 0; asked.some((acts) => acts.length > place); place += 1) {
      const next = asked.flatMap((acts) => acts[place] ?? []);
      if (how === 'one by one') await expectAnswers(next, (acts) => house.ledger.postAll(acts));
      else await expectAnswers(next, (acts) => Promise.all(acts.map((act) => answerOf(house, act))));
    }
  }

  async function expectAgreement(all: Life[]): Promise<void> {
    const ids = all.map(({ customerId }) => customerId);
    const accounts = await rows<{ customerId: string } & Record<string, number>>(
      house.em,
      `select customer_id as "customerId", coalesce(balance, 0) as balance, coalesce(pending, 0) as pending,
         coalesce(held, 0) as held, coalesce(debt, 0) as debt, coalesce(earned, 0) as earned, coalesce(spent, 0) as spent,
         coalesce(expired, 0) as expired, coalesce(taken_back, 0) as "takenBack", coalesce(adjusted, 0) as adjusted,
         coalesce(seq, 0) as seq
       from unnest($1::uuid[]) as t (customer_id) left join points_accounts using (customer_id)`,
      [ids],
    );
    const figures = new Map(accounts.map(({ customerId, ...rest }) => [customerId, rest]));
    const lots = await rows<{ customerId: string; lot: Remains }>(
      house.em,
      `select customer_id as "customerId", jsonb_build_array(lot_seq, remaining, held, pending,
         coalesce(-idle_months, (extract(epoch from expires_at) * 1000)::bigint)) as lot
       from points_lots where customer_id = any($1) and remaining > 0 order by lot_seq`,
      [ids],
    );
    const remains = Map.groupBy(lots, ({ customerId }) => customerId);
    for (const { customerId, reference } of all) {
      expectSame(figures.get(customerId), reference.figures());
      expectSame(
        (remains.get(customerId) ?? []).map(({ lot }) => lot),
        reference.points.remains(),
      );
    }
    expect(await house.drift(ids)).toEqual([]);
  }
});

/** What a step asks for and what the reference answers to it. */
function takeStep({ customerId, reference, booked }: Life, one: Step, now: number): Asked[] {
  if (one.does === 'repeat') {
    const before = booked[one.back % booked.length];
    if (!before) return [];
    if (one.otherwise) return [{ act: { ...before.act, reason: 'other' }, expected: 'idempotency.mismatch' }];
    return [{ act: before.act, expected: before.seq }];
  }
  const act = actOf(one, customerId, now, reference);
  const expected = reference.take(act, now);
  if (typeof expected === 'number' && act.kind !== 'settle') booked.push({ act, seq: expected });
  return [{ act, expected }];
}

async function expectAnswers(asked: Asked[], book: (acts: Act[]) => Promise<Answer[]>): Promise<void> {
  const answers = await book(asked.map(({ act }) => act));
  const found = answers.map((answer) => ('refusal' in answer ? answer.refusal.code : (answer.entry?.seq ?? null)));
  expectSame(
    found.map((answer, place) => [asked[place]!.act, answer]),
    asked.map(({ act, expected }) => [act, expected]),
  );
}

async function answerOf({ ledger }: LedgerHouse, act: Act): Promise<Answer> {
  try {
    return await ledger.post(act);
  } catch (error) {
    return { refusal: error as Extract<Answer, { refusal: unknown }>['refusal'] };
  }
}
