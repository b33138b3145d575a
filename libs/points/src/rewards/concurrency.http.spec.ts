import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@siyu/kernel';
import { asMember } from '@siyu/platform/testing';
import { RedemptionsService } from './redemptions.service';
import { address, openShop, packer, type Shop } from './testing/shop';

const times = (count: number) => Array.from({ length: count }, (_, index) => index);

describe('many at once', () => {
  let shop: Shop;
  const statuses = (answers: { status: number }[]) => {
    const counts: Record<number, number> = {};
    for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
    return counts;
  };
  /** Customers whose balance is not what they were given less what their redemptions cost. */
  const drifted = (rewardId: string, given: number) =>
    shop.read(
      `select a.customer_id from points_accounts a
       join (select customer_id from points_redemptions where reward_id = $1) r using (customer_id)
       where a.balance <> $2 - (select coalesce(sum(points), 0) from points_redemptions p
         where p.customer_id = a.customer_id and p.state <> 'cancelled')
         or a.balance <> (select sum(points) from points_entries e where e.customer_id = a.customer_id)
         or a.balance <> (select coalesce(sum(remaining), 0) from points_lots l where l.customer_id = a.customer_id)`,
      [rewardId, given],
    );
  const stockOf = async (rewardId: string) =>
    (await shop.read<{ stock: number }>('select stock from points_reward_stocks where reward_id = $1', [rewardId]))[0]!
      .stock;
  const sumOf = async (customers: string[]) =>
    (
      await shop.read<{ n: number }>(
        'select sum(balance)::bigint as n from points_accounts where customer_id = any($1::uuid[])',
        [customers],
      )
    )[0]!.n;

  beforeAll(async () => {
    shop = await openShop('2026-03-10T04:00:00Z');
  });
  afterEach(async () => expect(await shop.drifts()).toEqual([]));
  afterAll(() => shop.close());

  it('a hundred members who want ten mugs get exactly ten, and nobody else pays', async () => {
    const customers = await Promise.all(times(100).map(() => shop.customer(100)));
    const rewardId = await shop.reward({ kind: 'goods', stock: 10 });
    const answers = await Promise.all(customers.map((customerId) => shop.redeem(customerId, rewardId, { address })));
    expect(statuses(answers)).toEqual({ 201: 10, 422: 90 });
    expect(answers.filter(({ status }) => status === 422).every(({ body }) => body.code === 'points.sold-out')).toBe(
      true,
    );
    expect(await stockOf(rewardId)).toBe(0);
    expect(await shop.read('select from points_redemptions where reward_id = $1', [rewardId])).toHaveLength(10);
    expect(await sumOf(customers)).toBe(100 * 100 - 10 * 100);
    expect(await drifted(rewardId, 100)).toEqual([]);
  }, 60_000);

  it('each code is handed out once, and as many as there are', async () => {
    const customers = await Promise.all(times(30).map(() => shop.customer(300)));
    const rewardId = await shop.reward(
      {},
      times(20).map((n) => `ONCE-${1000 + n}-XYZ`),
    );
    const answers = await Promise.all(customers.map((customerId) => shop.redeem(customerId, rewardId)));
    expect(statuses(answers)).toEqual({ 201: 20, 422: 10 });
    const codes = answers.flatMap(({ body }) => (body.codes as string[] | undefined) ?? []);
    expect(new Set(codes).size).toBe(20);
    expect(await sumOf(customers)).toBe(30 * 300 - 20 * 100);
  }, 60_000);

  it('one member who asks sixteen times at once stays within her limit and her points', async () => {
    const customerId = await shop.customer(1000);
    const limited = await shop.reward({ limitPerPeriod: 3, limitPeriod: 'day' });
    const answers = await Promise.all(times(16).map(() => shop.redeem(customerId, limited)));
    expect(statuses(answers)).toEqual({ 201: 3, 422: 13 });
    const dear = await shop.reward({ pricePoints: 300 });
    const more = await Promise.all(times(16).map(() => shop.redeem(customerId, dear)));
    expect(statuses(more)).toEqual({ 201: 2, 422: 14 });
    expect(await shop.spendable(customerId)).toBe(100);
    expect(await drifted(dear, 1000)).toEqual([]);
  }, 60_000);

  it('one request sent eight times at once pays once, also when nothing remembers the key but the redemption', async () => {
    const customerId = await shop.customer(1000);
    const rewardId = await shop.reward({ limitTotal: 1 });
    const send = () => shop.redeem(customerId, rewardId, {}, 'same');
    const first = await Promise.all(times(8).map(send));
    for (const { status, body } of first) {
      if (status !== 201) expect(body.code).toBe('idempotency.in-progress');
    }
    await shop.read(`delete from platform_idempotency_keys where key = 'same'`);
    expect((await send()).status).toBe(201);
    expect(await shop.spendable(customerId)).toBe(900);
    expect(await shop.read('select from points_redemptions where customer_id = $1', [customerId])).toHaveLength(1);
  }, 60_000);

  it.each([
    // A repetition would be refused on every account, or on none but that of its key.
    ['who has points for one, before a shelf with one', 100, { limitTotal: 1, stock: 1 }],
    ['who could have them all', 800, {}],
  ])('one request that reaches eight processes at once is paid once, of a member %s', async (_, points, terms) => {
    const customerId = await shop.customer(points);
    const rewardId = await shop.reward(terms);
    const member = { kind: 'member', customerId, sessionId: newId() } as const;
    const ask = { rewardId, quantity: 1, address: null, expectedPoints: null };
    const redemptions = shop.app.get(RedemptionsService);
    const answers = await Promise.all(times(8).map(() => redemptions.redeem(member, customerId, ask, 'eight')));
    expect(new Set(answers.map(({ redemptionId }) => redemptionId)).size).toBe(1);
    expect(await shop.spendable(customerId)).toBe(points - 100);
    await expect(redemptions.redeem(member, customerId, { ...ask, quantity: 2 }, 'eight')).rejects.toThrow(
      'idempotency.mismatch',
    );
  });

  it('cancelled and shipped at the same moment, one of the two happens', async () => {
    const rewardId = await shop.reward({ kind: 'goods', stock: 40 });
    const orders = await Promise.all(
      times(20).map(async () => {
        const customerId = await shop.customer(100);
        const { body } = await shop.redeem(customerId, rewardId, { address }).expect(201);
        return { customerId, id: body.id as string };
      }),
    );
    const parcel = { carrier: '顺丰', trackingNo: 'SF1' };
    const both = await Promise.all(
      orders.map(({ customerId, id }) =>
        Promise.all([
          shop.call('post', `/me/redemptions/${id}/cancel`, asMember(customerId)).send({}),
          shop.call('post', `/redemptions/${id}/ship`, packer).send(parcel),
        ]),
      ),
    );
    for (const pair of both) expect(statuses(pair)).toEqual({ 200: 1, 409: 1 });
    const cancelled = both.filter(([cancel]) => cancel.status === 200).length;
    expect(await stockOf(rewardId)).toBe(20 + cancelled);
    expect(await sumOf(orders.map(({ customerId }) => customerId))).toBe(100 * cancelled);
    expect(await drifted(rewardId, 100)).toEqual([]);
  }, 60_000);

  it('cancelled eight times at once, the points come back once', async () => {
    const customerId = await shop.customer(100);
    const rewardId = await shop.reward({ kind: 'goods', stock: 5 });
    const { body } = await shop.redeem(customerId, rewardId, { address }).expect(201);
    const cancel = (n: number) => shop.call('post', `/redemptions/${body.id}/cancel`, packer).send({ reason: `${n}` });
    expect(statuses(await Promise.all(times(8).map(cancel)))).toEqual({ 200: 8 });
    expect(await shop.spendable(customerId)).toBe(100);
    expect(await stockOf(rewardId)).toBe(5);
    expect(await drifted(rewardId, 100)).toEqual([]);
  }, 60_000);

  it('redeemed, cancelled and restocked by many at once, nobody locks another out and all adds up', async () => {
    const rewardId = await shop.reward({ kind: 'goods', stock: 12 });
    const customers = await Promise.all(times(12).map(() => shop.customer(1000)));
    const round = async (customerId: string) => {
      const { status, body } = await shop.redeem(customerId, rewardId, { address });
      if (status !== 201) return [status];
      const { status: then } = await shop.call('post', `/redemptions/${body.id}/cancel`, packer).send({ reason: 'no' });
      return [status, then];
    };
    const seen = await Promise.all(
      customers.flatMap((customerId) => [round(customerId), round(customerId), round(customerId)]),
    );
    expect(seen.flat().filter((status) => status >= 500 || status === 409)).toEqual([]);
    expect(await stockOf(rewardId)).toBe(12);
    expect(await sumOf(customers)).toBe(12_000);
    expect(await drifted(rewardId, 1000)).toEqual([]);
  }, 60_000);
});
