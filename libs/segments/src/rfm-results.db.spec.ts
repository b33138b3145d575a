import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { affected } from '@siyu/platform';
import { RfmCustomersQueries } from './rfm-customers.queries';
import { RfmHistoriesQueries } from './rfm-histories.queries';
import { RfmMovementsQueries } from './rfm-movements.queries';
import { RfmSummariesQueries } from './rfm-summaries.queries';
import { customerId, order, Shop } from './testing/shop';

const cuts = (...points: number[]) => ({ method: 'cuts' as const, cuts: points });

describe('the results of runs', () => {
  let shop: Shop;
  const summary = (runId?: string) => shop.test.app.get(RfmSummariesQueries).summary(runId);
  const movement = () => shop.test.app.get(RfmMovementsQueries).movement({});
  const changes = async (customer: number) =>
    shop.test.app
      .get(RfmHistoriesQueries)
      .changes(customerId(customer), { before: null, limit: 50, kinds: ['rfm'] })
      .then((entries) =>
        entries.map(({ data }) => [data.from, data.to].map((side) => (side as { code: string })?.code)),
      );

  beforeAll(async () => void (shop = await Shop.open('2026-11-22T04:00:00Z')));
  afterAll(() => shop.close());

  describe('what counts', () => {
    const only = async (...placed: Parameters<Shop['fill']>[0]) => {
      await shop.fill(placed);
      return shop.scores((await shop.run()).runId);
    };

    it('paid, uncancelled purchases count; free ones and those refunded to the last cent do not', async () => {
      const at = '2026-11-20T12:00:00+08:00';
      expect(
        await only(
          order(1, at),
          order(1, at, { status: 'cancelled' }),
          order(1, '2026-11-21T12:00:00+08:00', { totalCents: 0 }),
          order(1, '2026-11-21T12:00:00+08:00', { refundedCents: 1000, status: 'refunded' }),
          order(1, at, { refundedCents: 400 }),
        ),
      ).toMatchObject([{ recencyDays: 2, frequency: 2, monetaryCents: 1600 }]);
    });

    it('a return lowers the value on its own day and is no purchase; more may come back than was bought', async () => {
      const scores = await only(
        order(1, '2026-11-01T12:00:00+08:00', { totalCents: 500 }),
        order(1, '2026-11-21T12:00:00+08:00', { kind: 'return', totalCents: 2000 }),
        order(2, '2026-11-21T12:00:00+08:00', { kind: 'return', totalCents: 100 }),
      );
      expect(scores).toMatchObject([{ recencyDays: 21, frequency: 1, monetaryCents: -1500, m: 1 }]);
    });

    it('days are those of the programme’s zone: just before and after midnight in Shanghai', async () => {
      const scores = await only(order(1, '2026-11-20T15:59:59Z'), order(2, '2026-11-20T16:00:00Z'));
      expect(scores.map(({ recencyDays }) => recencyDays)).toEqual([2, 1]);
    });

    it('an order of tomorrow does not count today, one of the last minute of today does', async () => {
      const scores = await only(order(1, '2026-11-22T15:59:59Z'), order(2, '2026-11-22T16:00:00Z'));
      expect(scores).toMatchObject([{ customerId: customerId(1), recencyDays: 0 }]);
    });
  });

  it('sum up by segment and by R and F, and say how many customers have no purchase in the window', async () => {
    await shop.fill(
      [
        order(1, '2026-11-21T12:00:00+08:00', { totalCents: 6000 }),
        order(1, '2026-11-20T12:00:00+08:00', { totalCents: 2000 }),
        order(2, '2026-10-01T12:00:00+08:00', { totalCents: 2000 }),
        order(3, '2024-01-01T12:00:00+08:00'),
      ],
      [{ customerId: customerId(4), type: 'member_no', value: 'M4' }],
    );
    await shop.set({ scoring: { recency: cuts(30), frequency: cuts(2), monetary: cuts(5000) } });
    await shop.run();
    const found = await summary();
    expect(found).toMatchObject({
      customersCount: 4,
      inactiveCount: 2,
      whole: { customers: 2, orders: 3, netCents: 10_000, averageNetCents: 5000, averageOrders: 1.5 },
      averageScores: { r: 1.5, f: 1.5, m: 1.5 },
      bins: { r: 2, f: 2, m: 2 },
    });
    expect(found.segments.map(({ code, customers }) => [code, customers])).toEqual([
      ['important-value', 1],
      ['important-growth', 0],
      ['important-keep', 0],
      ['important-win-back', 0],
      ['general-value', 0],
      ['general-growth', 0],
      ['general-keep', 0],
      ['general-win-back', 1],
    ]);
    expect(found.segments[0]).toMatchObject({
      names: { zh: '重要价值' },
      netShare: 0.8,
      customersShare: 0.5,
      averageRecencyDays: 1,
    });
    expect(found.grid.map(({ r, f, customers }) => [r, f, customers])).toEqual([
      [1, 1, 1],
      [1, 2, 0],
      [2, 1, 0],
      [2, 2, 1],
    ]);
  });

  it('warn when there are few buyers, little history or several currencies', async () => {
    await shop.fill([
      order(1, '2026-11-01T12:00:00+08:00'),
      order(1, '2026-11-02T12:00:00+08:00', { currency: 'USD' }),
    ]);
    await shop.run();
    expect((await summary()).warnings).toEqual([
      { code: 'few-buyers', found: 1, wanted: 500 },
      { code: 'short-history', found: 22, wanted: 180 },
      { code: 'mixed-currencies', currencies: ['CNY', 'USD'] },
    ]);
    await shop.set({ currency: 'USD' });
    await shop.run();
    const inDollars = await summary();
    expect(inDollars.whole).toMatchObject({ orders: 1, netCents: 1000 });
    expect(inDollars.warnings.map(({ code }) => code)).toEqual(['few-buyers', 'short-history']);
  });

  it('do not warn of a shop with 500 buyers over 180 days', async () => {
    const many = Array.from({ length: 499 }, (_, index) => order(index + 1, '2026-11-01T12:00:00+08:00'));
    await shop.fill([...many, order(500, '2026-05-27T12:00:00+08:00')]);
    await shop.run();
    expect((await summary()).warnings).toEqual([]);
    await shop.fill([...many, order(500, '2026-05-28T12:00:00+08:00')]);
    await shop.run();
    expect((await summary()).warnings).toMatchObject([{ code: 'short-history', found: 179 }]);
  });

  describe('over two runs', () => {
    beforeAll(async () => {
      shop.now = '2026-11-22T04:00:00Z';
      await shop.fill([
        order(1, '2026-11-20T12:00:00+08:00'),
        order(2, '2026-11-20T12:00:00+08:00'),
        order(2, '2026-11-19T12:00:00+08:00'),
        order(3, '2026-11-20T12:00:00+08:00'),
        order(4, '2025-11-23T12:00:00+08:00'),
      ]);
      await shop.set({
        scoring: { recency: cuts(30), frequency: cuts(2), monetary: cuts(5000) },
        scheme: {
          kind: 'grid',
          rows: [
            { code: 'big', names: { zh: '大', en: 'Big' }, r: [1, 2], f: [1, 2], m: [2, 2] },
            { code: 'often', names: { zh: '频', en: 'Often' }, r: [2, 2], f: [2, 2], m: [1, 1] },
            { code: 'here', names: { zh: '在', en: 'Here' }, r: [2, 2], f: [1, 2], m: [1, 1] },
          ],
        },
        hysteresisPercent: 0,
      });
      await shop.run();
      // Customer 1 spends much, 2 stays away, 3 stays what she is, 4 leaves the window, 5 is new.
      shop.now = '2026-12-22T04:00:00Z';
      await shop.add([
        order(1, '2026-12-20T12:00:00+08:00', { totalCents: 9000 }),
        order(3, '2026-12-21T12:00:00+08:00', { kind: 'return', totalCents: 1 }),
        order(3, '2026-11-25T12:00:00+08:00', { kind: 'return', totalCents: 1 }),
        order(5, '2026-12-20T12:00:00+08:00'),
      ]);
      await affected(
        shop.em,
        `update orders set paid_at = '2026-12-01T12:00:00+08:00' where customer_id = $1 and kind = 'sale'`,
        [customerId(3)],
      );
      await shop.run();
    });

    it('show who went from which segment to which, and how many rose or fell', async () => {
      const found = await movement();
      expect(found.steps).toEqual([
        { from: 'here', to: 'big', customers: 1 },
        { from: 'here', to: 'here', customers: 1 },
        { from: 'often', to: 'others', customers: 1 },
        { from: 'others', to: null, customers: 1 },
        { from: null, to: 'here', customers: 1 },
      ]);
      expect(found.counts).toEqual({ up: 1, down: 1, same: 1, new: 1, lapsed: 1, changed: 0 });
    });

    it('list the customers behind each number', async () => {
      const queries = shop.test.app.get(RfmCustomersQueries);
      const ids = async (filter: object) =>
        (await queries.page({ limit: 10, ...filter })).items.map((item) => [item.customerId, item.previousSegment]);
      expect(await ids({ movement: 'up' })).toEqual([[customerId(1), 'here']]);
      expect(await ids({ movement: 'down' })).toEqual([[customerId(2), 'often']]);
      expect(await ids({ previousSegment: 'none' })).toEqual([[customerId(5), null]]);
      expect(await ids({ previousSegment: 'here', segment: 'here' })).toEqual([[customerId(3), 'here']]);
      expect(await ids({ r: 1 })).toEqual([[customerId(2), null]]);
      await expect(ids({ segment: 'champions' })).rejects.toMatchObject({ code: 'rfm.segment-unknown' });
    });

    it('are the customer’s own history, newest first, and changes on her timeline', async () => {
      const histories = shop.test.app.get(RfmHistoriesQueries);
      const first = await histories.history(customerId(1));
      expect(first.current).toMatchObject({
        segment: 'big',
        names: { zh: '大', en: 'Big' },
        referenceDay: '2026-12-22',
      });
      expect(first.history.map(({ segment }) => segment)).toEqual(['big', 'here']);
      expect(await histories.history(customerId(4))).toMatchObject({ current: null, history: [{ segment: 'others' }] });
      expect(await changes(1)).toEqual([
        ['here', 'big'],
        [undefined, 'here'],
      ]);
      expect(await changes(3)).toEqual([[undefined, 'here']]);
      expect(await changes(4)).toEqual([
        ['others', undefined],
        [undefined, 'others'],
      ]);
      await expect(histories.history(customerId(99))).rejects.toMatchObject({ code: 'customers.not-found' });
    });

    it('page through a timeline without losing or repeating an entry', async () => {
      const histories = shop.test.app.get(RfmHistoriesQueries);
      const [newest] = await histories.changes(customerId(1), { before: null, limit: 1, kinds: ['rfm'] });
      const rest = await histories.changes(customerId(1), { before: newest!, limit: 5, kinds: ['rfm'] });
      expect(rest.map(({ data }) => data.to)).toEqual([{ code: 'here', names: { zh: '在', en: 'Here' } }]);
    });

    it('do not take the oldest kept run for the day on which a customer came', async () => {
      await affected(shop.em, `update segments_rfm_runs set scores_dropped_at = now() where previous_run_id is null`);
      expect(await changes(3)).toEqual([]);
    });
  });
});
