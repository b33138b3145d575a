import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@siyu/kernel';
import { asMember, expectToMatchApi } from '@siyu/platform/testing';
import { pointsRedeemed, redemptionCancelled } from './rewards.events';
import { address, looker, openShop, server, type Shop } from './testing/shop';

describe('redeeming rewards', () => {
  let shop: Shop;
  const redemptions = (customerId: string) =>
    shop.read<{ state: string; requestKey: string | null }>(
      'select state, request_key as "requestKey" from points_redemptions where customer_id = $1',
      [customerId],
    );
  const stockOf = async (rewardId: string) =>
    (await shop.read<{ stock: number }>('select stock from points_reward_stocks where reward_id = $1', [rewardId]))[0]!
      .stock;
  const entries = async (customerId: string) =>
    (await shop.read('select from points_entries where customer_id = $1', [customerId])).length;
  /** Redeems, expects the refusal, and that nothing of it is left. */
  const refused = async (customerId: string, rewardId: string, more: object = {}) => {
    const before = [
      await shop.spendable(customerId),
      await entries(customerId),
      (await redemptions(customerId)).length,
    ];
    const { body } = await shop.redeem(customerId, rewardId, more);
    const after = [await shop.spendable(customerId), await entries(customerId), (await redemptions(customerId)).length];
    expect(after).toEqual(before);
    return body as { status: number; code: string; extra?: object };
  };

  beforeAll(async () => {
    shop = await openShop('2026-03-10T04:00:00Z');
  });
  afterAll(() => shop.close());

  it('takes the points, the stock and a code, and keeps the reward as it was', async () => {
    const customerId = await shop.customer(500);
    const rewardId = await shop.reward({ name: '咖啡券', pricePoints: 120, stock: 3, marketValueCents: 1500 }, [
      'COFFEE-000001',
      'COFFEE-000002',
    ]);
    const answer = await shop.redeem(customerId, rewardId, { quantity: 2, expectedPoints: 120 }).expect(201);
    expectToMatchApi(shop.app, answer, 'POST /me/redemptions');
    expect(answer.body).toMatchObject({
      rewardName: '咖啡券',
      kind: 'coupon',
      quantity: 2,
      points: 240,
      state: 'completed',
      address: null,
    });
    expect([...answer.body.codes].sort()).toEqual(['COFFEE-000001', 'COFFEE-000002']);
    expect(await shop.spendable(customerId)).toBe(260);
    expect(await stockOf(rewardId)).toBe(1);
    const [paid] = await shop.read<object>(
      `select e.kind, e.points, e.reason, e.reference, e.source, e.actor, e.act_key as key, r.unit_value_cents as value
       from points_redemptions r join points_entries e on e.customer_id = r.customer_id and e.seq = r.spend_seq
       where r.customer_id = $1`,
      [customerId],
    );
    expect(paid).toEqual({
      kind: 'spend',
      points: -240,
      reason: '咖啡券',
      reference: answer.body.id,
      source: 'rewards',
      actor: `member:${customerId}`,
      key: `redemption:${answer.body.id}`,
      value: 1500,
    });
  });

  it('sends goods to an address and nothing else to one', async () => {
    const customerId = await shop.customer(500);
    const [mug, course] = [await shop.reward({ kind: 'goods' }), await shop.reward({ kind: 'course' })];
    expect(await refused(customerId, mug)).toMatchObject({ status: 400, code: 'points.address-required' });
    expect(await refused(customerId, course, { address })).toMatchObject({
      status: 400,
      code: 'points.address-unwanted',
    });
    const sent = await shop.redeem(customerId, mug, { address }).expect(201);
    expect(sent.body).toMatchObject({ state: 'requested', address, codes: null, completedAt: null });
    const there = await shop.redeem(customerId, course).expect(201);
    expect(there.body).toMatchObject({ state: 'completed', address: null });
  });

  it('is refused for each reason with a code of its own, and nothing is left of it', async () => {
    const [rich, poor] = [await shop.customer(1000), await shop.customer(99)];
    expect(await refused(poor, await shop.reward())).toMatchObject({
      status: 422,
      code: 'points.insufficient',
      extra: { asked: 100, spendable: 99 },
    });
    expect(await refused(rich, newId())).toMatchObject({ status: 404, code: 'points.reward-not-found' });
    expect(await refused(rich, await shop.reward({ stock: 0 }))).toMatchObject({
      status: 422,
      code: 'points.sold-out',
    });
    expect(await refused(rich, await shop.reward({ stock: 2 }), { quantity: 3 })).toMatchObject({
      code: 'points.sold-out',
    });
    expect(await refused(rich, await shop.reward({ validFrom: '2026-03-10T04:00:01Z' }))).toMatchObject({
      status: 422,
      code: 'points.reward-not-yet',
      extra: { from: '2026-03-10T04:00:01.000Z' },
    });
    expect(await refused(rich, await shop.reward({ validTo: '2026-03-10T04:00:00Z' }))).toMatchObject({
      status: 422,
      code: 'points.reward-over',
    });
    expect(await refused(rich, await shop.reward({ tiers: ['gold'] }))).toMatchObject({
      status: 422,
      code: 'points.reward-tier',
      extra: { tiers: ['gold'] },
    });
    expect(await refused(rich, await shop.reward(), { expectedPoints: 90 })).toMatchObject({
      status: 409,
      code: 'points.price-changed',
      extra: { pricePoints: 100 },
    });
    const unknown = await shop.redeem(newId(), await shop.reward());
    expect(unknown.body).toMatchObject({ status: 404, code: 'customers.not-found' });
  });

  it('that fails after the points were taken gives them back: no code is left', async () => {
    const customerId = await shop.customer(500);
    const rewardId = await shop.reward({ stock: 5 }, ['LAST-CODE-0001']);
    expect(await refused(customerId, rewardId, { quantity: 2 })).toMatchObject({
      status: 422,
      code: 'points.sold-out',
    });
    expect(await stockOf(rewardId)).toBe(5);
    expect(
      await shop.read(`select from points_reward_codes where reward_id = $1 and state = 'free'`, [rewardId]),
    ).toHaveLength(1);
  });

  it('keeps to the limits per customer, for ever and per calendar month of the programme', async () => {
    const [customerId, other] = [await shop.customer(5000), await shop.customer(5000)];
    const rewardId = await shop.reward({ limitTotal: 3, limitPerPeriod: 2, limitPeriod: 'month' });
    const limit = (facts: object) => ({ status: 422, code: 'points.limit-reached', extra: facts });
    expect(await refused(customerId, rewardId, { quantity: 4 })).toMatchObject(limit({ limit: 3, period: null }));
    await shop.redeem(customerId, rewardId, { quantity: 2 }).expect(201);
    expect(await refused(customerId, rewardId)).toMatchObject(limit({ limit: 2, period: 'month' }));
    await shop.redeem(other, rewardId).expect(201);
    shop.now.at = new Date('2026-03-31T15:59:59Z');
    expect(await refused(customerId, rewardId)).toMatchObject(limit({ limit: 2, period: 'month' }));
    shop.now.at = new Date('2026-03-31T16:00:00Z');
    await shop.redeem(customerId, rewardId).expect(201);
    expect(await refused(customerId, rewardId)).toMatchObject(limit({ limit: 3, period: null }));
  });

  it('happens once for a repeated request, and not at all for another one under its key', async () => {
    const customerId = await shop.customer(500);
    const rewardId = await shop.reward({ limitTotal: 1, stock: 1 });
    const first = await shop.redeem(customerId, rewardId, {}, 'once').expect(201);
    const again = await shop.redeem(customerId, rewardId, {}, 'once').expect(201);
    expect(again.body).toEqual(first.body);
    const other = await shop.redeem(customerId, rewardId, { quantity: 2 }, 'once');
    expect(other.body).toMatchObject({ status: 422, code: 'idempotency.mismatch' });
    expect(await shop.spendable(customerId)).toBe(400);
  });

  it('happens once also when the answer was lost with its process, or the route has forgotten the key', async () => {
    const customerId = await shop.customer(500);
    const rewardId = await shop.reward({ limitTotal: 1, stock: 1 });
    const first = await shop.redeem(customerId, rewardId, {}, 'crash').expect(201);
    await shop.read(`delete from platform_idempotency_keys where key = 'crash'`);
    const again = await shop.redeem(customerId, rewardId, {}, 'crash').expect(201);
    expect(again.body).toEqual(first.body);
    await shop.read(
      `update platform_idempotency_keys set status = null, created_at = now() - interval '1 hour' where key = 'crash'`,
    );
    const other = await shop.redeem(customerId, rewardId, { expectedPoints: 100 }, 'crash');
    expect(other.body).toMatchObject({ status: 422, code: 'idempotency.mismatch' });
    expect(await shop.spendable(customerId)).toBe(400);
    expect(await redemptions(customerId)).toEqual([{ state: 'completed', requestKey: `member:${customerId} crash` }]);
  });

  it('is told to others when it happened, and only then', async () => {
    const told: string[] = [];
    const events = shop.events;
    events.subscribe(pointsRedeemed, shop.told(told, 'redeemed'));
    events.subscribe(redemptionCancelled, shop.told(told, 'cancelled'));
    const customerId = await shop.customer(100);
    const rewardId = await shop.reward({ kind: 'goods' });
    const { body } = await shop.redeem(customerId, rewardId, { address }).expect(201);
    await shop.redeem(customerId, rewardId, { address }).expect(422);
    await shop.call('post', `/me/redemptions/${body.id}/cancel`, asMember(customerId)).send({}).expect(200);
    await shop.runJobs();
    expect(told).toEqual([`redeemed ${body.id}`, `cancelled ${body.id}`]);
  });

  it('can be done by staff for a customer; they see no code and no address in the answer', async () => {
    const customerId = await shop.customer(500);
    const rewardId = await shop.reward({}, ['STAFF-CODE-0001']);
    const path = `/customers/${customerId}/redemptions`;
    const answer = await shop.call('post', path, server).set('idempotency-key', 'desk').send({ rewardId }).expect(201);
    expectToMatchApi(shop.app, answer, 'POST /customers/{id}/redemptions');
    expect(answer.body).toMatchObject({ customerId, codes: ['****0001'], masked: true, state: 'completed' });
    const forbidden = await shop.call('post', path, looker).send({ rewardId });
    expect(forbidden.body).toMatchObject({ status: 403, code: 'auth.forbidden' });
    const [record] = await shop.read<{ action: string; after: object }>(
      `select action, after from platform_audit_entries where subject = 'redemption' and subject_id = $1`,
      [answer.body.id],
    );
    expect(record).toEqual({ action: 'points.redeem', after: { customerId, rewardId, quantity: 1, points: 100 } });
  });

  it('refuses what is no request', async () => {
    const customerId = await shop.customer(500);
    const rewardId = await shop.reward({ kind: 'goods' });
    for (const wrong of [
      { quantity: 0 },
      { quantity: 101 },
      { quantity: 1.5 },
      { customerId: newId() },
      { address: { ...address, phone: 'call me' } },
      { address: { ...address, detail: '' } },
    ]) {
      const { body } = await shop.redeem(customerId, rewardId, wrong);
      expect(body).toMatchObject({ status: 400, code: 'request.invalid' });
    }
  });
});
