import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@siyu/kernel';
import { asMember, expectToMatchApi, holding } from '@siyu/platform/testing';
import { EarningFacts } from '../earning/facts.registry';
import type { MemberReward } from './member-rewards.dto';
import { address, openShop, server, type Shop } from './testing/shop';

describe('rewards of a member', () => {
  let shop: Shop;
  const goldMembers = new Set<string>();
  const shelf = async (customerId: string) => {
    const answer = await shop.call('get', '/me/rewards?limit=200', asMember(customerId)).expect(200);
    expectToMatchApi(shop.app, answer, 'GET /me/rewards');
    const items = answer.body.items as MemberReward[];
    return {
      spendable: answer.body.spendable as number,
      ids: items.map(({ id }) => id),
      obstacles: (id: string) => items.find((item) => item.id === id)!.obstacles,
      redeemable: (id: string) => items.find((item) => item.id === id)!.redeemable,
    };
  };

  beforeAll(async () => {
    shop = await openShop('2026-03-10T04:00:00Z');
  });
  afterAll(() => shop.close());

  it('are shown with all that stands in the way', async () => {
    const customerId = await shop.customer(250);
    const open = await shop.reward({ sortOrder: 1 });
    const dear = await shop.reward({ pricePoints: 300, sortOrder: 2 });
    const gone = await shop.reward({ stock: 0, pricePoints: 400, sortOrder: 3 });
    const later = await shop.reward({ validFrom: '2026-04-01T00:00:00Z', sortOrder: 4 });
    const once = await shop.reward({ limitTotal: 1, pricePoints: 50, sortOrder: 5 });
    const gold = await shop.reward({ tiers: ['gold'], sortOrder: 6 });
    const empty = await shop.reward({ kind: 'coupon', sortOrder: 7 });
    const over = await shop.reward({ validTo: '2026-03-10T04:00:00Z' });
    await shop.redeem(customerId, once).expect(201);
    const seen = await shelf(customerId);
    expect(seen.spendable).toBe(200);
    expect(seen.ids).toEqual([open, dear, gone, later, once, gold, empty]);
    expect(seen.ids).not.toContain(over);
    expect(seen.ids.filter(seen.redeemable)).toEqual([open]);
    expect(seen.obstacles(dear)).toEqual([{ reason: 'too-few-points', missing: 100 }]);
    expect(seen.obstacles(gone)).toEqual([{ reason: 'sold-out' }, { reason: 'too-few-points', missing: 200 }]);
    expect(seen.obstacles(later)).toEqual([{ reason: 'not-yet', from: '2026-04-01T00:00:00.000Z' }]);
    expect(seen.obstacles(once)).toEqual([{ reason: 'limit-reached', limit: 1, period: null }]);
    expect(seen.obstacles(gold)).toEqual([{ reason: 'tier', tiers: ['gold'] }]);
    expect(seen.obstacles(empty)).toEqual([{ reason: 'sold-out' }]);
  });

  it('for certain tiers open as soon as somebody knows of tiers', async () => {
    const [member, other] = [await shop.customer(500), await shop.customer(500)];
    const rewardId = await shop.reward({ tiers: ['gold', 'black'] });
    expect((await shelf(member)).redeemable(rewardId)).toBe(false);
    shop.app.get(EarningFacts, { strict: false }).register({
      name: 'tier',
      valuesOf: async (ids) => new Map(ids.filter((id) => goldMembers.has(id)).map((id) => [id, ['gold']])),
    });
    goldMembers.add(member);
    expect((await shelf(member)).redeemable(rewardId)).toBe(true);
    expect((await shelf(other)).redeemable(rewardId)).toBe(false);
    await shop.redeem(member, rewardId).expect(201);
    expect((await shop.redeem(other, rewardId)).body).toMatchObject({ code: 'points.reward-tier' });
  });

  it('come in pages, and points that are held are not counted', async () => {
    const customerId = await shop.customer(150);
    await shop.hold(customerId, 100);
    const pages: string[] = [];
    let cursor = '';
    do {
      const { body } = await shop.call('get', `/me/rewards?limit=3${cursor}`, asMember(customerId)).expect(200);
      expect(body.spendable).toBe(50);
      pages.push(...body.items.map(({ id }: MemberReward) => id));
      cursor = body.nextCursor ? `&cursor=${body.nextCursor}` : '';
    } while (cursor);
    expect(pages).toEqual((await shelf(customerId)).ids);
    expect((await shop.call('get', '/me/rewards?cursor=x', asMember(customerId))).body).toMatchObject({
      code: 'page.bad-cursor',
    });
  });

  it('her redemptions are listed newest first, address and codes covered, one is shown in full', async () => {
    const customerId = await shop.customer(900);
    const goods = await shop.redeem(customerId, await shop.reward({ kind: 'goods' }), { address }).expect(201);
    const coupon = await shop.redeem(customerId, await shop.reward({}, ['HERS-CODE-0001'])).expect(201);
    const list = await shop.call('get', '/me/redemptions?limit=1', asMember(customerId)).expect(200);
    expectToMatchApi(shop.app, list, 'GET /me/redemptions');
    expect(list.body.items).toMatchObject([{ id: coupon.body.id, codes: ['****0001'] }]);
    const rest = await shop
      .call('get', `/me/redemptions?cursor=${list.body.nextCursor}`, asMember(customerId))
      .expect(200);
    expect(rest.body).toMatchObject({ items: [{ id: goods.body.id, address: { detail: '****' } }], nextCursor: null });
    const one = await shop.call('get', `/me/redemptions/${coupon.body.id}`, asMember(customerId)).expect(200);
    expectToMatchApi(shop.app, one, 'GET /me/redemptions/{id}');
    expect(one.body.codes).toEqual(['HERS-CODE-0001']);
    const sent = await shop.call('get', `/me/redemptions/${goods.body.id}`, asMember(customerId)).expect(200);
    expect(sent.body.address).toEqual(address);
  });

  it('reach nobody else’s redemption, whose ever id is put anywhere', async () => {
    const [owner, stranger] = [await shop.customer(500), await shop.customer(500)];
    const { body } = await shop.redeem(owner, await shop.reward({ kind: 'goods' }), { address }, 'hers').expect(201);
    const nothing = { status: 404, code: 'points.redemption-not-found' };
    const me = asMember(stranger);
    expect((await shop.call('get', `/me/redemptions/${body.id}`, me)).body).toMatchObject(nothing);
    expect((await shop.call('post', `/me/redemptions/${body.id}/cancel`, me).send({})).body).toMatchObject(nothing);
    expect((await shop.call('get', `/me/redemptions?customerId=${owner}`, me)).body).toMatchObject({
      code: 'request.invalid',
    });
    expect(
      (await shop.call('get', `/me/redemptions?cursor=${encodeURIComponent(cursorOf(body.id))}`, me)).body.items,
    ).toEqual([]);
    for (const path of [
      '/redemptions',
      `/redemptions/${body.id}`,
      '/redemptions.csv',
      `/customers/${owner}/timeline`,
    ]) {
      expect((await shop.call('get', path, me)).body).toMatchObject({ status: 403 });
    }
    for (const path of [`/redemptions/${body.id}/cancel`, `/customers/${owner}/redemptions`]) {
      expect((await shop.call('post', path, me).send({})).body).toMatchObject({ status: 403 });
    }
    // The key of one member says nothing about the request of another.
    const own = await shop.redeem(stranger, await shop.reward(), {}, 'hers').expect(201);
    expect(own.body.id).not.toBe(body.id);
    expect(await shop.spendable(owner)).toBe(400);
  });

  it('are for members with a token, not for staff', async () => {
    for (const path of ['/me/rewards', '/me/redemptions', `/me/redemptions/${newId()}`]) {
      expect((await shop.call('get', path, holding('points.read', 'points.write'))).body).toMatchObject({
        status: 403,
      });
    }
    expect((await shop.call('post', '/me/redemptions', server).send({ rewardId: newId() })).body).toMatchObject({
      status: 403,
    });
  });

  it('a draft is not there for her', async () => {
    const customerId = await shop.customer(500);
    const draft = await shop.draft();
    expect((await shelf(customerId)).ids).not.toContain(draft);
    expect((await shop.redeem(customerId, draft)).body).toMatchObject({ code: 'points.reward-not-found' });
  });
});

function cursorOf(id: string): string {
  return Buffer.from(JSON.stringify([id])).toString('base64url');
}
