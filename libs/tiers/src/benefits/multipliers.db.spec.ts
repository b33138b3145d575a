import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { OrdersService, RefundsService, type OrderInput } from '@siyu/orders';
import { affected, row } from '@siyu/platform';
import { EarningFacts, OrderAwardsService, RulesService } from '@siyu/points';
import { BenefitsHouse } from './testing/benefits-house';
import { benefit, terms } from './testing/sample-ladders';

const multiplier = (factor: string) => benefit({ key: 'points', kind: 'points-multiplier', when: 'standing', factor });

describe('the multiplier of a tier', () => {
  let house: BenefitsHouse;
  let number = 0;
  const names = new Map<string, string>();
  const ladder = terms([[], [multiplier('1.2')], [multiplier('1.5')]]);

  beforeAll(async () => {
    house = await BenefitsHouse.open('2026-03-10T04:00:00Z');
    const rules = house.test.app.get(RulesService);
    const actor = {
      kind: 'api-key',
      id: '01900000-0000-7000-8000-000000000001',
      permissions: new Set<string>(),
    } as const;
    const { rule } = await rules.create(
      actor,
      { name: '消费积分', trigger: { kind: 'order' }, base: { kind: 'per-amount', points: 1, perCents: 100 } },
      { validFrom: new Date('2020-01-01') },
    );
    await rules.act(actor, rule.ruleId, 'activate');
  });
  beforeEach(() => affected(house.em, 'delete from tiers_versions'));
  afterAll(() => house.close());

  it('multiplies what orders earn, and says which tier it was', async () => {
    const version = await house.publish(ladder, '2026-01-01');
    const customerId = await newcomer();
    await house.stand(version, customerId, 'gold', '2026-02-01');
    await buy(customerId, '2026-03-09T04:00:00Z');
    expect(await house.points(customerId)).toBe(181);
    const entry = await row<{ breakdown: { steps: unknown[] }[] }>(
      house.em,
      `select breakdown from points_entries where customer_id = $1 and kind = 'earn'`,
      [customerId],
    );
    expect(entry!.breakdown[0]!.steps).toMatchObject([
      { what: 'base', points: 121 },
      { what: 'multiplier', points: 60, detail: { name: '金卡', factor: '1.5' } },
    ]);
  });

  it('is that of the tier before for the very order that lifts her, however late it is looked at', async () => {
    const version = await house.publish(ladder, '2026-01-01');
    const customerId = await newcomer();
    await house.stand(version, customerId, 'silver', '2026-02-01');
    await house.stand(version, customerId, 'gold', '2026-03-09T04:00:00Z');
    await buy(customerId, '2026-03-09T04:00:00Z');
    expect(await house.points(customerId)).toBe(145);
    await buy(customerId, '2026-03-09T04:00:01Z');
    expect(await house.points(customerId)).toBe(145 + 181);
    // An order of January that is recorded in March: she stood lowest then, and nobody had set up a ladder before.
    await buy(customerId, '2026-01-15T04:00:00Z');
    await buy(customerId, '2025-12-15T04:00:00Z');
    expect(await house.points(customerId)).toBe(145 + 181 + 121 + 121);
  });

  it('is that of the version in force when she paid, also where the tier has another key by then', async () => {
    const old = await house.publish(ladder, '2026-01-01');
    const renamed = terms([[], [], [multiplier('2')]]);
    renamed.tiers[2] = { ...renamed.tiers[2]!, key: 'diamond', name: '钻石', replaces: ['gold'] };
    await house.publish(renamed, '2026-03-01');
    const customerId = await newcomer();
    await house.stand(old, customerId, 'gold', '2026-02-01');
    await buy(customerId, '2026-02-28T04:00:00Z');
    expect(await house.points(customerId)).toBe(181);
    await buy(customerId, '2026-03-02T04:00:00Z');
    expect(await house.points(customerId)).toBe(181 + 242);
  });

  it('is taken back in proportion with what it multiplied, whatever tier she has by then', async () => {
    const version = await house.publish(ladder, '2026-01-01');
    const customerId = await newcomer();
    await house.stand(version, customerId, 'gold', '2026-02-01');
    const externalId = await buy(customerId, '2026-03-08T04:00:00Z', 12_000);
    await house.stand(version, customerId, 'member', '2026-03-09');
    const refund = { externalId: 'R1', refundedAt: new Date('2026-03-09'), amountCents: 6_000 };
    await house.test.app.get(RefundsService).record({ source: 'shop', externalId }, refund);
    await house.test.runJobs();
    expect(await house.points(customerId)).toBe(90);
  });

  it('counts once however often an order is looked at', async () => {
    const version = await house.publish(ladder, '2026-01-01');
    const customerId = await newcomer();
    await house.stand(version, customerId, 'gold', '2026-02-01');
    const externalId = await buy(customerId, '2026-03-08T04:00:00Z');
    const found = await row<{ orderId: string }>(
      house.em,
      `select order_id as "orderId" from orders where external_id = $1`,
      [externalId],
    );
    const awards = house.test.app.get(OrderAwardsService);
    const place = { customerId, orderId: found!.orderId };
    await Promise.all([awards.settle([place]), awards.settle([place]), awards.settle([place])]);
    expect(await house.points(customerId)).toBe(181);
  });

  it('has the tiers beside it as facts for conditions, the lowest for who never rose', async () => {
    const facts = house.test.app.get(EarningFacts);
    const [plain, gold] = await house.customers(2);
    expect((await facts.of([plain!], ['tier'])).get(plain!)!.get('tier')).toEqual([]);
    const version = await house.publish(ladder, '2026-01-01');
    await house.stand(version, gold!, 'gold', '2026-02-01');
    const told = await facts.of([plain!, gold!], ['tier']);
    expect([plain!, gold!].map((id) => told.get(id)!.get('tier'))).toEqual([['member'], ['gold']]);
  });

  /** A customer who put something into her basket. */
  async function newcomer(): Promise<string> {
    const name = `C-${++number}`;
    await report(name, { externalId: `basket-${name}`, status: 'placed', placedAt: new Date('2025-01-01') });
    const found = await row<{ id: string }>(house.em, 'select customer_id as id from orders where external_id = $1', [
      `basket-${name}`,
    ]);
    names.set(found!.id, name);
    return found!.id;
  }

  /** A paid order of 121.00, unless told otherwise. @returns its number */
  async function buy(customerId: string, at: string, totalCents = 12_100): Promise<string> {
    const externalId = `M-${++number}`;
    await report(names.get(customerId)!, { externalId, placedAt: new Date(at), totalCents });
    return externalId;
  }

  async function report(name: string, changes: Pick<OrderInput, 'externalId' | 'placedAt'> & Partial<OrderInput>) {
    const identities = [{ type: 'member_no' as const, value: name }];
    const order = { source: 'shop', identities, status: 'paid', currency: 'CNY', totalCents: 12_100 } as const;
    const answers = await house.test.app.get(OrdersService).recordBatch([{ ...order, ...changes, identities }]);
    expect(answers).toMatchObject([{ outcome: 'created' }]);
    await house.test.runJobs();
  }
});
