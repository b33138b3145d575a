import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@siyu/kernel';
import { asMember, expectToMatchApi } from '@siyu/platform/testing';
import { keeper, looker, openShop, type Shop } from './testing/shop';

describe('the catalogue of rewards', () => {
  let shop: Shop;
  const create = (fields: object = {}) =>
    shop.call('post', '/rewards', keeper).send({ name: '马克杯', kind: 'goods', pricePoints: 300, ...fields });
  const made = async (fields: object = {}) =>
    (await create(fields).expect(201)).body as { id: string; version: number };
  const change = (id: string, body: object, who = keeper) => shop.call('patch', `/rewards/${id}`, who).send(body);
  const act = (id: string, what: string, body: object = {}, who = keeper) =>
    shop.call('post', `/rewards/${id}/${what}`, who).send(body);
  const recorded = (id: string) =>
    shop.read<{ action: string; before: object | null; after: object | null }>(
      `select action, before, after from platform_audit_entries where subject = 'reward' and subject_id = $1 order by entry_id`,
      [id],
    );

  beforeAll(async () => {
    shop = await openShop('2026-03-10T04:00:00Z');
  });
  afterAll(() => shop.close());

  it('begins as a draft with everything said about it', async () => {
    const terms = {
      name: '马克杯',
      description: ' 白色\n350 ml',
      pictureUrl: 'https://img.example.com/mug.png?v=1',
      kind: 'goods',
      pricePoints: 300,
      marketValueCents: 2500,
      stock: 20,
      limitTotal: 5,
      limitPerPeriod: 1,
      limitPeriod: 'month',
      tiers: ['gold', '黑金'],
      validFrom: '2026-03-01T00:00:00+08:00',
      validTo: '2026-04-01T00:00:00+08:00',
      sortOrder: 3,
    };
    const answer = await create(terms).expect(201);
    expectToMatchApi(shop.app, answer, 'POST /rewards');
    expect(answer.body).toEqual({
      ...terms,
      id: answer.body.id,
      validFrom: '2026-02-28T16:00:00.000Z',
      validTo: '2026-03-31T16:00:00.000Z',
      left: 20,
      currency: 'CNY',
      status: 'draft',
      version: 1,
      codes: null,
      figures: { redeemed: 0, points: 0, valueCents: 0, toShip: 0 },
      createdAt: '2026-03-10T04:00:00.000Z',
      updatedAt: '2026-03-10T04:00:00.000Z',
    });
    const read = await shop.call('get', `/rewards/${answer.body.id}`, looker).expect(200);
    expectToMatchApi(shop.app, read, 'GET /rewards/{id}');
    expect(read.body).toEqual(answer.body);
    expect((await recorded(answer.body.id))[0]).toMatchObject({ action: 'points.create-reward', after: { stock: 20 } });
  });

  it('refuses terms that make no sense', async () => {
    const wrong: [object, string][] = [
      [{ pictureUrl: 'http://img.example.com/mug.png' }, '/pictureUrl'],
      [{ pictureUrl: 'https://x.example/"onerror="' }, '/pictureUrl'],
      [{ pricePoints: 0 }, '/pricePoints'],
      [{ kind: 'money' }, '/kind'],
      [{ stock: -1 }, '/stock'],
      [{ limitPerPeriod: 1 }, '/limitPeriod'],
      [{ limitPeriod: 'day' }, '/limitPerPeriod'],
      [{ limitPerPeriod: 2, limitPeriod: 'day', limitTotal: 1 }, '/limitPerPeriod'],
      [{ validFrom: '2026-03-01T00:00:00Z', validTo: '2026-03-01T00:00:00Z' }, '/validTo'],
      [{ tiers: ['gold', 'gold'] }, '/tiers'],
      [{ tiers: ['\u0000'] }, '/tiers'],
      [{ tiers: [7] }, '/tiers'],
    ];
    for (const [fields, pointer] of wrong) {
      const { body } = await create(fields).expect(400);
      expect(body.errors[0].pointer).toBe(pointer);
      expect(['request.invalid', 'points.reward-invalid']).toContain(body.code);
    }
  });

  it('changes what is named and nothing else, if nobody changed it meanwhile', async () => {
    const { id } = await made({ limitTotal: 2, stock: 4, marketValueCents: 100 });
    const answer = await change(id, { expectedVersion: 1, pricePoints: 250, limitTotal: null }).expect(200);
    expectToMatchApi(shop.app, answer, 'PATCH /rewards/{id}');
    expect(answer.body).toMatchObject({ version: 2, pricePoints: 250, limitTotal: null, stock: 4, name: '马克杯' });
    expect((await change(id, { expectedVersion: 1, name: 'x' })).body).toMatchObject({
      status: 409,
      code: 'points.reward-changed',
      extra: { version: 2 },
    });
    expect((await change(id, { expectedVersion: 2, validFrom: '2026-05-01T00:00:00Z' }).expect(200)).body.version).toBe(
      3,
    );
    expect((await change(id, { expectedVersion: 3, validTo: '2026-04-01T00:00:00Z' })).body).toMatchObject({
      code: 'points.reward-invalid',
    });
    expect((await change(id, { name: 'x' })).body).toMatchObject({ code: 'request.invalid' });
    expect((await change(id, { expectedVersion: 3, stock: 9 })).body).toMatchObject({ code: 'request.invalid' });
    expect((await recorded(id))[1]).toMatchObject({ before: { pricePoints: 300 }, after: { pricePoints: 250 } });
  });

  it('of two changes of the same version one is taken', async () => {
    const { id } = await made();
    const both = await Promise.all([1, 2, 3, 4].map((n) => change(id, { expectedVersion: 1, name: `杯 ${n}` })));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
  });

  it('goes on the shelf, comes off it and may go back', async () => {
    const { id } = await made();
    expect((await act(id, 'end')).body).toMatchObject({
      status: 409,
      code: 'points.reward-status',
      extra: { status: 'draft' },
    });
    const published = await act(id, 'publish', { expectedVersion: 1 }).expect(200);
    expectToMatchApi(shop.app, published, 'POST /rewards/{id}/publish');
    expect(published.body).toMatchObject({ status: 'published', version: 2 });
    expect((await act(id, 'publish')).body).toMatchObject({ code: 'points.reward-status' });
    expect((await act(id, 'end', { expectedVersion: 1 })).body).toMatchObject({ code: 'points.reward-changed' });
    const ended = await act(id, 'end').expect(200);
    expectToMatchApi(shop.app, ended, 'POST /rewards/{id}/end');
    expect(ended.body).toMatchObject({ status: 'ended' });
    const customerId = await shop.customer(500);
    expect((await shop.redeem(customerId, id)).body).toMatchObject({
      status: 422,
      code: 'points.reward-not-published',
    });
    // A body may be left out where it says nothing.
    await shop.call('post', `/rewards/${id}/publish`, keeper).expect(200);
    expect((await recorded(id)).map(({ action }) => action)).toEqual([
      'points.create-reward',
      'points.publish-reward',
      'points.end-reward',
      'points.publish-reward',
    ]);
  });

  it('keeps its kind once it was on the shelf or has codes', async () => {
    const fresh = await made();
    await change(fresh.id, { expectedVersion: 1, kind: 'course' }).expect(200);
    const coupon = await made({ kind: 'coupon' });
    await shop.upload(coupon.id, 'KIND-CODE-1').expect(200);
    const fixed = { status: 409, code: 'points.reward-kind-fixed' };
    expect((await change(coupon.id, { expectedVersion: 1, kind: 'goods' })).body).toMatchObject(fixed);
    await act(fresh.id, 'publish').expect(200);
    expect((await change(fresh.id, { expectedVersion: 3, kind: 'goods' })).body).toMatchObject(fixed);
    await change(fresh.id, { expectedVersion: 3, kind: 'course', name: '陶艺课' }).expect(200);
  });

  it('changes its stock by differences that are on record, never below zero', async () => {
    const { id } = await made({ stock: 5 });
    const stock = (body: object) => act(id, 'stock', { reason: '盘点', ...body });
    const more = await stock({ delta: 3 }).expect(200);
    expectToMatchApi(shop.app, more, 'POST /rewards/{id}/stock');
    expect(more.body).toMatchObject({ stock: 8, version: 1 });
    expect((await stock({ delta: -9 })).body).toMatchObject({
      status: 422,
      code: 'points.stock-short',
      extra: { stock: 8 },
    });
    expect((await stock({ limitTo: 3 })).body).toMatchObject({ status: 422, code: 'points.stock-limited' });
    expect((await stock({ delta: -8 }).expect(200)).body.stock).toBe(0);
    expect((await stock({ unlimited: true }).expect(200)).body).toMatchObject({ stock: null, left: null });
    expect((await stock({ delta: 1 })).body).toMatchObject({ status: 422, code: 'points.stock-unlimited' });
    expect((await stock({ limitTo: 2 }).expect(200)).body.stock).toBe(2);
    expect((await recorded(id)).slice(1).map(({ before, after }) => [before, after])).toEqual([
      [{ stock: 5 }, { stock: 8, reason: '盘点' }],
      [{ stock: 8 }, { stock: 0, reason: '盘点' }],
      [{ stock: 0 }, { stock: null, reason: '盘点' }],
      [{ stock: null }, { stock: 2, reason: '盘点' }],
    ]);
    for (const nonsense of [{}, { delta: 0 }, { delta: 1, limitTo: 1 }, { unlimited: false }]) {
      expect((await stock(nonsense)).body).toMatchObject({ status: 400, code: 'points.reward-invalid' });
    }
    expect((await act(id, 'stock', { delta: 1 })).body).toMatchObject({ code: 'request.invalid' });
    const together = await Promise.all(Array.from({ length: 6 }, () => stock({ delta: -1 })));
    expect(together.map(({ status }) => status).sort()).toEqual([200, 200, 422, 422, 422, 422]);
  });

  it('is listed in the order of the shelf, by status and kind, in pages', async () => {
    const ids = async (query: string) => {
      const answer = await shop.call('get', `/rewards?${query}`, looker).expect(200);
      expectToMatchApi(shop.app, answer, 'GET /rewards');
      return { ids: answer.body.items.map(({ id }: { id: string }) => id), next: answer.body.nextCursor };
    };
    const [last, first, middle] = [
      await made({ sortOrder: -98, kind: 'course' }),
      await made({ sortOrder: -99, kind: 'course' }),
      await made({ sortOrder: -99, kind: 'course' }),
    ];
    const page = await ids('limit=2&kind=course');
    expect(page.ids).toEqual([first.id, middle.id]);
    expect((await ids(`limit=1&kind=course&cursor=${page.next}`)).ids).toEqual([last.id]);
    await act(middle.id, 'publish').expect(200);
    expect((await ids('limit=1&status=published')).ids).toEqual([middle.id]);
    for (const cursor of ['xyz', 'WzEsMl0', 'WzEuNSwiYSJd']) {
      expect((await shop.call('get', `/rewards?cursor=${cursor}`, looker)).body).toMatchObject({
        code: 'page.bad-cursor',
      });
    }
  });

  it('counts what was redeemed and what it is worth', async () => {
    const { id } = await made({ kind: 'course', marketValueCents: 1000 });
    await act(id, 'publish').expect(200);
    const customerId = await shop.customer(5000);
    await shop.redeem(customerId, id, { quantity: 3 }).expect(201);
    await change(id, { expectedVersion: 2, marketValueCents: 9000 }).expect(200);
    const { body } = await shop.call('get', `/rewards/${id}`, looker).expect(200);
    expect(body.figures).toEqual({ redeemed: 3, points: 900, valueCents: 3000, toShip: 0 });
  });

  it('is changed by who keeps it and by nobody else', async () => {
    const { id } = await made();
    const forbidden = { status: 403, code: 'auth.forbidden' };
    expect((await change(id, { expectedVersion: 1, name: 'x' }, looker)).body).toMatchObject(forbidden);
    expect((await act(id, 'publish', {}, looker)).body).toMatchObject(forbidden);
    expect((await act(id, 'stock', { delta: 1, reason: 'x' }, looker)).body).toMatchObject(forbidden);
    expect((await shop.call('get', '/rewards', asMember(newId()))).body).toMatchObject({ status: 403 });
    const nothing = { status: 404, code: 'points.reward-not-found' };
    const nobody = newId();
    expect((await shop.call('get', `/rewards/${nobody}`, keeper)).body).toMatchObject(nothing);
    expect((await change(nobody, { expectedVersion: 1, name: 'x' })).body).toMatchObject(nothing);
    expect((await act(nobody, 'publish')).body).toMatchObject(nothing);
    expect((await act(nobody, 'stock', { delta: 1, reason: 'x' })).body).toMatchObject(nothing);
  });
});
