import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { rows } from '@siyu/platform';
import { createTestApp, type TestApp } from '@siyu/platform/testing';
import { CustomersModule } from './customers.module';
import { CustomerResolver } from './customers.resolver';
import type { Identity } from './domain/identities';
import type { ResolveRequest } from './domain/resolution';

const phone = (number: number): Identity => ({ type: 'phone', value: `+86138${String(number).padStart(8, '0')}` });
const card = (number: number): Identity => ({ type: 'card_no', value: `C${number}` });
const by = (...identities: Identity[]): ResolveRequest => ({ identities, source: 'shop' });

describe('resolving identities', () => {
  let test: TestApp;
  let resolver: CustomerResolver;
  const all = <Row>(sql: string) => rows<Row>(test.database.em, sql);
  const names = async () =>
    (await all<{ name: string }>('select display_name as name from customers order by 1')).map(({ name }) => name);

  /** What must hold whatever was resolved: each key has its identity, each identity its key, each customer at least one. */
  const expectConsistent = async () => {
    const broken = await all(`
      select k.type, k.value from customers_identity_keys k full join customers_identities i using (customer_id, type, value)
      where k.customer_id is null or i.customer_id is null or i.source is null
      union all select 'nobody', c.customer_id::text from customers c
      where not exists (select from customers_identities i where i.customer_id = c.customer_id)
      union all select 'nameless identity', i.customer_id::text from customers_identities i
      where not exists (select from customers c where c.customer_id = i.customer_id)`);
    expect(broken).toEqual([]);
  };

  beforeAll(async () => {
    test = await createTestApp({ imports: [CustomersModule] });
    resolver = test.app.get(CustomerResolver);
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    await all('delete from customers_identity_keys');
    await all('delete from customers_identities');
    await all('delete from customers_name_parts');
    await all('delete from customers');
  });

  it('makes a customer once and finds her from then on', async () => {
    const [first] = await resolver.resolve([by(phone(1))]);
    const [again] = await resolver.resolve([by(phone(1), card(1))]);
    const [byCard] = await resolver.resolve([by(card(1))]);
    expect(first!.created).toBe(true);
    expect(again).toEqual({ customerId: first!.customerId, created: false });
    expect(byCard).toEqual(again);
    await expectConsistent();
  });

  it('tells whose identities are without making anybody', async () => {
    const [known] = await resolver.resolve([by(phone(1))]);
    expect(await resolver.find([by(card(1), phone(1)), by(card(1)), by(card(2)), by(card(2))])).toEqual([
      known!.customerId,
      known!.customerId,
      null,
      null,
    ]);
    expect(await resolver.find([])).toEqual([]);
    expect(await all('select from customers')).toHaveLength(1);
    await expectConsistent();
  });

  it('answers nothing for nothing, and refuses a request without identities before writing', async () => {
    expect(await resolver.resolve([])).toEqual([]);
    await expect(resolver.resolve([by(phone(1)), by()])).rejects.toMatchObject({ code: 'customers.identity-missing' });
    expect(await names()).toEqual([]);
  });

  it('makes 1,000 customers in one call, each to be found by her name', async () => {
    const answers = await resolver.resolve(
      Array.from({ length: 1000 }, (_, n) => ({ ...by(phone(n), card(n)), displayName: `客户${n}` })),
    );
    expect(new Set(answers.map(({ customerId }) => customerId)).size).toBe(1000);
    expect(await all(`select from customers_name_parts where part = '客户'`)).toHaveLength(1000);
    await expectConsistent();
  });

  it('lets the most trusted identity decide and takes nothing from the others', async () => {
    const [byPhone, byCard] = await resolver.resolve([by(phone(1)), by(card(1))]);
    const [answer] = await resolver.resolve([by(card(1), phone(1))]);
    expect(answer!.customerId).toBe(byPhone!.customerId);
    expect((await resolver.resolve([by(card(1))]))[0]!.customerId).toBe(byCard!.customerId);
  });

  it('names a customer who had no name, and keeps a name that is there', async () => {
    await resolver.resolve([by(phone(1))]);
    await resolver.resolve([{ ...by(phone(1)), displayName: '  王 \t小明\0 ' }]);
    await resolver.resolve([{ ...by(phone(1), card(1)), displayName: '张三' }]);
    expect(await names()).toEqual(['王 小明']);
    const parts = await all<{ part: string }>('select part from customers_name_parts order by 1');
    expect(parts.map(({ part }) => part)).toEqual(['小', '小明', '王']);
  });

  it('dates a customer of imported history by what was seen first, never in the future', async () => {
    const [old, future] = await resolver.resolve([
      { ...by(phone(1)), at: new Date('2010-12-01T08:26:00Z') },
      { ...by(phone(2)), at: new Date('2190-01-01T00:00:00Z') },
    ]);
    const dates = await all<{ id: string; at: Date }>(
      'select customer_id as id, created_at as at from customers order by 1',
    );
    expect(dates.map(({ id }) => id)).toEqual([old!.customerId, future!.customerId]);
    expect(dates[0]!.at).toEqual(new Date('2010-12-01T08:26:00Z'));
    expect(dates[1]!.at.getTime()).toBeLessThanOrEqual(Date.now());
  });

  it('makes one customer of 20 simultaneous calls with overlapping identities', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) => resolver.resolve([{ ...by(phone(1), card(n)), displayName: '王小明' }])),
    );
    expect(new Set(answers.map(([answer]) => answer!.customerId)).size).toBe(1);
    expect(answers.filter(([answer]) => answer!.created)).toHaveLength(1);
    expect(await names()).toEqual(['王小明']);
    expect(await all('select from customers_identity_keys')).toHaveLength(21);
    await expectConsistent();
  });

  it('keeps simultaneous batches in opposite order apart without losing one', async () => {
    const numbers = Array.from({ length: 100 }, (_, n) => n);
    const batches = await Promise.all(
      Array.from({ length: 8 }, (_, turn) =>
        resolver.resolve((turn % 2 ? numbers : [...numbers].reverse()).map((n) => by(phone(n), card(turn * 1000 + n)))),
      ),
    );
    const [forward] = [batches[1]!.map(({ customerId }) => customerId)];
    batches.forEach((batch, turn) => {
      const ids = batch.map(({ customerId }) => customerId);
      expect(turn % 2 ? ids : ids.reverse()).toEqual(forward);
    });
    expect(await names()).toHaveLength(100);
    expect(batches.flat().filter(({ created }) => created)).toHaveLength(100);
    await expectConsistent();
  });
});
