import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@siyu/kernel';
import { asMember, expectToMatchApi, holding } from '@siyu/platform/testing';
import { address, looker, openShop, packer, server, type Shop } from './testing/shop';

const parcel = { carrier: '顺丰', trackingNo: 'SF1234567890' };
const covered = { name: '王**', phone: '138****8000', region: '上海市徐汇区', detail: '****' };

describe('fulfilling redemptions', () => {
  let shop: Shop;
  const made = async (fields: object = {}, codes?: string[]) => {
    const customerId = await shop.customer(500);
    const rewardId = await shop.reward({ kind: codes ? 'coupon' : 'goods', stock: 5, ...fields }, codes);
    const more = codes || 'kind' in fields ? {} : { address };
    const { body } = await shop.redeem(customerId, rewardId, more).expect(201);
    return { customerId, rewardId, id: body.id as string };
  };
  const act = (id: string, what: string, body: object = {}, who = packer) =>
    shop.call('post', `/redemptions/${id}/${what}`, who).send(body);
  const stockOf = async (rewardId: string) =>
    (await shop.read<{ stock: number }>('select stock from points_reward_stocks where reward_id = $1', [rewardId]))[0]!
      .stock;
  const codesOf = (rewardId: string) =>
    shop.read<{ state: string; code: string }>(
      'select state, code from points_reward_codes where reward_id = $1 order by code_id',
      [rewardId],
    );
  const recorded = (id: string) =>
    shop.read<{ action: string; text: string }>(
      `select action, coalesce(before::text, '') || coalesce(after::text, '') as text from platform_audit_entries
       where subject = 'redemption' and subject_id = $1 order by entry_id`,
      [id],
    );

  beforeAll(async () => {
    shop = await openShop('2026-03-10T04:00:00Z');
  });
  afterAll(() => shop.close());

  it('a parcel is shipped, then completed; doing it again changes nothing', async () => {
    const { id } = await made();
    expect((await act(id, 'complete')).body).toMatchObject({
      status: 409,
      code: 'points.redemption-state',
      extra: { state: 'requested' },
    });
    const shipped = await act(id, 'ship', parcel).expect(200);
    expectToMatchApi(shop.app, shipped, 'POST /redemptions/{id}/ship');
    expect(shipped.body).toMatchObject({
      state: 'shipped',
      ...parcel,
      shippedAt: '2026-03-10T04:00:00.000Z',
      address: covered,
    });
    expect((await act(id, 'ship', parcel).expect(200)).body).toEqual(shipped.body);
    expect((await act(id, 'ship', { ...parcel, trackingNo: 'SF2' })).body).toMatchObject({
      code: 'points.redemption-state',
    });
    const completed = await act(id, 'complete').expect(200);
    expectToMatchApi(shop.app, completed, 'POST /redemptions/{id}/complete');
    expect(completed.body).toMatchObject({ state: 'completed', completedAt: '2026-03-10T04:00:00.000Z' });
    expect((await act(id, 'complete').expect(200)).body).toEqual(completed.body);
    const log = await recorded(id);
    expect(log.map(({ action }) => action)).toEqual(['points.ship-redemption', 'points.complete-redemption']);
    expect(JSON.stringify(log)).not.toContain('13800138000');
  });

  it('the member cancels until the parcel has left, and has her points back in their own lot', async () => {
    const { customerId, rewardId, id } = await made();
    const cancel = () =>
      shop.call('post', `/me/redemptions/${id}/cancel`, asMember(customerId)).send({ reason: '买错了' });
    const answer = await cancel().expect(200);
    expectToMatchApi(shop.app, answer, 'POST /me/redemptions/{id}/cancel');
    expect(answer.body).toMatchObject({ state: 'cancelled', cancelReason: '买错了', points: 100 });
    expect(await shop.spendable(customerId)).toBe(500);
    expect(await shop.read('select remaining from points_lots where customer_id = $1', [customerId])).toEqual([
      { remaining: 500 },
    ]);
    const [back] = await shop.read(
      `select e.kind, e.points, e.act_key as key, e.reverses_seq = r.spend_seq as own from points_redemptions r
       join points_entries e on e.customer_id = r.customer_id and e.seq = r.give_back_seq where r.redemption_id = $1`,
      [id],
    );
    expect(back).toEqual({ kind: 'give-back', points: 100, key: `redemption:${id}:cancel`, own: true });
    expect(await stockOf(rewardId)).toBe(5);
    expect((await cancel().expect(200)).body).toEqual(answer.body);
    expect(await shop.spendable(customerId)).toBe(500);
    expect((await act(id, 'ship', parcel)).body).toMatchObject({ status: 409, code: 'points.redemption-state' });

    const sent = await made();
    await act(sent.id, 'ship', parcel).expect(200);
    const late = await shop.call('post', `/me/redemptions/${sent.id}/cancel`, asMember(sent.customerId)).send({});
    expect(late.body).toMatchObject({ status: 409, code: 'points.redemption-state', extra: { state: 'shipped' } });
    expect(await shop.spendable(sent.customerId)).toBe(400);
  });

  it('staff cancel at any time; what has left the house goes back into the stock only when they say so', async () => {
    const [gone, returned, course] = [await made(), await made(), await made({ kind: 'course' })];
    for (const { id } of [gone, returned]) await act(id, 'ship', parcel).expect(200);
    await act(returned.id, 'complete').expect(200);
    const answer = await act(gone.id, 'cancel', { reason: 'lost' }).expect(200);
    expectToMatchApi(shop.app, answer, 'POST /redemptions/{id}/cancel');
    expect(await stockOf(gone.rewardId)).toBe(4);
    await act(returned.id, 'cancel', { reason: 'came back', restock: true }).expect(200);
    expect(await stockOf(returned.rewardId)).toBe(5);
    await act(course.id, 'cancel', { reason: 'called off' }).expect(200);
    expect(await stockOf(course.rewardId)).toBe(5);
    for (const { customerId } of [gone, returned, course]) expect(await shop.spendable(customerId)).toBe(500);
    expect((await recorded(gone.id)).at(-1)!.text).toMatch(/^\{"state": "shipped"\}/);
  });

  it('a code that somebody saw is void after a cancellation, one that nobody saw is handed out again', async () => {
    const seen = await made({}, ['SEEN-CODE-0001', 'SEEN-CODE-0002']);
    await act(seen.id, 'cancel', { reason: 'does not work' }).expect(200);
    expect(await codesOf(seen.rewardId)).toEqual([
      { code: 'SEEN-CODE-0001', state: 'void' },
      { code: 'SEEN-CODE-0002', state: 'free' },
    ]);
    const own = await shop.call('get', `/me/redemptions/${seen.id}`, asMember(seen.customerId)).expect(200);
    expect(own.body.codes).toEqual(['****0001']);

    const [customerId, rewardId] = [await shop.customer(500), await shop.reward({}, ['UNSEEN-CODE-01'])];
    const desk = () => shop.call('post', `/customers/${customerId}/redemptions`, server).send({ rewardId }).expect(201);
    await act((await desk()).body.id, 'cancel', { reason: 'changed her mind' }).expect(200);
    expect(await codesOf(rewardId)).toEqual([{ code: 'UNSEEN-CODE-01', state: 'free' }]);
    const again = await desk();
    expect(
      (await shop.call('get', `/me/redemptions/${again.body.id}`, asMember(customerId)).expect(200)).body.codes,
    ).toEqual(['UNSEEN-CODE-01']);
    await act(again.body.id, 'cancel', { reason: 'once more' }).expect(200);
    expect(await codesOf(rewardId)).toEqual([{ code: 'UNSEEN-CODE-01', state: 'void' }]);
  });

  it('points that were given back by hand are not given back twice', async () => {
    const { customerId, id } = await made();
    const [{ seq }] = (await shop.read('select spend_seq as seq from points_redemptions where redemption_id = $1', [
      id,
    ])) as [{ seq: number }];
    await shop.reverse(customerId, seq);
    expect((await act(id, 'cancel', { reason: 'by hand' }).expect(200)).body).toMatchObject({
      state: 'cancelled',
      giveBackSeq: null,
    });
    expect(await shop.spendable(customerId)).toBe(500);
  });

  it('addresses and codes are covered, but for whom they are meant; every look is on record', async () => {
    const { id, customerId } = await made();
    const look = (who = packer) => shop.call('get', `/redemptions/${id}`, who).expect(200);
    const plain = await look(looker);
    expectToMatchApi(shop.app, plain, 'GET /redemptions/{id}');
    expect(plain.body).toMatchObject({ address: covered, masked: true, customerId, actor: `member:${customerId}` });
    expect(await recorded(id)).toEqual([]);
    expect((await look()).body).toMatchObject({ address, masked: false });
    expect((await look(holding('points.read', 'customers.reveal'))).body).toMatchObject({ address });
    expect((await recorded(id)).map(({ action }) => action)).toEqual([
      'points.reveal-redemption',
      'points.reveal-redemption',
    ]);
    const coupon = await made({}, ['PRIVATE-CODE-77']);
    const codes = async (who: typeof packer) => (await shop.call('get', `/redemptions/${coupon.id}`, who)).body.codes;
    expect(await codes(looker)).toEqual(['****E-77']);
    expect(await codes(holding('points.read', 'customers.reveal'))).toEqual(['****E-77']);
    expect(await codes(packer)).toEqual(['PRIVATE-CODE-77']);
    const list = await shop.call('get', '/redemptions?limit=200', packer).expect(200);
    expectToMatchApi(shop.app, list, 'GET /redemptions');
    expect(list.text).not.toContain('漕溪北路');
    expect(list.text).not.toContain('PRIVATE-CODE-77');
  });

  it('are listed newest first, by state, reward and customer, in pages', async () => {
    const [one, two, three] = [await made(), await made(), await made()];
    await act(two.id, 'ship', parcel).expect(200);
    const list = async (query: string) => (await shop.call('get', `/redemptions?${query}`, looker).expect(200)).body;
    const ids = ({ items }: { items: { id: string }[] }) => items.map(({ id }) => id);
    const first = await list('limit=2');
    expect(ids(first)).toEqual([three.id, two.id]);
    expect(first.items[0].customerName).toBe('王小明');
    expect(ids(await list(`limit=1&cursor=${first.nextCursor}`))).toEqual([one.id]);
    expect(ids(await list(`rewardId=${one.rewardId}`))).toEqual([one.id]);
    expect(ids(await list(`customerId=${two.customerId}&state=shipped`))).toEqual([two.id]);
    expect(ids(await list(`customerId=${two.customerId}&state=requested`))).toEqual([]);
    const catalogue = await shop.call('get', '/rewards?limit=200', looker).expect(200);
    expectToMatchApi(shop.app, catalogue, 'GET /rewards');
    const counted = ({ rewardId }: { rewardId: string }) =>
      (catalogue.body.items as { id: string }[]).find(({ id }) => id === rewardId);
    expect(counted(one)).toMatchObject({ redeemed: 1, toShip: 1 });
    expect(counted(two)).toMatchObject({ redeemed: 1, toShip: 0 });
    expect((await shop.call('get', '/redemptions?cursor=xyz', looker)).body).toMatchObject({ code: 'page.bad-cursor' });
    expect((await shop.call('get', '/redemptions?state=lost', looker)).body).toMatchObject({ code: 'request.invalid' });
  });

  it('leave as a file with addresses for who fulfils, which is on record first', async () => {
    const { rewardId, id } = await made({ name: '=HYPERLINK' });
    const file = await shop.call('get', `/redemptions.csv?rewardId=${rewardId}`, packer).expect(200);
    expectToMatchApi(shop.app, { ...file, body: file.text, text: file.text } as never, 'GET /redemptions.csv');
    const [header, line, end] = file.text.split('\r\n');
    expect(header).toBe(
      'redemption_id,customer_id,created_at,state,kind,reward_id,reward_name,quantity,points,name,phone,region,detail,carrier,tracking_no,shipped_at,completed_at,cancelled_at',
    );
    expect(line).toContain(`${id},`);
    expect(line).toContain(`,'=HYPERLINK,1,100,王小明,13800138000,上海市徐汇区,漕溪北路 1 号 2 室,`);
    expect(end).toBe('');
    expect((await recorded('all')).at(-1)).toMatchObject({ action: 'points.export-redemptions' });
    expect((await shop.call('get', '/redemptions.csv', looker)).body).toMatchObject({ code: 'auth.forbidden' });
  });

  it('that are not there are not found', async () => {
    const nothing = { status: 404, code: 'points.redemption-not-found' };
    const id = newId();
    expect((await shop.call('get', `/redemptions/${id}`, looker)).body).toMatchObject(nothing);
    expect((await act(id, 'ship', parcel)).body).toMatchObject(nothing);
    expect((await act(id, 'complete')).body).toMatchObject(nothing);
    expect((await act(id, 'cancel', { reason: 'none' })).body).toMatchObject(nothing);
    expect((await act(id, 'cancel', {})).body).toMatchObject({ status: 400, code: 'request.invalid' });
  });

  it('stand in the timeline of the customer', async () => {
    const { customerId, id, rewardId } = await made();
    const { body } = await shop
      .call('get', `/customers/${customerId}/timeline?kinds=redemption`, holding('customers.read'))
      .expect(200);
    expect(body.items).toEqual([
      {
        id,
        kind: 'redemption',
        at: '2026-03-10T04:00:00.000000Z',
        data: {
          redemptionId: id,
          rewardId,
          rewardName: '马克杯',
          rewardKind: 'goods',
          quantity: 1,
          points: 100,
          state: 'requested',
        },
      },
    ]);
  });

  it('a fault in the middle leaves nothing: no entry, no stock, no code', async () => {
    const customerId = await shop.customer(500);
    const rewardId = await shop.reward({ name: 'fault', stock: 5 }, ['FAULT-CODE-001']);
    await shop.asOwner(`alter table points_redemptions add constraint fault check (reward_name <> 'fault')`);
    await shop.redeem(customerId, rewardId, {}, 'fault').expect(500);
    await shop.asOwner('alter table points_redemptions drop constraint fault');
    expect(await shop.spendable(customerId)).toBe(500);
    expect(await stockOf(rewardId)).toBe(5);
    expect(await codesOf(rewardId)).toEqual([{ code: 'FAULT-CODE-001', state: 'free' }]);
    await shop.redeem(customerId, rewardId, {}, 'fault').expect(201);
  });
});
