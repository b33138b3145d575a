import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@siyu/kernel';
import { expectToMatchApi } from '@siyu/platform/testing';
import { keeper, looker, openShop, type Shop } from './testing/shop';

describe('codes of coupons', () => {
  let shop: Shop;
  const coupon = () => shop.reward({ kind: 'coupon' });
  const detail = async (id: string) => (await shop.call('get', `/rewards/${id}`, looker).expect(200)).body;

  beforeAll(async () => {
    shop = await openShop('2026-03-10T04:00:00Z');
  });
  afterAll(() => shop.close());

  it('are added from lines or a CSV; what repeats or is there already is counted and skipped', async () => {
    const id = await coupon();
    const first = await shop.upload(
      id,
      '\uFEFFcode,batch\r\nSUMMER-000001,7\r\n"SUMMER-000002",7\r\n\r\nSUMMER-000001,8\r\n',
    );
    expect(first.status).toBe(200);
    expectToMatchApi(shop.app, first, 'POST /rewards/{id}/codes');
    expect(first.body).toEqual({ added: 2, duplicates: 1, free: 2 });
    const again = await shop.upload(id, 'SUMMER-000002\nSUMMER-000003').expect(200);
    expect(again.body).toEqual({ added: 1, duplicates: 1, free: 3 });
    expect(await detail(id)).toMatchObject({ codes: { free: 3, used: 0, void: 0 }, left: 3 });
    const other = await coupon();
    expect((await shop.upload(other, 'SUMMER-000001').expect(200)).body).toMatchObject({ added: 1 });
    const [record] = await shop.read<{ after: object }>(
      `select after from platform_audit_entries where action = 'points.add-codes' and subject_id = $1 order by entry_id`,
      [id],
    );
    expect(record).toEqual({ after: { added: 2, duplicates: 1 } });
  });

  it('are listed covered, with where they went', async () => {
    const id = await coupon();
    await shop.upload(id, 'LISTED-CODE-0001\nLISTED-CODE-0002\nSHORT').expect(200);
    const made = await shop.redeem(await shop.customer(500), id).expect(201);
    const list = await shop.call('get', `/rewards/${id}/codes?limit=2`, keeper).expect(200);
    expectToMatchApi(shop.app, list, 'GET /rewards/{id}/codes');
    expect(list.body.items).toMatchObject([
      { code: '****0001', state: 'used', redemptionId: made.body.id },
      { code: '****0002', state: 'free', redemptionId: null },
    ]);
    const rest = await shop
      .call('get', `/rewards/${id}/codes?limit=2&cursor=${list.body.nextCursor}`, keeper)
      .expect(200);
    expect(rest.body).toMatchObject({ items: [{ code: '****', state: 'free' }], nextCursor: null });
    const used = await shop.call('get', `/rewards/${id}/codes?state=used`, keeper).expect(200);
    expect(used.body.items).toHaveLength(1);
    expect(Buffer.from(list.body.nextCursor, 'base64url').toString()).not.toContain('LISTED');
    expect((await shop.call('get', `/rewards/${id}/codes?cursor=x`, keeper)).body).toMatchObject({
      code: 'page.bad-cursor',
    });
    expect((await shop.call('get', `/rewards/${newId()}/codes`, keeper)).body).toMatchObject({
      code: 'points.reward-not-found',
    });
    expect((await shop.call('get', `/rewards/${id}/codes`, looker)).body).toMatchObject({ code: 'auth.forbidden' });
  });

  it('are all refused when one is no code, and the answer names the lines', async () => {
    const id = await coupon();
    const { body } = await shop.upload(id, `GOOD-CODE\nwith space\nGOOD-TOO\n${'x'.repeat(101)}`);
    expect(body).toMatchObject({
      status: 400,
      code: 'points.codes-invalid',
      errors: [{ pointer: '/file/2' }, { pointer: '/file/4' }],
      extra: { count: 2 },
    });
    expect((await detail(id)).codes.free).toBe(0);
  });

  it('are refused for what can’t be read', async () => {
    const id = await coupon();
    const code = async (text: string | Buffer, rewardId = id) => (await shop.upload(rewardId, text)).body.code;
    expect(await code(Buffer.from([0x41, 0xff, 0x42]))).toBe('points.codes-unreadable');
    expect(await code('code\n\n')).toBe('points.codes-missing');
    expect(await code('A\n', await shop.reward({ kind: 'course' }))).toBe('points.codes-not-taken');
    expect(await code('A\n', newId())).toBe('points.reward-not-found');
    expect((await shop.upload(id, 'A', looker)).body.code).toBe('auth.forbidden');
    const plain = await shop.call('post', `/rewards/${id}/codes`, keeper).send({ codes: ['A'] });
    expect(plain.body).toMatchObject({ status: 400, code: 'request.invalid' });
    const misnamed = await shop.call('post', `/rewards/${id}/codes`, keeper).attach('list', Buffer.from('A'), 'a.csv');
    expect(misnamed.body).toMatchObject({ status: 400, code: 'request.invalid' });
    const empty = await shop.call('post', `/rewards/${id}/codes`, keeper).field('note', 'no file');
    expect(empty.body).toMatchObject({ status: 400, code: 'request.invalid' });
  });

  it('come a hundred thousand at once, and not one more', async () => {
    const id = await coupon();
    const codes = Array.from({ length: 100_000 }, (_, n) => `BULK-${String(n).padStart(8, '0')}`);
    expect((await shop.upload(id, codes.join('\n')).expect(200)).body).toEqual({
      added: 100_000,
      duplicates: 0,
      free: 100_000,
    });
    const more = await shop.upload(id, [...codes, 'ONE-MORE'].join('\n'));
    expect(more.body).toMatchObject({ status: 413, code: 'points.codes-too-many', extra: { max: 100_000 } });
    expect((await detail(id)).left).toBe(1000);
  }, 60_000);

  it('brought by two people at the same moment are there once', async () => {
    const id = await coupon();
    const codes = Array.from({ length: 500 }, (_, n) => `TWICE-${n}`);
    const both = await Promise.all([
      shop.upload(id, codes.join('\n')),
      shop.upload(id, [...codes].reverse().join('\n')),
    ]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(both.reduce((sum, { body }) => sum + body.added, 0)).toBe(500);
  });
});
