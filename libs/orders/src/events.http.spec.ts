import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { rows } from '@siyu/platform';
import { createTestApp, expectToMatchApi, holding, type TestApp } from '@siyu/platform/testing';
import { OrdersModule } from './orders.module';
import { tableCounts } from './testing/table-counts';

describe('behavioural events through HTTP', () => {
  let test: TestApp;
  const writer = holding('orders.write');
  const event = (externalId: string, changes: Record<string, unknown> = {}) => ({
    source: 'web',
    externalId,
    identities: [{ type: 'openid', value: `o-${externalId}` }],
    type: 'page_view',
    occurredAt: '2026-03-01T10:00:00+08:00',
    properties: { page: '/tea', 'odd\\key\t': ['龙井'] },
    ...changes,
  });
  const post = (body: object) => request(test.server).post('/api/v1/events/batch').set(writer).send(body);
  const send = (...events: unknown[]) => post({ events });
  const stored = (externalId: string) =>
    rows<Record<string, unknown>>(
      test.database.em,
      `select e.customer_id as "customerId", e.type, e.occurred_at as "occurredAt", e.properties
       from orders_events e join orders_event_keys k on k.customer_id = e.customer_id and k.event_id = e.event_id
       where e.external_id = $1`,
      [externalId],
    );

  beforeAll(async () => {
    test = await createTestApp({ imports: [OrdersModule] });
  });
  afterAll(() => test.close());

  it('are recorded with the customer whose they are', async () => {
    const answer = await send(event('A1')).expect(200);
    expectToMatchApi(test.app, answer, 'POST /events/batch');
    expect(answer.body).toEqual({ created: 1, updated: 0, unchanged: 0, failed: [] });
    expect(await stored('A1')).toMatchObject([
      {
        type: 'page_view',
        occurredAt: new Date('2026-03-01T02:00:00Z'),
        properties: { page: '/tea', 'odd\\key\t': ['龙井'] },
      },
    ]);
  });

  it('change nothing when they come again, and are replaced when they say something else', async () => {
    await send(event('A2'));
    const before = await tableCounts(test);
    expect((await send(event('A2'))).body).toMatchObject({ created: 0, updated: 0, unchanged: 1 });
    expect((await send(event('A2', { properties: { page: '/cups' } }))).body).toMatchObject({ updated: 1 });
    expect(await stored('A2')).toMatchObject([{ properties: { page: '/cups' } }]);
    expect(await tableCounts(test)).toEqual(before);
  });

  it('move when their identities lead to another customer', async () => {
    await send(event('A3'), event('A4'));
    await send(event('A3', { identities: event('A4').identities })).expect(200);
    const [[moved], [other]] = [await stored('A3'), await stored('A4')];
    expect(moved!.customerId).toBe(other!.customerId);
  });

  it('of a batch that is sent eight times at once are recorded once', async () => {
    const events = Array.from({ length: 50 }, (_, n) =>
      event(`B${n}`, { identities: [{ type: 'openid', value: `B${n % 4}` }] }),
    );
    const answers = await Promise.all(Array.from({ length: 8 }, () => send(...events)));
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200));
    expect(answers.reduce((sum, { body }) => sum + body.created, 0)).toBe(50);
    expect(await rows(test.database.em, `select from orders_events where external_id like 'B%'`)).toHaveLength(50);
  });

  it.each<[string, string, Record<string, unknown>]>([
    ['request.invalid', '/type', { type: 'page view' }],
    ['request.invalid', '/type', { type: 5 }],
    ['request.invalid', '/occurredAt', { occurredAt: '2026-03-01' }],
    ['orders.time-implausible', '/occurredAt', { occurredAt: '2198-03-01T00:00:00Z' }],
    ['request.invalid', '/properties', { properties: [] }],
    ['request.invalid', '/properties', { properties: { text: 'x'.repeat(20_000) } }],
    ['request.invalid', '/amount', { amount: 5 }],
    ['orders.identity-missing', '/identities', { identities: [] }],
    ['customers.identity-invalid', '/identities/0/value', { identities: [{ type: 'email', value: 'nobody' }] }],
  ])('fail one by one with %s at %s', async (code, pointer, changes) => {
    const before = await tableCounts(test);
    const answer = await send(event('bad', changes), event(`good${before.events}`)).expect(200);
    expect(answer.body).toMatchObject({
      created: 1,
      failed: [{ index: 0, code, errors: [{ pointer: `/events/0${pointer}` }] }],
    });
    const after = await tableCounts(test);
    expect(after).toEqual({ ...before, events: before.events! + 1, eventKeys: before.eventKeys! + 1 });
  });

  it('are refused together when the envelope is wrong', async () => {
    const before = await tableCounts(test);
    for (const body of [
      {},
      { events: 'all' },
      { events: [], more: 1 },
      { events: Array.from({ length: 1001 }, (_, n) => event(`${n}`)) },
    ]) {
      expect((await post(body)).body).toMatchObject({ status: 400, code: 'request.invalid' });
    }
    const large = { events: [event('large', { properties: { text: 'x'.repeat(10 * 1024 * 1024) } })] };
    expect((await post(large)).body).toMatchObject({ status: 413, code: 'request.too-large' });
    expect(await tableCounts(test)).toEqual(before);
  });
});
