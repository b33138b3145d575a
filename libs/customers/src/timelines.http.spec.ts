import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { encodeCursor, newId } from '@siyu/kernel';
import { createTestApp, expectToMatchApi, holding, type TestApp } from '@siyu/platform/testing';
import { CustomersModule } from './customers.module';
import { CustomerResolver } from './customers.resolver';
import type { Identity } from './domain/identities';
import { TimelineSources, type TimelineEntry } from './timelines.registry';

const reader = holding('customers.read');
let now = new Date('2026-11-01T00:00:00Z');

describe('the timeline of a customer', () => {
  let test: TestApp;
  let id: string;
  const visits: TimelineEntry[] = [];

  const get = (query: Record<string, string | number> = {}) =>
    request(test.server).get(`/api/v1/customers/${id}/timeline`).query(query).set(reader);
  const see = async (at: string, ...identities: Identity[]) => {
    now = new Date(at);
    const [answer] = await test.app.get(CustomerResolver).resolve([{ identities, source: 'shop', at: now }]);
    return answer!.customerId;
  };

  beforeAll(async () => {
    test = await createTestApp({ imports: [CustomersModule], clock: { now: () => now } });
    const phone = { type: 'phone', value: '+8613800138000' };
    id = await see('2026-11-01T00:00:00Z', phone);
    await see(
      '2026-11-03T00:00:00Z',
      phone,
      { type: 'email', value: 'anna@example.com' },
      { type: 'card_no', value: 'C1' },
    );
    for (let n = 0; n < 7; n += 1) {
      // several within one millisecond, some at the very same time
      visits.push({ id: newId(), kind: 'visit', at: `2026-11-02T00:00:00.00000${n >> 1}Z`, data: { n } });
    }
    test.app.get(TimelineSources).register({
      kinds: ['visit', 'call'],
      page: async (_, { before, limit, kinds }) =>
        visits
          .filter((entry) => kinds.includes(entry.kind))
          .filter(({ at, id: entryId }) => !before || at < before.at || (at === before.at && entryId < before.id))
          .sort((one, other) => (one.at + one.id < other.at + other.id ? 1 : -1))
          .slice(0, limit),
    });
  });
  afterAll(() => test.close());

  it('tells what all sources know, newest first', async () => {
    const answer = await get();
    expectToMatchApi(test.app, answer, 'GET /customers/{id}/timeline');
    expect(answer.body.items.map(({ kind }: TimelineEntry) => kind)).toEqual([
      'identity.added',
      'identity.added',
      ...visits.map(() => 'visit'),
      'customer.created',
    ]);
    expect(answer.body.items[0].data).toEqual({
      source: 'shop',
      type: 'email',
      value: 'a***@example.com',
      masked: true,
    });
    expect(answer.body.items.at(-1)).toEqual({
      id,
      kind: 'customer.created',
      at: '2026-11-01T00:00:00.000000Z',
      data: { source: 'shop', identities: [{ type: 'phone', value: '138****8000', masked: true }] },
    });
  });

  it('is the same in pages of any size', async () => {
    const whole = (await get()).body.items;
    expect(new Set(whole.map((entry: TimelineEntry) => entry.id)).size).toBe(10);
    for (const limit of [1, 2, 3, 4, 10]) {
      const seen: TimelineEntry[] = [];
      let cursor: string | null = null;
      do {
        const answer = (await get({ limit, ...(cursor ? { cursor } : {}) }).expect(200)).body as {
          items: TimelineEntry[];
          nextCursor: string | null;
        };
        seen.push(...answer.items);
        cursor = answer.nextCursor;
      } while (cursor);
      expect(seen).toEqual(whole);
    }
  });

  it('shows the kinds that are asked for', async () => {
    expect((await get({ kinds: 'customer.created' })).body.items).toHaveLength(1);
    expect((await get({ kinds: 'visit, identity.added' })).body.items).toHaveLength(9);
    expect((await get({ kinds: 'call' })).body).toEqual({ items: [], nextCursor: null });
  });

  it.each([
    [{ kinds: 'gossip' }, '/kinds'],
    [{ limit: 1000 }, '/limit'],
    [{ cursor: 'x' }, '/cursor'],
    [{ cursor: encodeCursor(['2026-11-02', newId()]) }, '/cursor'],
    [{ cursor: encodeCursor(['2026-11-02T25:00:00.000000Z', newId()]) }, '/cursor'],
    [{ cursor: encodeCursor(['2026-11-02T00:00:00.000000Z', "x' or '1'='1"]) }, '/cursor'],
  ])('refuses %j by the name of the field', async (query, pointer) => {
    const answer = await get(query as Record<string, string>);
    expect(answer.status).toBe(400);
    expect(answer.body.errors.map((fault: { pointer: string }) => fault.pointer)).toEqual([pointer]);
  });

  it('has each kind from one source', () => {
    const page = async () => [];
    expect(() => test.app.get(TimelineSources).register({ kinds: ['visit'], page })).toThrow('twice');
  });
});
