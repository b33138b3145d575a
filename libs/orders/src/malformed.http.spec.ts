import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { createTestApp, expectToMatchApi, holding, type TestApp } from '@siyu/platform/testing';
import { OrdersModule } from './orders.module';
import { sampleOrder as order } from './testing/samples';
import { tableCounts } from './testing/table-counts';

describe('a malformed batch of orders', () => {
  let test: TestApp;
  const post = (body: string | object, headers: Record<string, string> = {}) =>
    request(test.server)
      .post('/api/v1/orders/batch')
      .set(holding('orders.write'))
      .set({ 'content-type': 'application/json', ...headers })
      .send(body);
  const item = (changes: object) => ({ items: [{ sku: 'A', quantity: 1, unitPriceCents: 1, ...changes }] });

  beforeAll(async () => {
    test = await createTestApp({ imports: [OrdersModule] });
  });
  afterAll(() => test.close());

  it.each<[string, string | object, number, string]>([
    ['has no list', {}, 400, 'request.invalid'],
    ['has something else than a list', { orders: { 0: order('X') } }, 400, 'request.invalid'],
    ['has null for a list', { orders: null }, 400, 'request.invalid'],
    ['has a field that is not known', { orders: [order('X')], mode: 'fast' }, 400, 'request.invalid'],
    ['has 1,001 orders', { orders: Array.from({ length: 1001 }, (_, n) => order(`X${n}`)) }, 400, 'request.invalid'],
    ['is a list itself', [order('X')], 400, 'request.invalid'],
    ['is no JSON', '{"orders": [', 400, 'request.malformed'],
    ['has 10 MB', { orders: [order('X', { channel: 'x'.repeat(10 * 1024 * 1024) })] }, 413, 'request.too-large'],
    ['means mischief', '{"orders": [], "__proto__": {"admin": true}}', 400, 'request.malformed'],
  ])('that %s is refused as a whole', async (_, body, status, code) => {
    const before = await tableCounts(test);
    const answer = await post(body);
    expect(answer.body).toMatchObject({ status, code });
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(await tableCounts(test)).toEqual(before);
  });

  it.each<[string, string, Record<string, unknown>]>([
    ['request.invalid', '/source', { source: 7 }],
    ['request.invalid', '/source', { source: 'x'.repeat(61) }],
    ['request.invalid', '/externalId', { externalId: undefined }],
    ['request.invalid', '/externalId', { externalId: 'x'.repeat(121) }],
    ['request.invalid', '/externalId', { externalId: 'a\0b' }],
    ['request.invalid', '/channel', { channel: '\ud800' }],
    ['request.invalid', '/placedAt', { placedAt: '2026-02-30T00:00:00Z' }],
    ['request.invalid', '/placedAt', { placedAt: '2026-03-01' }],
    ['request.invalid', '/placedAt', { placedAt: 1_772_330_400 }],
    ['request.invalid', '/paidAt', { paidAt: 'yesterday' }],
    ['orders.time-implausible', '/placedAt', { placedAt: '2199-01-01T00:00:00Z' }],
    ['orders.time-implausible', '/paidAt', { paidAt: '1970-01-01T00:00:00Z' }],
    ['request.invalid', '/status', { status: 'lost' }],
    ['request.invalid', '/kind', { kind: 'gift' }],
    ['request.invalid', '/currency', { currency: 'RENMINBI' }],
    ['orders.currency-unknown', '/currency', { currency: 'QQQ' }],
    ['request.invalid', '/totalCents', { totalCents: -1 }],
    ['request.invalid', '/totalCents', { totalCents: '12000' }],
    ['request.invalid', '/totalCents', { totalCents: 0.5 }],
    ['request.invalid', '/totalCents', { totalCents: 1e14 }],
    ['request.invalid', '/totalCents', { totalCents: 9_007_199_254_740_993 }],
    ['request.invalid', '/items', { items: {} }],
    ['request.invalid', '/items/0', { items: ['A'] }],
    ['request.invalid', '/items/0', { items: [null] }],
    ['request.invalid', '/items/0/sku', item({ sku: '' })],
    ['request.invalid', '/items/0/name', item({ name: 'x'.repeat(301) })],
    ['request.invalid', '/items/0/quantity', item({ quantity: 1.5 })],
    ['request.invalid', '/items/0/quantity', item({ quantity: -1 })],
    ['request.invalid', '/items/0/unitPriceCents', item({ unitPriceCents: -1 })],
    ['request.invalid', '/items/0/colour', item({ colour: 'red' })],
    ['request.invalid', '/discount', { discount: 5 }],
    ['request.invalid', '/utm', { utm: 'wechat' }],
    ['request.invalid', '/utm', { utm: { text: 'x'.repeat(5000) } }],
    ['request.invalid', '/utm', { utm: { text: 'a\0b' } }],
    ['orders.field-invalid', '/utm', { utm: JSON.parse(`${'{"a":'.repeat(30)}1${'}'.repeat(30)}`) }],
    ['request.invalid', '/identities', { identities: undefined }],
    ['orders.identity-missing', '/identities', { identities: [] }],
    ['request.invalid', '/identities/0/value', { identities: [{ type: 'phone', value: 13800138000 }] }],
    ['customers.identity-invalid', '/identities/0/value', { identities: [{ type: 'phone', value: '12' }] }],
    [
      'customers.identity-invalid',
      '/identities/1/type',
      {
        identities: [
          { type: 'card_no', value: '1' },
          { type: 'Ä', value: '1' },
        ],
      },
    ],
    ['customers.identity-invalid', '/identities/0/value', { identities: [{ type: 'card_no', value: 'a\nb' }] }],
  ])('fails an entry with %s at %s and records the others', async (code, pointer, changes) => {
    const before = await tableCounts(test);
    const [bad, twin] = [`bad-${before.orders}`, `good-${before.orders}`];
    const answer = await post({ orders: [order(twin), order(bad, changes)] });
    expectToMatchApi(test.app, answer, 'POST /orders/batch');
    expect(answer.body).toMatchObject({ created: 1, updated: 0, unchanged: 0, failed: [{ index: 1, code }] });
    expect(answer.body.failed[0].errors[0].pointer).toBe(`/orders/1${pointer}`);
    const after = await tableCounts(test);
    expect({ ...after, items: 0 }).toEqual({
      ...before,
      items: 0,
      orders: before.orders! + 1,
      keys: before.keys! + 1,
      figures: before.figures! + 1,
      computed: before.computed! + 1,
    });
  });

  it('fails entries that are no objects', async () => {
    const before = await tableCounts(test);
    const answer = await post({ orders: [null, 'order', 7, [], [order('X')]] }).expect(200);
    expect(answer.body).toMatchObject({ created: 0, updated: 0, unchanged: 0 });
    expect(answer.body.failed.map(({ index, code }: { index: number; code: string }) => [index, code])).toEqual(
      [0, 1, 2, 3, 4].map((index) => [index, 'request.invalid']),
    );
    expect(await tableCounts(test)).toEqual(before);
  });

  it('takes a number beyond all bounds for what it is', async () => {
    const text = JSON.stringify({ orders: [order('huge')] }).replace('"totalCents":12000', '"totalCents":1e999');
    expect((await post(text)).body.failed).toMatchObject([{ index: 0, code: 'request.invalid' }]);
  });

  it('refuses nesting that would exhaust a stack', async () => {
    const deep = `{"orders":[{"utm":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}}]}`;
    expect((await post(deep, { 'idempotency-key': 'deep' })).body).toMatchObject({
      status: 400,
      code: 'request.too-deep',
    });
  });
});
