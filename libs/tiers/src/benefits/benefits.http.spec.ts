import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { newId } from '@siyu/kernel';
import { affected, row } from '@siyu/platform';
import { asMember, expectToMatchApi, holding } from '@siyu/platform/testing';
import type { LadderVersion } from '../ladders/domain/ladder';
import { BenefitsHouse } from './testing/benefits-house';
import { benefit, terms } from './testing/sample-ladders';

const CLERK = holding('tiers.read', 'tiers.write');
const READER = holding('tiers.read');
const shipping = (times: number, per: 'month' | 'year' | 'tier' | 'ever') =>
  benefit({
    key: 'shipping',
    kind: 'free-shipping',
    name: '包邮',
    when: 'standing',
    quota: { times, per },
    costCents: 800,
  });
const ladder = terms([
  [],
  [shipping(3, 'month')],
  [
    shipping(5, 'month'),
    benefit({ key: 'lounge', kind: 'custom', name: '贵宾室', when: 'standing', quota: { times: 1, per: 'tier' } }),
    benefit({ key: 'service', kind: 'dedicated-service', name: '专属客服', when: 'standing' }),
    benefit({ key: 'double', kind: 'points-multiplier', name: '双倍', when: 'standing', factor: '2' }),
    benefit({ key: 'coupons', kind: 'coupon-pack', name: '券包' }),
    benefit({ key: 'points', points: 500, name: '金卡礼' }),
  ],
]);

describe('benefits over HTTP', () => {
  let house: BenefitsHouse;
  let version: LadderVersion;
  let customerId: string;
  const get = (path: string, as = READER) => request(house.test.server).get(`/api/v1/${path}`).set(as);
  const post = (path: string, body: object = {}, as = CLERK, key?: string) => {
    const sent = request(house.test.server).post(`/api/v1/${path}`).set(as);
    return (key ? sent.set('idempotency-key', key) : sent).send(body);
  };
  const use = (benefitKey: string, body: object = {}, key?: string) =>
    post(`customers/${customerId}/benefits/${benefitKey}/uses`, body, CLERK, key);
  const quota = async (benefitKey: string) => {
    const { body } = await get(`customers/${customerId}/benefits`).expect(200);
    return body.benefits.find(({ key }: { key: string }) => key === benefitKey).quota;
  };
  const rise = async () => {
    await house.stand(version, customerId, 'gold');
    await house.rise(version, { customerId, fromRank: 0, toRank: 2 });
    await house.test.runJobs();
  };

  beforeAll(async () => {
    house = await BenefitsHouse.open();
    version = await house.publish(ladder, '2026-01-01');
  });
  beforeEach(async () => {
    house.now = '2026-03-10T04:00:00Z';
    customerId = await house.customer();
  });
  afterAll(() => house.close());

  it('shows staff what a customer has, what is left of it and what she got', async () => {
    await rise();
    const used = await use('shipping', { reference: 'SF-1' }).expect(201);
    expectToMatchApi(house.test.app, used, 'POST /customers/{id}/benefits/{benefitKey}/uses');
    const shown = await get(`customers/${customerId}/benefits`).expect(200);
    expectToMatchApi(house.test.app, shown, 'GET /customers/{id}/benefits');
    const { tier, benefits, issues, uses } = shown.body;
    expect(tier).toEqual({ key: 'gold', name: '金卡' });
    expect(benefits[0]).toMatchObject({
      key: 'shipping',
      used: 1,
      quota: { times: 5, per: 'month', left: 4, renewsOn: '2026-04-01' },
    });
    expect(benefits[2]).toMatchObject({ key: 'service', used: 0, quota: null });
    expect(issues.map(({ name, status }: { name: string; status: string }) => [name, status]).sort()).toEqual([
      ['券包', 'issued'],
      ['金卡礼', 'delivered'],
    ]);
    expect(uses).toMatchObject([{ benefitKey: 'shipping', reference: 'SF-1', undoneAt: null }]);
    await get(`customers/${newId()}/benefits`).expect(404);
    await get(`customers/${customerId}/benefits`, holding('customers.read')).expect(403);
  });

  it('shows a member her own, without what is of the house alone', async () => {
    await rise();
    const other = await house.customer();
    const [issue] = (await get(`customers/${customerId}/benefits`)).body.issues.filter(
      ({ kind }: { kind: string }) => kind === 'coupon-pack',
    );
    await post(`customers/${customerId}/benefits/issues/${issue.id}/void`, { note: '错发' }).expect(200);
    const mine = await get('me/benefits', asMember(customerId)).expect(200);
    expectToMatchApi(house.test.app, mine, 'GET /me/benefits');
    expect(mine.body.gifts.map(({ name }: { name: string }) => name)).toEqual(['金卡礼']);
    expect(mine.body.benefits[3]).toMatchObject({ key: 'double', factor: '2' });
    expect(JSON.stringify(mine.body)).not.toMatch(/cost|usePercent|settledBy|note/);
    const hers = await get('me/benefits', asMember(other)).expect(200);
    expect(hers.body).toEqual({ tier: { key: 'member', name: '普通' }, benefits: [], gifts: [] });
    await get('me/benefits').expect(403);
  });

  it('lets a quota of three be used three times by twenty at once', async () => {
    await house.stand(version, customerId, 'silver');
    const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => use('shipping', { reference: `P-${n}` })));
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array(3).fill(201), ...Array(17).fill(422)]);
    const refused = answers.find(({ status }) => status === 422)!;
    expect(refused.body).toMatchObject({
      code: 'tiers.quota-spent',
      extra: { times: 3, per: 'month', renewsOn: '2026-04-01' },
    });
    const kept = await row(
      house.em,
      'select count(*)::int as uses from tiers_benefit_uses where customer_id = $1 and undone_at is null',
      [customerId],
    );
    expect(kept).toEqual({ uses: 3 });
    house.now = '2026-04-01T00:00:00+08:00';
    await use('shipping').expect(201);
    // What was used as silver is used: gold gives two more in March.
    house.now = '2026-03-31T23:59:59+08:00';
    await house.stand(version, customerId, 'gold');
    expect(await quota('shipping')).toMatchObject({ times: 5, left: 2 });
  });

  it('counts a use that is asked for again under its key once, also after the first answer was forgotten', async () => {
    await house.stand(version, customerId, 'silver');
    const key = newId();
    const answers = await Promise.all(Array.from({ length: 5 }, () => use('shipping', { reference: 'SF-9' }, key)));
    expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true);
    const first = answers.find(({ status }) => status === 201)!.body;
    await affected(house.em, 'delete from platform_idempotency_keys');
    await house.stand(version, customerId, 'member', '2026-03-10T05:00:00Z');
    expect((await use('shipping', { reference: 'SF-9' }, key).expect(201)).body).toEqual(first);
    await affected(house.em, 'delete from platform_idempotency_keys');
    expect((await use('shipping', { reference: 'another' }, key).expect(422)).body.code).toBe('idempotency.mismatch');
    expect(await row(house.em, 'select uses from tiers_benefit_tallies where customer_id = $1', [customerId])).toEqual({
      uses: 1,
    });
  });

  it('gives a use back that is undone, once', async () => {
    await rise();
    const { body } = await use('lounge').expect(201);
    expect((await use('lounge').expect(422)).body).toMatchObject({ extra: { per: 'tier', renewsOn: null } });
    const undo = (benefitKey: string, useId: string) =>
      request(house.test.server)
        .delete(`/api/v1/customers/${customerId}/benefits/${benefitKey}/uses/${useId}`)
        .set(CLERK);
    expect((await undo('shipping', body.id).expect(404)).body.code).toBe('tiers.use-unknown');
    await undo('lounge', newId()).expect(404);
    await Promise.all([undo('lounge', body.id).expect(204), undo('lounge', body.id).expect(204)]);
    expect(await quota('lounge')).toMatchObject({ left: 1 });
    await use('lounge').expect(201);
    // Back in the tier after a fall: another time in it.
    await house.stand(version, customerId, 'silver', '2026-03-11T00:00:00Z');
    await house.stand(version, customerId, 'gold', '2026-03-12T00:00:00Z');
    await use('lounge').expect(201);
  });

  it('refuses what her tier does not have, and what works by itself', async () => {
    expect((await use('shipping').expect(422)).body).toMatchObject({ code: 'tiers.benefit-missing' });
    await rise();
    for (const benefitKey of ['double', 'points', 'coupons', 'nothing']) {
      expect((await use(benefitKey).expect(422)).body.code).toBe('tiers.benefit-missing');
    }
    await post(`customers/${customerId}/benefits/shipping/uses`, {}, READER).expect(403);
    await post(`customers/${newId()}/benefits/shipping/uses`).expect(404);
  });

  it('lists what is to be handed over, page by page, until it was', async () => {
    await affected(house.em, 'delete from tiers_benefit_issues');
    for (let n = 0; n < 3; n += 1) {
      customerId = await house.customer();
      await rise();
    }
    const open = 'tier-benefits/issues?status=issued&benefit=coupons';
    const first = await get(`${open}&limit=2`).expect(200);
    expectToMatchApi(house.test.app, first, 'GET /tier-benefits/issues');
    const second = await get(`${open}&limit=2&cursor=${first.body.nextCursor}`).expect(200);
    const listed = [...first.body.items, ...second.body.items];
    expect(new Set(listed.map((item: { customerId: string }) => item.customerId)).size).toBe(3);
    expect(second.body.nextCursor).toBeNull();
    expect((await get('tier-benefits/issues?kind=points-gift&status=delivered')).body.items).toHaveLength(3);

    const [issue] = listed;
    const path = `customers/${issue.customerId}/benefits/issues/${issue.id}`;
    await post(`${path}/deliver`, {}, READER).expect(403);
    const delivered = await post(`${path}/deliver`, { reference: 'CODE-1' }).expect(200);
    expectToMatchApi(house.test.app, delivered, 'POST /customers/{id}/benefits/issues/{issueId}/deliver');
    expect((await post(`${path}/deliver`, { reference: 'CODE-2' }).expect(200)).body).toEqual(delivered.body);
    expect((await post(`${path}/void`).expect(409)).body.code).toBe('tiers.issue-settled');
    expect((await get(open)).body.items).toHaveLength(2);
    await post(`customers/${issue.customerId}/benefits/issues/${newId()}/deliver`).expect(404);
  });

  it('keeps hands off gifts of points', async () => {
    await rise();
    const issues = (await get(`customers/${customerId}/benefits`)).body.issues;
    const points = issues.find(({ kind }: { kind: string }) => kind === 'points-gift');
    const refused = await post(`customers/${customerId}/benefits/issues/${points.id}/void`).expect(422);
    expect(refused.body.code).toBe('tiers.issue-of-points');
  });

  it('exports gifts as CSV, on record', async () => {
    await rise();
    const { text } = await get('tier-benefits/issues.csv?tier=gold&benefit=coupons').expect(200);
    expect(text.split('\r\n')[0]).toContain('issue_id,customer_id');
    expect(text).toContain(`${customerId},`);
    const recorded = await row(
      house.em,
      `select count(*)::int as n from platform_audit_entries where action = 'tiers.export-benefits'`,
    );
    expect(recorded).toEqual({ n: 1 });
  });

  it('stands in the timeline of the customer, gifts and uses alike', async () => {
    await rise();
    house.now = '2026-03-11T04:00:00Z';
    await use('shipping', { note: '雨天' }).expect(201);
    const timeline = (query: string) =>
      get(`customers/${customerId}/timeline?kinds=benefit&${query}`, holding('customers.read'));
    const page = (await timeline('limit=2').expect(200)).body;
    const rest = (await timeline(`limit=2&cursor=${page.nextCursor}`).expect(200)).body;
    const told = [...page.items, ...rest.items].map(({ data }: { data: { what: string; name: string } }) => [
      data.what,
      data.name,
    ]);
    expect(told[0]).toEqual(['use', '包邮']);
    expect(told.slice(1).sort()).toEqual([
      ['gift', '券包'],
      ['gift', '金卡礼'],
    ]);
  });
});
