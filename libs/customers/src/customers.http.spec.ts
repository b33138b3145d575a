import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { newId } from '@siyu/kernel';
import { rows } from '@siyu/platform';
import { createTestApp, expectToMatchApi, holding, type TestApp } from '@siyu/platform/testing';
import { CustomersModule } from './customers.module';

const reader = holding('customers.read');
const writer = holding('customers.read', 'customers.write');
const NOW = new Date('2026-11-22T10:00:00Z');

describe('customers', () => {
  let test: TestApp;
  let number = 0;
  const phone = () => `138${String((number += 1)).padStart(8, '0')}`;
  const call = (method: 'get' | 'post' | 'patch' | 'delete', path: string, who = writer) =>
    request(test.server)[method](`/api/v1/customers${path}`).set(who);
  const create = async (fields: object = {}) => {
    const body = { displayName: '王小明', identities: [{ type: 'phone', value: phone() }], ...fields };
    return (await call('post', '').send(body).expect(201)).body;
  };
  const recorded = (id: string) =>
    rows<{ action: string; before: unknown; after: unknown }>(
      test.database.em,
      `select action, before, after from platform_audit_entries where subject = 'customer' and subject_id = $1 order by entry_id`,
      [id],
    );
  const count = async () =>
    (await rows<{ n: number }>(test.database.em, 'select count(*)::int as n from customers'))[0]!.n;

  beforeAll(async () => {
    test = await createTestApp({ imports: [CustomersModule], clock: { now: () => NOW } });
  });
  afterAll(() => test.close());

  it('are made with their identities in one spelling, shown covered', async () => {
    const made = await call('post', '').send({
      displayName: ' 李 梅 ',
      identities: [
        { type: 'phone', value: '139 0013-9000' },
        { type: 'phone', value: '+8613900139000' },
        { type: 'email', value: 'Li.Mei@Example.com' },
        { type: 'member_no', value: 'M1' },
      ],
      attributes: { city: '上海', size: null },
      gender: 'female',
      birthday: '1990-05-01',
      source: 'shop',
    });
    expect(made.status).toBe(201);
    expectToMatchApi(test.app, made, 'POST /customers');
    expect(made.body).toMatchObject({
      displayName: '李 梅',
      gender: 'female',
      birthday: '1990-05-01',
      attributes: { city: '上海' },
      source: 'shop',
      createdAt: NOW.toISOString(),
    });
    expect(made.body.identities).toEqual([
      { type: 'email', value: 'l***@example.com', masked: true, source: 'shop', createdAt: NOW.toISOString() },
      { type: 'member_no', value: 'M1', masked: false, source: 'shop', createdAt: NOW.toISOString() },
      { type: 'phone', value: '139****9000', masked: true, source: 'shop', createdAt: NOW.toISOString() },
    ]);
    const read = await call('get', `/${made.body.id}`, reader).expect(200);
    expect(read.body).toEqual(made.body);
    expectToMatchApi(test.app, read, 'GET /customers/{id}');
  });

  it('are made once for a repeated request with the same key', async () => {
    const body = { displayName: '一次', identities: [{ type: 'phone', value: phone() }] };
    const first = await call('post', '').set('idempotency-key', 'once').send(body).expect(201);
    const again = await call('post', '').set('idempotency-key', 'once').send(body).expect(201);
    expect(again.body).toEqual(first.body);
  });

  it('are refused when another customer has an identity, and nothing is written', async () => {
    const value = phone();
    const owner = await create({ identities: [{ type: 'phone', value }] });
    const before = await count();
    const identities = [
      { type: 'card_no', value: 'FREE' },
      { type: 'phone', value: `+86${value}` },
    ];
    const refused = await call('post', '').send({ displayName: '别人', identities });
    expect(refused.body).toMatchObject({
      status: 409,
      code: 'customers.identity-taken',
      extra: { customerId: owner.id, type: 'phone' },
    });
    expect(await count()).toBe(before);
    await call('post', '')
      .send({ displayName: '别人', identities: identities.slice(0, 1) })
      .expect(201);
  });

  it('are one customer when 10 requests with the same phone come at once', async () => {
    const body = { displayName: '同时', identities: [{ type: 'phone', value: phone() }] };
    const answers = await Promise.all(Array.from({ length: 10 }, () => call('post', '').send(body)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array<number>(9).fill(409)]);
  });

  it.each([
    [{ displayName: 5 }, '/displayName'],
    [{ displayName: '' }, '/displayName'],
    [{ displayName: '\u200b\u0001'.replace('\u200b', '') }, '/displayName'],
    [{ displayName: 'x'.repeat(201) }, '/displayName'],
    [{ displayName: 'a\0b' }, '/displayName'],
    [{ identities: [] }, '/identities'],
    [{ identities: undefined }, '/identities'],
    [{ identities: [{ type: 'phone' }] }, '/identities/0/value'],
    [{ identities: [{ type: 'phone', value: '12345' }] }, '/identities/0/value'],
    [
      {
        identities: [
          { type: 'member_no', value: 'x' },
          { type: 'email', value: 'x' },
        ],
      },
      '/identities/1/value',
    ],
    [{ identities: [{ type: 'Phone!', value: '1' }] }, '/identities/0/type'],
    [{ identities: Array.from({ length: 51 }, (_, n) => ({ type: 'card_no', value: `x${n}` })) }, '/identities'],
    [{ attributes: [] }, '/attributes'],
    [{ attributes: { '': 1 } }, '/attributes'],
    [{ gender: 'robot' }, '/gender'],
    [{ birthday: '1990-02-30' }, '/birthday'],
    [{ birthday: '2026-11-23' }, '/birthday'],
    [{ birthday: '1850-01-01' }, '/birthday'],
    [{ colour: 'red' }, '/colour'],
  ])('are refused with a bad field %j, by its name', async (fields, pointer) => {
    const before = await count();
    const body = { displayName: '坏', identities: [{ type: 'phone', value: phone() }], ...fields };
    const refused = await call('post', '').send(body);
    expect(refused.status).toBe(400);
    expect(refused.body.errors.map((fault: { pointer: string }) => fault.pointer)).toEqual([pointer]);
    expect(await count()).toBe(before);
  });

  it('change field by field, and the change goes on record', async () => {
    const { id } = await create({ attributes: { city: '上海', size: 'M' }, gender: 'male', birthday: '1990-05-01' });
    const changed = await call('patch', `/${id}`).send({
      displayName: '王大明',
      birthday: null,
      attributes: { city: '杭州', size: null },
    });
    expectToMatchApi(test.app, changed, 'PATCH /customers/{id}');
    expect(changed.body).toMatchObject({
      displayName: '王大明',
      gender: 'male',
      birthday: null,
      attributes: { city: '杭州' },
    });
    expect((await recorded(id)).at(-1)).toEqual({
      action: 'customers.update',
      before: { displayName: '王小明', birthday: '1990-05-01', attributes: { city: '上海', size: 'M' } },
      after: { displayName: '王大明', birthday: null, attributes: { city: '杭州' } },
    });
    expect((await call('get', '?q=大明')).body.items.map((item: { id: string }) => item.id)).toContain(id);
    expect((await call('get', '?q=小明')).body.items.map((item: { id: string }) => item.id)).not.toContain(id);
  });

  it('leave no record when nothing changes', async () => {
    const { id } = await create();
    await call('patch', `/${id}`).send({}).expect(200);
    await call('patch', `/${id}`).send({ displayName: '王小明', attributes: {} }).expect(200);
    expect((await recorded(id)).map(({ action }) => action)).toEqual(['customers.create']);
  });

  it('lose no attribute when two changes come at once', async () => {
    const { id } = await create();
    const changes = Array.from({ length: 8 }, (_, n) => call('patch', `/${id}`).send({ attributes: { [`k${n}`]: n } }));
    await Promise.all(changes);
    expect(Object.keys((await call('get', `/${id}`)).body.attributes)).toHaveLength(8);
  });

  it('get another identity, which nobody else may have', async () => {
    const [one, other] = [await create(), await create()];
    const added = await call('post', `/${one.id}/identities`).send({ type: 'email', value: 'One@example.com' });
    expect(added.status).toBe(201);
    expectToMatchApi(test.app, added, 'POST /customers/{id}/identities');
    expect(added.body.identities).toContainEqual(expect.objectContaining({ type: 'email', value: 'o***@example.com' }));
    await call('post', `/${one.id}/identities`).send({ type: 'email', value: 'one@example.com' }).expect(201);
    const refused = await call('post', `/${other.id}/identities`).send({ type: 'email', value: 'one@example.com' });
    expect(refused.body).toMatchObject({
      code: 'customers.identity-taken',
      extra: { customerId: one.id, type: 'email' },
    });
    expect((await recorded(one.id)).filter(({ action }) => action === 'customers.attach-identity')).toHaveLength(1);
  });

  it('give an identity up, named in full or as it is shown, but not the last one', async () => {
    const value = phone();
    const { id } = await create({
      identities: [
        { type: 'phone', value },
        { type: 'email', value: 'gone@example.com' },
      ],
    });
    const removed = await call('delete', `/${id}/identities/email/${encodeURIComponent('g***@example.com')}`);
    expect(removed.status).toBe(200);
    expectToMatchApi(test.app, removed, 'DELETE /customers/{id}/identities/{type}/{value}');
    expect(removed.body.identities.map(({ type }: { type: string }) => type)).toEqual(['phone']);
    const last = await call('delete', `/${id}/identities/phone/${encodeURIComponent(`+86${value}`)}`);
    expect(last.body).toMatchObject({ status: 422, code: 'customers.last-identity' });
    const missing = await call('delete', `/${id}/identities/phone/13999999999`);
    expect(missing.body).toMatchObject({ status: 404, code: 'customers.identity-not-found' });
    await create({ identities: [{ type: 'email', value: 'gone@example.com' }] });
  });

  it('name an identity in full when two look the same', async () => {
    const identities = [
      { type: 'email', value: 'anna@example.com' },
      { type: 'email', value: 'andy@example.com' },
    ];
    const { id } = await create({ identities });
    const unclear = await call('delete', `/${id}/identities/email/${encodeURIComponent('a***@example.com')}`);
    expect(unclear.body).toMatchObject({ status: 409, code: 'customers.identity-ambiguous' });
    await call('delete', `/${id}/identities/email/${encodeURIComponent('Andy@example.com')}`).expect(200);
  });

  it('are shown uncovered to who may, and the look goes on record', async () => {
    const value = phone();
    const { id } = await create({ identities: [{ type: 'phone', value }] });
    const seen = await call('post', `/${id}/identities/reveal`, holding('customers.reveal'));
    expect(seen.status).toBe(200);
    expectToMatchApi(test.app, seen, 'POST /customers/{id}/identities/reveal');
    expect(seen.body).toEqual({ identities: [{ type: 'phone', value: `+86${value}` }] });
    expect((await recorded(id)).at(-1)).toEqual({
      action: 'customers.reveal',
      before: null,
      after: { types: ['phone'] },
    });
    const everything = JSON.stringify(await recorded(id));
    expect(everything).not.toContain(value);
  });

  it('ask for the permission that each act needs', async () => {
    const { id } = await create();
    const body = { displayName: '谁', identities: [{ type: 'phone', value: phone() }] };
    const attempts = [
      [call('post', '', reader).send(body), 'customers.write'],
      [call('patch', `/${id}`, reader).send({}), 'customers.write'],
      [call('post', `/${id}/identities`, reader).send({ type: 'card_no', value: '1' }), 'customers.write'],
      [call('delete', `/${id}/identities/phone/1`, reader), 'customers.write'],
      [call('post', `/${id}/identities/reveal`, writer), 'customers.reveal'],
      [call('get', `/${id}`, holding('orders.read')), 'customers.read'],
      [call('get', '', holding('orders.read')), 'customers.read'],
      [call('get', '/fields', holding('orders.read')), 'customers.read'],
      [call('get', `/${id}/timeline`, holding('orders.read')), 'customers.read'],
    ] as const;
    for (const [attempt, permission] of attempts) {
      expect((await attempt).body).toMatchObject({ status: 403, code: 'auth.forbidden', extra: { permission } });
    }
  });

  it('are not found under an id that is none of theirs', async () => {
    for (const path of [`/${newId()}`, `/${newId()}/timeline`]) {
      expect((await call('get', path)).body).toMatchObject({ status: 404, code: 'customers.not-found' });
    }
    expect((await call('patch', `/${newId()}`).send({})).body.code).toBe('customers.not-found');
    expect((await call('post', `/${newId()}/identities`).send({ type: 'card_no', value: '9' })).body.code).toBe(
      'customers.not-found',
    );
    expect((await call('post', `/${newId()}/identities/reveal`, holding('customers.reveal'))).body.code).toBe(
      'customers.not-found',
    );
    expect((await call('get', '/1;drop table customers')).body).toMatchObject({ status: 400, code: 'request.invalid' });
  });
});
