import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { newId } from '@siyu/kernel';
import { asMember, expectToMatchApi, holding } from '@siyu/platform/testing';
import { FiguresQueries } from '../evaluation/figures.queries';
import { VersionsQueries } from '../ladders/versions.queries';
import { StandingHouse } from './testing/standing-house';

const READER = holding('tiers.read');
const CLERK = holding('customers.read', 'tiers.read');

describe('the tier of a customer', () => {
  let house: StandingHouse;
  let customerId: string;
  const get = (path: string, as = READER) => request(house.test.server).get(`/api/v1/${path}`).set(as);
  const tier = async () => {
    const answer = await get(`customers/${customerId}/tier`).expect(200);
    expectToMatchApi(house.test.app, answer, 'GET /customers/{customerId}/tier');
    return answer.body;
  };

  beforeAll(async () => {
    house = await StandingHouse.open();
    customerId = await house.customer();
  });
  afterAll(() => house.close());
  beforeEach(() => {
    house.now = '2026-03-15T02:00:00Z';
  });

  it('is nothing while there is no ladder', async () => {
    expect(await tier()).toMatchObject({ ladder: null, tier: null, next: null, above: [], why: null });
    expect((await get('tiers/distribution').expect(200)).body.tiers).toEqual([]);
    await house.publish();
  });

  it('is the lowest one for who never left it, with the way up', async () => {
    customerId = await house.customer();
    await house.pay(customerId, 30_000, '2026-03-01T04:00:00Z');
    expect(await tier()).toMatchObject({
      customerId,
      currency: 'CNY',
      ladder: { ladderId: house.ladderId, version: 1, name: '会员等级' },
      tier: { key: 'basic', name: '普通', rank: 0 },
      since: null,
      next: {
        tier: { key: 'silver', name: '银卡' },
        met: false,
        criteria: [{ has: 30_000, missing: 70_000, share: 0.3 }],
      },
      above: [{ tier: { key: 'silver' } }, { tier: { key: 'gold' } }],
      leaving: [{ day: '2027-03-01', leaving: [{ amount: 30_000, hasAfter: 0 }], noLongerMet: [] }],
      why: null,
    });
  });

  it('tells what lifted her, until when it holds and what keeps it', async () => {
    customerId = await house.customer();
    await house.pay(customerId, 120_000, '2026-03-10T04:00:00Z');
    await house.evaluate(customerId);
    expect(await tier()).toMatchObject({
      tier: { key: 'silver' },
      since: '2026-03-15T02:00:00.000Z',
      validUntil: '2027-03-14',
      graceUntil: '2027-03-29',
      inGrace: false,
      next: { tier: { key: 'gold' }, criteria: [{ missing: 380_000 }] },
      // On her last day twelve months reach back to 2026-03-15: what lifted her does not keep her.
      keep: { tier: { key: 'silver' }, by: '2027-03-29', met: false, criteria: [{ has: 0, missing: 50_000 }] },
      ifNot: { how: 'one-down', tier: { key: 'basic' }, from: '2027-03-30' },
      leaving: [{ day: '2027-03-10', noLongerMet: ['silver'] }],
      undo: { to: { key: 'basic' }, until: '2027-03-14', spareCents: 20_000 },
      why: {
        kind: 'rose',
        from: { key: 'basic', name: '普通' },
        to: { key: 'silver', name: '银卡' },
        ladder: { version: 1 },
        figuresAsOf: '2026-03-15',
        figures: [{ figure: 'spend_rolling_12', measure: 'spend', value: 120_000 }],
        actor: 'system',
      },
    });
  });

  it('is decided before it is shown when its end came since the last evaluation', async () => {
    customerId = await house.customer();
    await house.pay(customerId, 120_000);
    await house.evaluate(customerId);
    await house.pay(customerId, 40_000, '2026-09-01T04:00:00Z');
    // 1,200.00 of the day she rose and 400.00 later count on 2027-03-14: kept.
    house.now = '2027-03-15T02:00:00Z';
    expect(await tier()).toMatchObject({ validUntil: '2028-03-14', why: { kind: 'kept' } });
    house.now = '2028-03-20T02:00:00Z';
    expect(await tier()).toMatchObject({ inGrace: true, tier: { key: 'silver' }, why: { kind: 'grace' } });
    house.now = '2028-03-30T02:00:00Z';
    expect(await tier()).toMatchObject({
      inGrace: false,
      tier: { key: 'basic' },
      validUntil: null,
      why: { kind: 'fell' },
    });
    const moves = await get(`customers/${customerId}/tier/moves?limit=3`).expect(200);
    expectToMatchApi(house.test.app, moves, 'GET /customers/{customerId}/tier/moves');
    expect(moves.body.items.map(({ kind }: { kind: string }) => kind)).toEqual(['fell', 'grace', 'kept']);
    const rest = await get(`customers/${customerId}/tier/moves?limit=3&cursor=${moves.body.nextCursor}`).expect(200);
    expect(rest.body).toMatchObject({ items: [{ kind: 'rose', moveNo: 1 }], nextCursor: null });
  });

  it('counts an order by the day it has in Shanghai', async () => {
    customerId = await house.customer();
    house.now = '2026-04-10T02:00:00Z';
    await house.pay(customerId, 10_000, '2026-03-31T16:30:00Z');
    expect((await tier()).leaving).toMatchObject([{ day: '2027-04-01' }]);
    customerId = await house.customer();
    await house.pay(customerId, 10_000, '2026-03-31T15:30:00Z');
    expect((await tier()).leaving).toMatchObject([{ day: '2027-03-31' }]);
  });

  it('shows the figures that evaluation decides by', async () => {
    const everyone = await house.customers(5, '2025-02-28T20:00:00Z');
    for (const [index, each] of everyone.entries()) {
      await house.pay(each, 60_000 + index * 17_000, '2025-03-15T16:00:00Z');
      await house.pay(each, 60_000, '2025-12-31T16:00:00Z');
      await house.pay(each, 1_000, '2026-03-15T15:59:59Z');
    }
    await house.evaluate(...everyone);
    const version = (await house.test.app.get(VersionsQueries).inForce())!;
    const figures = await house.test.app.get(FiguresQueries).of(everyone, version, house.now);
    for (customerId of everyone) {
      const told = await tier();
      const { enter, keep, rise } = figures.get(customerId)!;
      expect(told.above[0].criteria[0].has).toBe(enter.values.spend_rolling_12);
      if (keep) expect(told.keep.criteria[0].has).toBe(keep.values.spend_rolling_12);
      if (rise) expect(told.undo.criteria[0].has).toBe(rise.values.spend_rolling_12);
      expect(told.keep === null).toBe(keep === null);
    }
    expect([...figures.values()].some(({ keep }) => keep !== null)).toBe(true);
  });

  it('is told to the member without names and reasons of the house', async () => {
    customerId = await house.customer();
    await house.pay(customerId, 120_000);
    await house.evaluate(customerId);
    const answer = await get('me/tier', asMember(customerId)).expect(200);
    expectToMatchApi(house.test.app, answer, 'GET /me/tier');
    expect(answer.body).toMatchObject({ customerId, tier: { key: 'silver' }, why: { kind: 'rose' } });
    expect(answer.body.why).not.toHaveProperty('actor');
    expect(answer.body.why).not.toHaveProperty('reason');
    await get('me/tier').expect(403);
  });

  it('is not that of nobody, nor for everybody', async () => {
    expect((await get(`customers/${newId()}/tier`).expect(404)).body.code).toBe('customers.not-found');
    expect((await get(`customers/${newId()}/tier/moves`).expect(404)).body.code).toBe('customers.not-found');
    await get(`customers/${customerId}/tier`, holding('customers.read')).expect(403);
    await get(`customers/${customerId}/tier`, asMember(customerId)).expect(403);
    expect((await get(`customers/${customerId}/tier/moves?cursor=x`).expect(400)).body.code).toBe('page.bad-cursor');
  });

  it('is a column and a filter of the list of customers, the lowest one included', async () => {
    const [low, high, fresh] = await house.customers(3);
    await house.pay(high!, 600_000);
    await house.evaluate(low!, high!);
    const found = async (filter: string) => {
      const answer = await get(`customers?facets=tier&limit=200&filter=${encodeURIComponent(filter)}`, CLERK).expect(
        200,
      );
      return new Map<string, object>(
        answer.body.items.map((one: { id: string; facets: { tier: object } }) => [one.id, one.facets.tier]),
      );
    };
    const lowest = await found('tier.key:eq:basic');
    expect(lowest.has(low!) && lowest.has(fresh!)).toBe(true);
    expect(lowest.has(high!)).toBe(false);
    expect(lowest.get(fresh!)).toMatchObject({ key: 'basic', inGrace: 'no', validUntil: null });
    expect((await found('tier.key:in:gold')).get(high!)).toMatchObject({ key: 'gold', validUntil: '2027-03-14' });
    expect((await found('tier.validUntil:lte:2027-03-14')).has(high!)).toBe(true);
    expect((await found('tier.validUntil:lt:2027-03-14')).has(high!)).toBe(false);
    const { items } = (await get('customers/fields', CLERK).expect(200)).body;
    expect(items).toContainEqual(expect.objectContaining({ name: 'tier.key', options: ['basic', 'silver', 'gold'] }));
  });

  it('is part of the timeline', async () => {
    customerId = await house.customer();
    await house.pay(customerId, 120_000);
    await house.evaluate(customerId);
    const first = await get(`customers/${customerId}/timeline?kinds=tier`, CLERK).expect(200);
    expect(first.body.items).toMatchObject([
      { kind: 'tier', at: '2026-03-15T02:00:00.000000Z', data: { kind: 'rose', to: { key: 'silver', name: '银卡' } } },
    ]);
  });

  it('is counted over everybody, now and day by day', async () => {
    const before = (await get('tiers/distribution').expect(200)).body.tiers;
    const some = await house.customers(3);
    await house.pay(some[0]!, 120_000);
    await house.evaluate(...some);
    await house.test
      .asOwner(`insert into tiers_days values ('2026-03-14', 'silver', '银卡', 1, 7), ('2026-03-14', 'jade', '玉', 1, 2)
      on conflict do nothing`);
    const answer = await get('tiers/distribution?from=2026-03-14&to=2026-03-14').expect(200);
    expectToMatchApi(house.test.app, answer, 'GET /tiers/distribution');
    const grown = (rank: number) => answer.body.tiers[rank].customers - before[rank].customers;
    expect([grown(0), grown(1), grown(2)]).toEqual([2, 1, 0]);
    expect(answer.body.tiers[1].days).toEqual([{ day: '2026-03-14', customers: 7 }]);
    expect(answer.body.tiers[3]).toMatchObject({ key: 'jade', name: '玉', colour: null, customers: null });
    expect((await get('tiers/distribution?from=2026-03-15&to=2026-03-14').expect(400)).body.code).toBe(
      'tiers.range-invalid',
    );
  });
});
