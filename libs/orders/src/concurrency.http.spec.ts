import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { rows } from '@siyu/platform';
import { createTestApp, holding, type TestApp } from '@siyu/platform/testing';
import { OrdersModule } from './orders.module';
import { sampleOrder as order } from './testing/samples';

const times = (count: number) => Array.from({ length: count }, (_, index) => index);
const statuses = (answers: { status: number }[]) => answers.map(({ status }) => status).sort();

describe('many at once', () => {
  let test: TestApp;
  const writer = holding('orders.write');

  const send = (orders: unknown[]) => request(test.server).post('/api/v1/orders/batch').set(writer).send({ orders });
  const give = (externalId: string, body: object) =>
    request(test.server).post(`/api/v1/orders/shop/${externalId}/refunds`).set(writer).send(body);
  const refund = (externalId: string, amountCents: number) => ({
    externalId,
    amountCents,
    refundedAt: '2026-03-05T00:00:00Z',
  });
  const read = <Row>(sql: string, params: unknown[] = []) => rows<Row>(test.database.em, sql, params);

  /** Figures that are not those that the rows give. */
  const drifted = () =>
    read(
      `select f.customer_id from orders_figures f
       left join lateral (
         select count(*) filter (where is_purchase) as purchases, coalesce(sum(net_cents), 0) as net
         from orders_purchases_v p where p.customer_id = f.customer_id
       ) p on true
       where f.orders_count <> p.purchases or f.net_cents <> p.net`,
    );

  beforeAll(async () => {
    test = await createTestApp({ imports: [OrdersModule] });
  });
  afterAll(() => test.close());

  it('the same batch sent eight times makes each order once', async () => {
    const batch = times(60).map((n) =>
      order(`same-${n}`, { identities: [{ type: 'card_no', value: `same-${n % 7}` }] }),
    );
    const answers = await Promise.all(times(8).map(() => send(batch)));
    expect(statuses(answers)).toEqual(Array(8).fill(200));
    const sum = (field: string) => answers.reduce((total, { body }) => total + body[field], 0);
    expect([sum('created'), sum('updated'), sum('unchanged')]).toEqual([60, 0, 420]);
    expect(await read(`select from orders where external_id like 'same-%'`)).toHaveLength(60);
    expect(
      await read(
        `select from orders_items i join orders o using (customer_id, order_id) where o.external_id like 'same-%'`,
      ),
    ).toHaveLength(120);
    expect(await drifted()).toEqual([]);
  });

  it('batches that share orders and customers in opposite order do not get in each other’s way', async () => {
    const orders = times(40).map(
      (n) => (version: number) =>
        order(`cross-${n}`, { totalCents: 100 + version, identities: [{ type: 'card_no', value: `cross-${n % 5}` }] }),
    );
    const batches = times(8).map((version) => {
      const batch = orders.map((make) => make(version));
      return version % 2 === 0 ? batch : batch.reverse();
    });
    expect(statuses(await Promise.all(batches.map(send)))).toEqual(Array(8).fill(200));
    expect(statuses(await Promise.all(batches.reverse().map(send)))).toEqual(Array(8).fill(200));
    expect(await read(`select from orders where external_id like 'cross-%'`)).toHaveLength(40);
    expect(await drifted()).toEqual([]);
  });

  it('different orders of one customer all count', async () => {
    const identities = [{ type: 'card_no', value: 'busy' }];
    const answers = await Promise.all(
      times(16).map((n) => send([order(`busy-${n}`, { identities, totalCents: 100 })])),
    );
    expect(statuses(answers)).toEqual(Array(16).fill(200));
    const figures = await read(
      `select f.orders_count as count, f.net_cents as net from orders_figures f
       join orders_keys k using (customer_id) where k.external_id = 'busy-0'`,
    );
    expect(figures).toEqual([{ count: 16, net: 1600 }]);
  });

  it('orders that move to and fro are with one customer in the end', async () => {
    const owners = ['left', 'right'].map((value) => [{ type: 'card_no', value }]);
    const answers = await Promise.all(
      times(16).map((n) => send(times(5).map((k) => order(`move-${k}`, { identities: owners[(n + k) % 2] })))),
    );
    expect(statuses(answers)).toEqual(Array(16).fill(200));
    expect(await read(`select from orders where external_id like 'move-%'`)).toHaveLength(5);
    expect(
      await read(
        `select from orders_keys k join orders o on o.customer_id = k.customer_id and o.order_id = k.order_id
         where k.external_id like 'move-%'`,
      ),
    ).toHaveLength(5);
    expect(await drifted()).toEqual([]);
  });

  it('refunds never give back more than the order was worth', async () => {
    await send([order('worth', { totalCents: 100 })]);
    const answers = await Promise.all(times(8).map((n) => give('worth', refund(`R${n}`, 30))));
    expect(statuses(answers)).toEqual([201, 201, 201, 422, 422, 422, 422, 422]);
    expect(await drifted()).toEqual([]);
  });

  it('the same refund sent eight times is one refund', async () => {
    await send([order('once', { totalCents: 100 })]);
    const answers = await Promise.all(times(8).map(() => give('once', refund('R', 30))));
    expect(statuses(answers)).toEqual(Array(8).fill(201));
    expect(await read(`select refunded_cents as cents from orders where external_id = 'once'`)).toEqual([
      { cents: 30 },
    ]);
  });

  it('an order and its refund that come at the same moment find each other', async () => {
    const pairs = await Promise.all(
      times(24).flatMap((n) => {
        const [one, other] = [() => send([order(`pair-${n}`)]), () => give(`pair-${n}`, refund('R', 2000))];
        return n % 2 === 0 ? [one(), other()] : [other(), one()];
      }),
    );
    expect(pairs.filter(({ status }) => ![200, 201, 202].includes(status))).toEqual([]);
    expect(await read(`select from orders where external_id like 'pair-%' and refunded_cents = 2000`)).toHaveLength(24);
    expect(await read('select from orders_early_refunds')).toEqual([]);
    expect(await drifted()).toEqual([]);
  });
});
