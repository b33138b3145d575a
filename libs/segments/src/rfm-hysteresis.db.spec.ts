import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { order, Shop } from './testing/shop';

/** One axis at a time: the others have one cut point that nobody reaches. */
const quiet = { method: 'cuts' as const, cuts: [1_000_000] };

describe('hysteresis between runs', () => {
  let shop: Shop;
  beforeAll(async () => void (shop = await Shop.open('2026-11-22T04:00:00Z')));
  afterAll(() => shop.close());

  /** Runs at noon of the day in Shanghai; the R of the one customer. */
  async function rOn(day: string): Promise<number> {
    shop.now = `${day}T04:00:00Z`;
    const run = await shop.run();
    return (await shop.scores(run.runId))[0]!.r;
  }

  const recencyCuts = (cuts: number[], hysteresisPercent = 5) =>
    shop.set({
      scoring: { recency: { method: 'cuts', cuts }, frequency: quiet, monetary: quiet },
      hysteresisPercent,
    });

  it('keeps the score for 5 percent of the cut: 100 days become "over 100" after the 105th', async () => {
    await shop.fill([order(1, '2026-08-01T12:00:00+08:00')]);
    await recencyCuts([100]);
    expect(await rOn('2026-11-09')).toBe(2); // 100 days
    expect(await rOn('2026-11-10')).toBe(2); // 101 days, held
    expect(await rOn('2026-11-14')).toBe(2); // 105 days, held
    expect(await rOn('2026-11-15')).toBe(1); // 106 days
  });

  it('holds in the other direction, too: a customer comes back up under 95 days', async () => {
    await shop.fill([order(1, '2026-08-01T12:00:00+08:00')]);
    await recencyCuts([100]);
    expect(await rOn('2026-11-15')).toBe(1); // 106 days
    await shop.add([order(1, '2026-08-12T12:00:00+08:00')]);
    expect(await rOn('2026-11-16')).toBe(1); // 96 days, held
    await shop.add([order(1, '2026-08-14T12:00:00+08:00')]);
    expect(await rOn('2026-11-16')).toBe(2); // 94 days
  });

  it('lets a customer who steps over more than one cut go at once', async () => {
    await shop.fill([order(1, '2026-10-01T12:00:00+08:00')]);
    await recencyCuts([30, 31, 32]);
    expect(await rOn('2026-10-31')).toBe(4); // 30 days
    expect(await rOn('2026-11-01')).toBe(4); // 31 days, held by the cut at 30 (up to 31.5)
    expect(await rOn('2026-11-02')).toBe(2); // 32 days
  });

  it('compares with the score that was given, not with the one that was due', async () => {
    await shop.fill([order(1, '2026-08-01T12:00:00+08:00')]);
    await recencyCuts([100]);
    expect(await rOn('2026-11-09')).toBe(2); // 100 days
    expect(await rOn('2026-11-12')).toBe(2); // 103 days, held
    expect(await rOn('2026-11-13')).toBe(2); // 104 days, still held by the 2 of the 9th
  });

  it('does not apply to a customer who was not scored before', async () => {
    await shop.fill([order(2, '2026-11-09T12:00:00+08:00')]);
    await recencyCuts([100]);
    await rOn('2026-11-09');
    await shop.add([order(1, '2026-08-01T12:00:00+08:00')]);
    expect(await rOn('2026-11-10')).toBe(1); // 101 days
  });

  it('does not apply when it is switched off, when scoring changed, or over a fixed reference day', async () => {
    const start = async () => {
      await shop.fill([order(1, '2026-08-01T12:00:00+08:00')]);
      await recencyCuts([100]);
      expect(await rOn('2026-11-09')).toBe(2); // 100 days
    };
    await start();
    await recencyCuts([100], 0);
    expect(await rOn('2026-11-10')).toBe(1); // 101 days
    await start();
    await recencyCuts([100, 200]);
    expect(await rOn('2026-11-10')).toBe(2); // the middle one of three
    await start();
    shop.now = '2026-11-11T04:00:00Z';
    await shop.set({
      scoring: { recency: { method: 'cuts', cuts: [100] }, frequency: quiet, monetary: quiet },
      referenceDay: '2026-11-10',
    });
    expect(await rOn('2026-11-11')).toBe(1); // 101 days on the fixed day
  });

  it('moves the edge of a negative cut away from both sides as well', async () => {
    const came = { totalCents: 100 };
    const back = (totalCents: number) => order(1, '2026-11-01T12:00:00+08:00', { kind: 'return', totalCents });
    await shop.fill([order(1, '2026-11-01T12:00:00+08:00', came), back(1050)]); // -950
    await shop.set({
      scoring: { recency: quiet, frequency: quiet, monetary: { method: 'cuts', cuts: [-1000] } },
    });
    const m = async () => (await shop.scores((await shop.run()).runId))[0]!.m;
    expect(await m()).toBe(2);
    await shop.add([back(100)]); // -1,050: held down to here
    expect(await m()).toBe(2);
    await shop.add([back(1)]); // -1,051
    expect(await m()).toBe(1);
  });
});
