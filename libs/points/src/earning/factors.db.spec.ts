import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { row } from '@siyu/platform';
import type { AwardPart } from '../ledger/domain/acts';
import { EarningFactors } from './factors.registry';
import type { Factor } from './domain/occasions';
import { EarningHouse, PER_YUAN } from './testing/earning-house';
import { TrialsService } from './trials.service';

describe('awards that are multiplied by who buys', () => {
  let house: EarningHouse;
  let factor: (at: Date) => Factor | null = () => null;
  const asked: Date[] = [];
  let number = 0;
  const name = () => `F-${++number}`;
  const gold = { name: '金卡', factor: '1.5' };
  const rules: string[] = [];

  beforeAll(async () => {
    house = await EarningHouse.open();
    house.test.app.get(EarningFactors).register({
      name: 'tier',
      factorsOf: async (moments) => {
        asked.push(...moments.map(({ at }) => at));
        return moments.map(({ at }) => factor(at));
      },
    });
  });
  beforeEach(async () => {
    for (const rule of rules.splice(0)) await house.closeRule(rule);
    asked.length = 0;
    factor = () => gold;
  });
  afterAll(async () => {
    expect(await house.drift()).toEqual([]);
    await house.close();
  });

  it('are asked about the moment of payment, and say what multiplied them', async () => {
    rules.push(await house.rule());
    const customerId = await house.order(name(), { totalCents: 12_100 });
    expect(await house.points(customerId)).toMatchObject({ balance: 181 });
    expect(asked).toEqual([new Date('2026-11-20T10:00:00+08:00')]);
    expect((await breakdown(customerId))[0]!.steps).toMatchObject([
      { what: 'base', points: 121 },
      { what: 'multiplier', points: 60, detail: gold },
    ]);
  });

  it('lose half of what they are when half is refunded, and the rest with the rest', async () => {
    rules.push(await house.rule());
    const id = name();
    const customerId = await house.order(id);
    expect(await house.points(customerId)).toMatchObject({ balance: 180 });
    // By the time of the refund the tier multiplies by something else: what was given is what is taken.
    factor = () => ({ name: '钻石', factor: '3' });
    await house.refund(id, 'R1', 6_000);
    expect(await house.points(customerId)).toMatchObject({ balance: 90 });
    await house.refund(id, 'R2', 6_000);
    expect(await house.points(customerId)).toMatchObject({ balance: 0 });
  });

  it('stop at the caps of their rule, and let the best rule of a group win with its factor', async () => {
    rules.push(await house.rule({ caps: { perOrder: 150 } }));
    rules.push(
      await house.rule({
        name: '甲',
        bestOf: '日常',
        takesFactors: false,
        multipliers: [{ name: '双倍', factor: '1.2' }],
      }),
    );
    rules.push(await house.rule({ name: '乙', bestOf: '日常' }));
    const customerId = await house.order(name());
    expect((await breakdown(customerId)).map((part) => [part.name, part.points])).toEqual([
      ['消费积分', 150],
      ['乙', 180],
    ]);
  });

  it('are left alone by rules that say so', async () => {
    rules.push(await house.rule({ takesFactors: false }));
    expect(await house.points(await house.order(name()))).toMatchObject({ balance: 120 });
  });

  it('are tried with the factor of the customer and the time that are named', async () => {
    rules.push(await house.rule());
    const customerId = await house.ledger.customer();
    factor = (at) => (at < new Date('2026-06-01') ? null : gold);
    const trials = house.test.app.get(TrialsService);
    const order = { totalCents: 10_000 };
    expect(await trials.try({ order, customerId, at: '2026-07-01T00:00:00Z' })).toMatchObject({ points: 150 });
    expect(await trials.try({ order, customerId, at: '2026-05-01T00:00:00Z' })).toMatchObject({ points: 100 });
    expect(await trials.try({ order })).toMatchObject({ points: 100 });
    const tried = await trials.try({ order, customerId, rule: { ...PER_YUAN, takesFactors: false } });
    expect(tried.rules.map(({ points }) => points)).toEqual([150, 100]);
  });

  async function breakdown(customerId: string): Promise<AwardPart[]> {
    const found = await row<{ breakdown: AwardPart[] }>(
      house.em,
      `select breakdown from points_entries where customer_id = $1 and kind = 'earn' order by seq desc limit 1`,
      [customerId],
    );
    return found!.breakdown;
  }
});
