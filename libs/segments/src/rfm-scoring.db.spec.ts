import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { defaultSettings, TIE_RULES, type AxisScoring, type RfmSettings } from './domain/settings';
import { schemeTemplates } from './domain/templates';
import { referenceScores } from './testing/reference-scorer';
import { order, Shop, type TestOrder } from './testing/shop';

const TODAY = '2026-11-22';
const HOUR = 3_600_000;

/** Few distinct values, so that ties are the rule. */
const orders: fc.Arbitrary<TestOrder[]> = fc.array(
  fc
    .record({
      customer: fc.integer({ min: 1, max: 25 }),
      // hours around the ends of windows: 00:00 in Shanghai is 16:00 UTC of the day before
      hoursAgo: fc.oneof(fc.integer({ min: -60, max: 240 }), fc.integer({ min: 0, max: 24 * 400 })),
      isHalfPast: fc.boolean(),
      kind: fc.constantFrom('sale' as const, 'sale' as const, 'sale' as const, 'return' as const),
      status: fc.constantFrom('paid', 'completed', 'completed', 'refunded', 'cancelled', 'placed'),
      currency: fc.constantFrom('CNY', 'CNY', 'CNY', 'USD'),
      total: fc.constantFrom(0, 100, 199, 200, 1000, 1000, 2500, 100_000),
      refundedPart: fc.constantFrom(0, 0, 0, 0.5, 1),
    })
    .map(({ customer, hoursAgo, isHalfPast, status, total, refundedPart, ...rest }) => {
      const at = Date.parse(`${TODAY}T16:00:00Z`) - hoursAgo * HOUR - (isHalfPast ? HOUR / 2 : 0);
      return order(customer, new Date(at).toISOString(), {
        ...rest,
        status,
        ...(status === 'placed' ? { paidAt: null } : {}),
        totalCents: total,
        refundedCents: rest.kind === 'sale' ? Math.floor(total * refundedPart) : 0,
      });
    }),
  { maxLength: 120 },
);

function scoring(cuts: readonly number[]): fc.Arbitrary<AxisScoring> {
  const quantile = fc.record({
    method: fc.constant('quantile' as const),
    bins: fc.integer({ min: 2, max: 10 }),
    tieRule: fc.constantFrom(...TIE_RULES),
  });
  const chosen = fc
    .uniqueArray(fc.constantFrom(...cuts), { minLength: 1, maxLength: 9 })
    .map((some) => ({ method: 'cuts' as const, cuts: [...some].sort((one, other) => one - other) }));
  return fc.oneof({ arbitrary: quantile, weight: 3 }, { arbitrary: chosen, weight: 1 });
}

const settings: fc.Arbitrary<RfmSettings> = fc.record({
  windowDays: fc.constantFrom(null, 1, 2, 7, 365),
  referenceDay: fc.constantFrom(null, '2026-11-20', '2026-11-01'),
  currency: fc.constantFrom(null, 'CNY', 'USD'),
  scoring: fc.record({
    recency: scoring([0, 1, 2, 5, 30, 100, 364]),
    frequency: scoring([1, 2, 3, 4, 6, 10]),
    monetary: scoring([-1000, 0, 100, 199, 200, 1000, 5000, 100_000]),
  }),
  scheme: fc.constantFrom<RfmSettings['scheme']>({ kind: 'average8' }, schemeTemplates[2]!.scheme),
  hysteresisPercent: fc.constantFrom(0, 5, 50),
  keepRuns: fc.constant(35),
});

/** Property tests search further on a longer leash: `FC_RUNS=2000`. */
const RUNS = Number(process.env.FC_RUNS ?? 60);

describe('a run and the rule on paper', () => {
  let shop: Shop;
  beforeAll(async () => void (shop = await Shop.open(`${TODAY}T04:00:00Z`)));
  afterAll(() => shop.close());

  /** Settings as they are sent: the scheme's grid is for five scores, fewer leave some of its rows without customers. */
  async function write(chosen: RfmSettings): Promise<void> {
    await shop.em.query(
      `insert into segments_rfm_settings (version, settings, created_at)
       select coalesce(max(version), 0) + 1, $1, now() from segments_rfm_settings`,
      [JSON.stringify(chosen)],
    );
  }

  it('agree for any orders, settings and tie rule', async () => {
    await fc.assert(
      fc.asyncProperty(orders, settings, async (placed, chosen) => {
        await shop.fill(placed);
        await write(chosen);
        const run = await shop.run();
        expect(run.status).toBe('done');
        expect(await shop.scores(run.runId)).toEqual(referenceScores(placed, chosen, TODAY, 'Asia/Shanghai'));
      }),
      { numRuns: RUNS },
    );
  });

  it('agree on the second of two runs too, where the first holds customers back', async () => {
    await fc.assert(
      fc.asyncProperty(orders, orders, settings, async (placed, more, some) => {
        const chosen = { ...some, referenceDay: null };
        await shop.fill(placed);
        await write(chosen);
        const first = await shop.run();
        await shop.add(more);
        const second = await shop.run();
        const held = chosen.hysteresisPercent > 0 ? await shop.scores(first.runId) : [];
        expect(await shop.scores(second.runId)).toEqual(
          referenceScores([...placed, ...more], chosen, TODAY, 'Asia/Shanghai', held),
        );
      }),
      { numRuns: RUNS },
    );
  });

  it('agree where clocks change: the last day of a window of New York has 25 hours', async () => {
    const newYork = await Shop.open('2026-11-01T22:00:00Z', 'America/New_York');
    try {
      const placed = Array.from({ length: 60 }, (_, hour) =>
        order(hour + 1, new Date(Date.parse('2026-10-31T00:30:00Z') + hour * HOUR).toISOString()),
      );
      await newYork.fill(placed);
      await newYork.set({ windowDays: 1 });
      const run = await newYork.run();
      const expected = referenceScores(placed, { ...defaultSettings, windowDays: 1 }, '2026-11-01', 'America/New_York');
      expect(await newYork.scores(run.runId)).toEqual(expected);
      expect(expected).toHaveLength(25);
    } finally {
      await newYork.close();
    }
  });
});
