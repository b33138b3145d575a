import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { figureName } from '../evaluation/domain/figures';
import { FiguresQueries } from '../evaluation/figures.queries';
import { MEASURES, type Criterion, type Window } from '../ladders/domain/ladder';
import { VersionsQueries } from '../ladders/versions.queries';
import type { TierCriterion } from './explanations.dto';
import { ExplanationsService } from './explanations.service';
import { TERMS } from './testing/terms';
import { StandingHouse } from './testing/standing-house';

const PERIODS: Window[] = [
  { kind: 'rolling', months: 1 },
  { kind: 'rolling', months: 12 },
  { kind: 'calendar-year' },
  { kind: 'membership-year' },
];

const LATER = '2026-03-30T16:00:00Z';

/** Every measure over every window; silver is everybody’s who did anything. */
function termsOf(windows: Window[]) {
  const criteria: Criterion[] = MEASURES.flatMap((measure) =>
    windows.map((window) => ({ measure, window, atLeast: measure === 'spend' ? 10_000 : 1 })),
  );
  const [basic, silver, gold] = TERMS.tiers;
  const beyond = criteria.map((criterion) => ({ ...criterion, atLeast: 1_000_000_000 }));
  return {
    validity: { kind: 'months', months: 1 } as const,
    tiers: [
      basic!,
      { ...silver!, enter: { match: 'any' as const, criteria }, keep: null },
      { ...gold!, enter: { match: 'all' as const, criteria: beyond }, keep: null },
    ],
  };
}

/** Numbers that look random and are the same in every run. */
function draws(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * below);
  };
}

describe('explained figures', () => {
  let house: StandingHouse;
  let everyone: string[];

  /** Orders and growth of three years, on any second, also around midnights; refunds, returns, another currency. */
  const live = async (customerIds: string[]) => {
    const draw = draws(20_260_315);
    const facts = customerIds.flatMap((customerId) =>
      Array.from({ length: 12 }, (_, no) => {
        const midnight = Date.parse('2023-03-16T16:00:00Z') + draw(1095) * 86_400_000;
        const at = new Date(midnight + (draw(3) - 1) * draw(2) * 1000 + draw(2) * draw(86_400) * 1000);
        const cents = 100 + draw(20_000);
        const kind = draw(6) === 0 ? 'return' : 'sale';
        const refunded = kind === 'sale' && draw(3) === 0 ? draw(2) * cents : 0;
        return {
          customerId,
          no,
          at: at.toISOString(),
          cents,
          kind,
          refunded,
          currency: draw(5) === 0 ? 'USD' : 'CNY',
          growth: draw(200) - 60,
        };
      }),
    );
    await house.test.asOwner(
      `with f as (select * from jsonb_to_recordset($1) as f ("customerId" uuid, no integer, at timestamptz, cents bigint, kind text,
         refunded bigint, currency text, growth bigint)),
       bought as (
         insert into orders (customer_id, order_id, source, external_id, kind, status, placed_at, paid_at, currency, total_cents,
           refunded_cents, created_at, updated_at)
         select "customerId", gen_random_uuid(), 'test', "customerId"::text || no, kind, 'paid', at, at, currency, cents, refunded, at, at
         from f)
       insert into tiers_value_entries (customer_id, ledger, entry_key, seq, amount, balance_after, occurred_at, recorded_at, source,
         reason, actor)
       select "customerId", 'growth', 'test:' || no, no + 1, growth, 0, at + interval '7 hours', at, 'test', 'test', 'system'
       from f where growth <> 0`,
      [JSON.stringify(facts)],
    );
  };

  beforeAll(async () => {
    house = await StandingHouse.open('2026-03-15T02:00:00Z');
    // Born into a leap day of Shanghai, and into the evening before.
    everyone = [
      ...(await house.customers(15, '2024-02-28T16:00:00Z')),
      ...(await house.customers(15, '2022-05-31T15:59:59Z')),
    ];
    await live(everyone);
    everyone.push(...(await house.customers(5)));
  });
  afterAll(() => house.close());

  it.each([
    ['years and months', PERIODS],
    ['whole lives, too', [...PERIODS, { kind: 'lifetime' } as const]],
  ])('are those that evaluation decides by, over %s', async (_, windows) => {
    await house.publish(termsOf(windows));
    for (const now of ['2026-03-15T02:00:00Z', LATER]) {
      house.now = now;
      // Who did nothing so far rises by it, and a refund may undo that.
      if (now === LATER) await house.payAll(everyone.slice(-5), 15_000);
      await house.evaluate(...everyone);
      const version = (await house.test.app.get(VersionsQueries).inForce())!;
      const figures = await house.test.app.get(FiguresQueries).of(everyone, version, house.now);
      const compared = { enter: 0, keep: 0, rise: 0 };
      for (const customerId of everyone) {
        const told = await house.test.app.get(ExplanationsService).explain(customerId);
        const { enter, keep, rise } = figures.get(customerId)!;
        expect(valuesOf(told.above.at(-1)!.criteria)).toEqual(enter.values);
        if (told.keep) expect(valuesOf(told.keep.criteria)).toEqual(keep!.values);
        if (told.undo) expect(valuesOf(told.undo.criteria)).toEqual(rise!.values);
        compared.enter += 1;
        compared.keep += told.keep ? 1 : 0;
        compared.rise += told.undo ? 1 : 0;
      }
      expect(compared.enter).toBe(35);
      expect(compared.keep).toBeGreaterThan(20);
      if (now === LATER) expect(compared.rise).toBeGreaterThan(0);
    }
  });
});

function valuesOf(criteria: readonly TierCriterion[]) {
  return Object.fromEntries(criteria.map((criterion) => [figureName(criterion), criterion.has]));
}
