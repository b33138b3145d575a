import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { parseDecimal } from '@siyu/kernel';
import type { SentScheme, SentScoring } from './domain/read-settings';
import { describeOnPublishedData, readPublished } from './testing/published-data';
import type { ReferenceScore } from './testing/reference-scorer';
import { customerId, order, Shop } from './testing/shop';

const scored = (scoring: SentScoring) => ({ recency: scoring, frequency: scoring, monetary: scoring });

type Ranges = [code: string, r: [number, number], f: [number, number], m: [number, number]][];

const grid = (rows: Ranges): SentScheme => ({
  kind: 'grid',
  rows: rows.map(([code, r, f, m]) => ({ code, names: { zh: code, en: code }, r, f, m })),
});

describeOnPublishedData('the results that the R package rfm publishes for its orders', () => {
  /** README and tests of rsquaredacademy/rfm; whole currency units, one row per order. */
  const rows = readPublished('rfm_package/rfm_data_orders.csv');
  const numbers = new Map([...new Set(rows.map(([name]) => name!))].map((name, index) => [name, index + 1]));
  const idOf = (name: string) => customerId(numbers.get(name)!);
  const settings = {
    windowDays: null,
    referenceDay: '2006-12-31',
    scoring: scored({ method: 'quantile', bins: 5, tieRule: 'plus-one' }),
  };
  let shop: Shop;

  beforeAll(async () => {
    shop = await Shop.open('2026-11-22T04:00:00Z');
    await shop.fill(
      rows.map(([name, day, revenue]) =>
        order(numbers.get(name!)!, `${day}T12:00:00+08:00`, { totalCents: Number(revenue) * 100 }),
      ),
    );
  });
  afterAll(() => shop.close());

  const scoresWith = async (scheme: SentScheme): Promise<ReferenceScore[]> => {
    await shop.set({ ...settings, scheme });
    return shop.scores((await shop.run()).runId);
  };

  it('are ours with the tie rule plus-one: customers, orders, scores and segments of the README', async () => {
    const scores = await scoresWith(
      grid([
        ['champions', [5, 5], [5, 5], [5, 5]],
        ['potential-loyalist', [3, 5], [3, 5], [2, 5]],
        ['loyal-customers', [2, 4], [2, 4], [2, 4]],
        ['promising', [3, 4], [1, 3], [3, 5]],
        ['new-customers', [4, 5], [1, 3], [1, 5]],
        ['cant-lose-them', [1, 2], [3, 4], [4, 5]],
        ['at-risk', [1, 2], [2, 5], [4, 5]],
        ['need-attention', [1, 3], [3, 5], [3, 5]],
        ['about-to-sleep', [2, 3], [1, 3], [1, 4]],
        ['lost', [1, 1], [1, 5], [1, 5]],
      ]),
    );
    expect(scores).toHaveLength(995);
    expect(scores.reduce((sum, { frequency }) => sum + frequency, 0)).toBe(4906);
    const published: [string, number, number, number, number, number, number, string][] = [
      ["Abbey O'Reilly", 205, 6, 472, 3, 4, 3, 'potential-loyalist'],
      ['Add Senger', 140, 3, 340, 4, 1, 2, 'new-customers'],
      ['Aden Lesch', 194, 4, 405, 3, 2, 3, 'loyal-customers'],
      ['Aden Murphy', 98, 7, 596, 5, 4, 4, 'potential-loyalist'],
      ['Admiral Senger', 132, 5, 448, 4, 3, 3, 'potential-loyalist'],
    ];
    for (const [name, recencyDays, frequency, amount, r, f, m, segment] of published) {
      const expected = { recencyDays, frequency, monetaryCents: amount * 100, r, f, m, segment };
      expect(scores.find((score) => score.customerId === idOf(name))).toMatchObject(expected);
    }
  });

  it('are ours for the champions of its tests: 158 customers, 1,234 orders, 120,178 in revenue', async () => {
    const scores = await scoresWith(
      grid([
        ['champions', [4, 5], [4, 5], [4, 5]],
        ['loyal-customers', [2, 5], [3, 5], [3, 5]],
        ['potential-loyalist', [3, 5], [1, 3], [1, 3]],
        ['new-customers', [4, 5], [1, 1], [1, 1]],
        ['promising', [3, 4], [1, 1], [1, 1]],
        ['need-attention', [2, 3], [2, 3], [2, 3]],
        ['about-to-sleep', [2, 3], [1, 2], [1, 2]],
        ['at-risk', [1, 2], [2, 5], [2, 5]],
        ['cant-lose-them', [1, 1], [4, 5], [4, 5]],
        ['lost', [1, 2], [1, 2], [1, 2]],
      ]),
    );
    const champions = scores.filter(({ segment }) => segment === 'champions');
    expect(champions).toHaveLength(158);
    expect(champions.reduce((sum, { frequency }) => sum + frequency, 0)).toBe(1234);
    expect(champions.reduce((sum, { monetaryCents }) => sum + monetaryCents, 0)).toBe(12_017_800);
  });
});

describeOnPublishedData('the quartile levels that vipulshm/RFM-Analysis publishes for Online Retail', () => {
  /** Gross value and lines (not invoices), each line once; days of 24 hours back from a day after the last sale. */
  const published: Record<string, [customers: number, value: number, lines: number, days: number]> = {
    bronze: [1287, 266.505704, 15.060606, 192.165501],
    silver: [920, 789.257001, 32.959783, 87.686957],
    gold: [1294, 1597.725141, 81.236476, 47.848532],
    platinum: [837, 6870.541553, 284.188769, 13.761051],
  };
  let shop: Shop;
  beforeAll(async () => void (shop = await Shop.open('2026-11-22T04:00:00Z', 'UTC')));
  afterAll(() => shop.close());

  it('are ours with quartiles and the tie rule lower, but for two lines that only their description tells apart', async () => {
    const lines = new Map<string, string[]>();
    for (const line of readPublished('online_retail/online_retail.csv.gz')) {
      const [invoice, , , , price, customer] = line;
      if (customer && !invoice!.startsWith('C') && Number(price) > 0) lines.set(line.join(), line);
    }
    // The publishers' days begin at 12:50, the time of the last sale; ours at midnight. Hence the clock is put forward.
    const shift = (11 * 3600 + 9 * 60 + 59) * 1000;
    await shop.fill(
      [...lines.values()].map(([, , quantity, at, price, customer]) =>
        order(Number(customer), new Date(Date.parse(`${at!.replace(' ', 'T')}Z`) + shift).toISOString(), {
          // one line is worth a tenth of a cent, and a sale of nothing would be no purchase
          totalCents: Math.max(1, Math.round((parseDecimal(price!, 3)! * Number(quantity)) / 10)),
          currency: 'GBP',
        }),
      ),
    );
    await shop.set({
      windowDays: null,
      referenceDay: '2011-12-10',
      scoring: scored({ method: 'quantile', bins: 4, tieRule: 'lower' }),
    });
    const scores = await shop.scores((await shop.run()).runId);
    const levels = byLevel(scores);
    for (const [index, level] of Object.keys(published).entries()) {
      const [customers, value, count, days] = published[level]!;
      const own = levels[index]!;
      expect(own).toHaveLength(customers);
      const average = (of: (score: ReferenceScore) => number) => own.reduce((sum, one) => sum + of(one), 0) / customers;
      expect(Math.abs(average(({ monetaryCents }) => monetaryCents / 100) / value - 1)).toBeLessThan(0.0003);
      expect(Math.abs(average(({ frequency }) => frequency) / count - 1)).toBeLessThan(0.00003);
      expect(average(({ recencyDays }) => recencyDays)).toBeCloseTo(days, 5);
    }
  }, 120_000);

  /** Quartiles of r + f + m, ties in the lower one, as pandas cuts them. */
  function byLevel(scores: ReferenceScore[]): ReferenceScore[][] {
    const sum = ({ r, f, m }: ReferenceScore) => r + f + m;
    const sorted = scores.map(sum).sort((one, other) => one - other);
    const cuts = [0.25, 0.5, 0.75].map((part) => sorted[Math.floor(part * (sorted.length - 1))]!);
    const level = (score: ReferenceScore) => cuts.filter((cut) => sum(score) > cut).length;
    return [0, 1, 2, 3].map((index) => scores.filter((score) => level(score) === index));
  }
});
