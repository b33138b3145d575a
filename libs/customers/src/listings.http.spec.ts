import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import request from 'supertest';
import { encodeCursor, newId } from '@siyu/kernel';
import { affected } from '@siyu/platform';
import { createTestApp, expectToMatchApi, holding, type TestApp } from '@siyu/platform/testing';
import { CustomersModule } from './customers.module';
import { CustomerResolver } from './customers.resolver';
import { normaliseIdentity } from './domain/identities';
import { CustomerFacets } from './facets.registry';

const reader = holding('customers.read');

interface Item {
  id: string;
  displayName: string;
  facets: Record<string, Record<string, unknown> | null>;
}

describe('the list of customers', () => {
  let test: TestApp;
  /** Ids by name, in the order of their making. */
  const ids = new Map<string, string>();

  const get = (query: Record<string, string | string[] | number>) =>
    request(test.server).get('/api/v1/customers').query(query).set(reader);
  const names = async (query: Record<string, string | string[] | number>): Promise<string[]> => {
    const answer = await get(query);
    if (answer.status !== 200) throw new Error(answer.text);
    return answer.body.items.map((item: Item) => item.displayName);
  };
  /** Every page of the list; `between` runs after each. */
  const walk = async (query: Record<string, string | string[] | number>, between?: () => Promise<unknown>) => {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const answer = await get({ ...query, ...(cursor ? { cursor } : {}) });
      expect(answer.status).toBe(200);
      seen.push(...answer.body.items.map((item: Item) => item.displayName));
      cursor = answer.body.nextCursor;
      await between?.();
    } while (cursor);
    return seen;
  };
  const add = async (displayName: string, ...identities: [type: string, value: string][]) => {
    const [answer] = await test.app.get(CustomerResolver).resolve([
      {
        displayName,
        source: 'shop',
        identities: identities.map(([type, value]) => normaliseIdentity({ type, value })),
      },
    ]);
    ids.set(displayName, answer!.customerId);
    return answer!.customerId;
  };

  beforeAll(async () => {
    test = await createTestApp({ imports: [CustomersModule] });
    await add('王小明', ['phone', '13800138000'], ['member_no', 'M00012A']);
    await add('王明小', ['phone', '13900008000']);
    await add('李小明', ['email', 'xiaoming.li@example.com']);
    await add('张伟', ['card_no', '8000']);
    await add('Zhang Wei', ['online_retail_id', '17850']);
    await add('上官小明月', ['phone', '+44 20 7946 0958']);
    const em = test.database.em;
    await affected(
      em,
      'create table shop_figures (customer_id uuid, spent bigint, ratio float8, seen_at timestamptz, tier text)',
    );
    await affected(em, 'create view shop_figures_v as select * from shop_figures');
    const figures: [string, number, number, string, string][] = [
      ['王小明', 300, 0.1, '2026-01-01T00:00:00.000001Z', 'gold'],
      ['李小明', 100, 0.30000000000000004, '2026-01-01T00:00:00.000002Z', 'silver'],
      ['张伟', 300, 1 / 3, '2026-01-01T00:00:00.000003Z', 'gold'],
    ];
    for (const [name, ...values] of figures) {
      await affected(em, 'insert into shop_figures values ($1, $2, $3, $4, $5)', [ids.get(name), ...values]);
    }
    test.app.get(CustomerFacets).register({
      name: 'order',
      view: 'shop_figures_v',
      fields: {
        spent: { column: 'spent', type: 'number' },
        ratio: { column: 'ratio', type: 'number' },
        seenAt: { column: 'seen_at', type: 'instant' },
        tier: { column: 'tier', type: 'choice', options: async () => ['gold', 'silver'] },
      },
    });
  });
  afterAll(() => test.close());

  const everybody = ['上官小明月', 'Zhang Wei', '张伟', '李小明', '王明小', '王小明'];

  it('shows the newest first, with covered identities', async () => {
    const answer = await get({});
    expectToMatchApi(test.app, answer, 'GET /customers');
    expect(answer.body.items.map((item: Item) => item.displayName)).toEqual(everybody);
    expect(answer.body.items.at(-1).identities).toEqual([
      { type: 'member_no', value: 'M00012A', masked: false },
      { type: 'phone', value: '138****8000', masked: true },
    ]);
  });

  it.each([
    ['two letters of a name', '小明', ['上官小明月', '李小明', '王小明']],
    ['the family name', '王', ['王明小', '王小明']],
    ['a whole name, not its parts elsewhere', '王小明', ['王小明']],
    ['the middle of a longer name', '官小明', ['上官小明月']],
    ['two parts that are not neighbours', '小月', []],
    ['a Latin name in any case', 'zhang w', ['Zhang Wei']],
    ['a word of a Latin name', 'WEI', ['Zhang Wei']],
    ['a phone', '13800138000', ['王小明']],
    ['a phone in another spelling', '+86 138-0013-8000', ['王小明']],
    ['a foreign phone', '+44 20 7946 0958', ['上官小明月']],
    ['the last four digits, or a whole card number', '8000', ['张伟', '王明小', '王小明']],
    ['an e-mail address', 'XiaoMing.Li@example.com', ['李小明']],
    ['what stands before the @', 'xiaoming.li', ['李小明']],
    ['a member number in another case', 'm00012a', ['王小明']],
    ['a shop’s own number', '17850', ['Zhang Wei']],
    ['nobody', '赵六', []],
    ['a pattern, taken literally', '%明', []],
    ['SQL, taken literally', "' or 1=1 --", []],
    ['full-width space around', '\u3000张伟\u3000', ['张伟']],
  ])('finds %s', async (_, q, found) => {
    expect(await names({ q })).toEqual(found);
    expect(await walk({ q, limit: 1 })).toEqual(found);
    expect((await names({ q, sort: 'createdAt' })).sort()).toEqual([...found].sort());
  });

  it('finds everybody when the search is empty', async () => {
    expect(await names({ q: '  ' })).toEqual(everybody);
  });

  it('shows the facets that are asked for, and null where they know nothing', async () => {
    const { items } = (await get({ facets: 'order', q: '小明' })).body as { items: Item[] };
    expect(items.map(({ facets }) => facets.order)).toEqual([
      null,
      { spent: 100, ratio: 0.30000000000000004, seenAt: '2026-01-01T00:00:00.000Z', tier: 'silver' },
      { spent: 300, ratio: 0.1, seenAt: '2026-01-01T00:00:00.000Z', tier: 'gold' },
    ]);
    expect((await get({ facets: 'nothing' })).body).toMatchObject({ status: 400, code: 'customers.facet-unknown' });
  });

  it.each([
    [['order.spent:gte:300'], ['张伟', '王小明']],
    [['order.spent:lt:300.5'], ['张伟', '李小明', '王小明']],
    [['order.spent:gt:100', 'order.tier:eq:gold', 'order.seenAt:lt:2026-01-01T00:00:00.000Z'], []],
    [['order.tier:in:silver,gold', 'order.spent:eq:100'], ['李小明']],
    [['order.ratio:gt:0.3'], ['张伟', '李小明']],
    [
      ['order.spent:empty:true', 'gender:empty:true'],
      ['上官小明月', 'Zhang Wei', '王明小'],
    ],
    [['order.tier:empty:false'], ['张伟', '李小明', '王小明']],
    [['source:eq:shop'], everybody],
    [['source:eq:a\u2019 or \u20191\u2019=\u20191'], []],
    [['createdAt:gte:2100-01-01'], []],
  ])('keeps those who meet %j', async (filter, found) => {
    expect(await names({ filter })).toEqual(found);
    expect(await walk({ filter, limit: 1 })).toEqual(found);
  });

  it('searches among those who meet a condition', async () => {
    expect(await names({ q: '小明', filter: 'order.spent:gte:200' })).toEqual(['王小明']);
    expect(await names({ q: '8000', filter: 'order.spent:gte:200', sort: 'order.spent' })).toEqual(['王小明', '张伟']);
  });

  it.each([
    ['-order.spent', ['张伟', '王小明', '李小明', '上官小明月', 'Zhang Wei', '王明小']],
    ['order.spent', ['李小明', '王小明', '张伟', '上官小明月', 'Zhang Wei', '王明小']],
    ['-order.ratio', ['张伟', '李小明', '王小明', '上官小明月', 'Zhang Wei', '王明小']],
    ['order.seenAt', ['王小明', '李小明', '张伟', '上官小明月', 'Zhang Wei', '王明小']],
    ['-createdAt', everybody],
  ])('is ordered by %s, those without a value last, whatever the page', async (sort, order) => {
    for (const limit of [1, 4, 50]) expect(await walk({ sort, limit })).toEqual(order);
  });

  it('repeats and skips nobody while customers are added', async () => {
    let added = 0;
    const seen = await walk({ limit: 2 }, () => add(`新客${(added += 1)}`, ['card_no', `N${added}`]));
    expect(seen).toEqual(everybody);
    expect(added).toBeGreaterThan(2);
  });

  it.each([
    [{ limit: 0 }, '/limit'],
    [{ limit: 'x' }, '/limit'],
    [{ q: 'x'.repeat(101) }, '/q'],
    [{ q: 'a\0' }, '/q'],
    [{ q: ['a', 'b'] }, '/q'],
    [{ filter: 'order.spent' }, '/filter/0'],
    [{ filter: ['order.spent:eq:1', 'order.secret:eq:1'] }, '/filter/1'],
    [{ filter: 'customer_id:eq:1' }, '/filter/0'],
    [{ filter: 'order.spent:eq:1; drop table customers' }, '/filter/0'],
    [{ filter: 'order.tier:eq:a\0b' }, '/filter/0'],
    [{ filter: Array.from({ length: 21 }, () => 'source:eq:a') }, '/filter'],
    [{ sort: 'order.tier' }, '/sort'],
    [{ sort: 'display_name; drop table customers' }, '/sort'],
    [{ facets: 'order; drop table customers' }, '/facets'],
    [{ cursor: 'x' }, '/cursor'],
    [{ cursor: encodeCursor([null, null, 'x']) }, '/cursor'],
    [{ cursor: encodeCursor([null, '1', newId()]) }, '/cursor'],
    [{ cursor: encodeCursor(['order.spent', '1', newId()]) }, '/cursor'],
    [{ cursor: encodeCursor(['order.spent', "1' or '1'='1", newId()]), sort: 'order.spent' }, '/cursor'],
    [
      { cursor: encodeCursor(['order.seenAt', '2026-13-01T00:00:00.000000Z', newId()]), sort: 'order.seenAt' },
      '/cursor',
    ],
    [{ cursor: encodeCursor(['createdAt', null, newId()]), sort: 'createdAt' }, '/cursor'],
    [{ page: 2 }, '/page'],
  ])('refuses %j by the name of the field', async (query, pointer) => {
    const answer = await get(query as Record<string, string>);
    expect(answer.status).toBe(400);
    expect(answer.body.errors.map((fault: { pointer: string }) => fault.pointer)).toEqual([pointer]);
  });

  it('answers whatever is typed with a list or a plain fault', async () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 60 });
    const value = fc.tuple(
      fc.constantFrom('order.spent', 'order.seenAt', 'order.tier'),
      fc.constantFrom('eq', 'in', 'gt', 'empty'),
      text,
    );
    const query = fc.oneof(
      fc.record({ q: text }),
      fc.record({ filter: value.map((parts) => parts.join(':')), q: text }),
      fc.record({
        sort: fc.constant('-order.spent'),
        cursor: text.map((key) => encodeCursor(['-order.spent', key, newId()])),
      }),
    );
    const answered = fc.asyncProperty(query, async (typed) => expect([200, 400]).toContain((await get(typed)).status));
    await fc.assert(answered, { numRuns: 60 });
  });

  it('takes numbers as they come, however large', async () => {
    const sort = '-order.spent';
    const cursor = encodeCursor([sort, '9223372036854775807', newId()]);
    expect(await names({ cursor, sort })).toEqual(await names({ sort }));
    expect(await names({ filter: 'order.spent:gt:999999999999999' })).toEqual([]);
  });

  it('says what it can show, filter and sort by', async () => {
    const answer = await request(test.server).get('/api/v1/customers/fields').set(reader).expect(200);
    expectToMatchApi(test.app, answer, 'GET /customers/fields');
    expect(answer.body.items).toContainEqual({
      name: 'order.tier',
      facet: 'order',
      type: 'choice',
      operators: ['eq', 'in', 'empty'],
      sortable: false,
      options: ['gold', 'silver'],
    });
    expect(answer.body.items.map(({ name }: { name: string }) => name)).toEqual(
      expect.arrayContaining(['createdAt', 'gender', 'source', 'order.spent', 'order.seenAt']),
    );
  });

  describe('a facet in which having no row means something', () => {
    const shown = async (filter: string[]) => names({ filter, sort: '-createdAt' });
    let lowest: string | null;

    beforeAll(async () => {
      const em = test.database.em;
      await affected(em, 'create table shop_ranks (customer_id uuid, rank text, until date)');
      await affected(em, 'create view shop_ranks_v as select * from shop_ranks');
      const ranks = [
        ['王小明', 'gold', '2026-12-31'],
        ['李小明', 'silver', '2027-02-28'],
        ['张伟', 'basic', null],
      ];
      for (const [name, ...values] of ranks)
        await affected(em, 'insert into shop_ranks values ($1, $2, $3)', [ids.get(name!), ...values]);
      test.app.get(CustomerFacets).register({
        name: 'rank',
        view: 'shop_ranks_v',
        fields: {
          key: { column: 'rank', type: 'choice', ifNone: () => Promise.resolve(lowest) },
          until: { column: 'until', type: 'day' },
        },
      });
    });
    beforeEach(() => {
      lowest = 'basic';
    });

    it('finds customers without a row by what they have', async () => {
      const all = await names({});
      const without = all.filter((name) => name !== '王小明' && name !== '李小明');
      expect((await shown(['rank.key:eq:basic'])).sort()).toEqual([...without].sort());
      expect((await shown(['rank.key:in:basic,gold'])).sort()).toEqual([...without, '王小明'].sort());
      expect(await shown(['rank.key:in:silver,gold'])).toEqual(['李小明', '王小明']);
      expect(await shown(['rank.key:empty:true'])).toEqual([]);
      expect(await shown(['rank.key:empty:false'])).toHaveLength(all.length);
      expect(await shown(['rank.key:eq:basic', 'rank.until:gte:2026-01-01'])).toEqual([]);
    });

    it('shows what they have', async () => {
      const { items } = (await get({ facets: 'rank', q: 'Zhang Wei' })).body;
      expect(items[0].facets).toEqual({ rank: { key: 'basic', until: null } });
      const known = (await get({ facets: 'rank', q: '王小明' })).body.items;
      expect(known[0].facets).toEqual({ rank: { key: 'gold', until: '2026-12-31' } });
    });

    it('is like every other facet while it means nothing', async () => {
      lowest = null;
      expect(await shown(['rank.key:eq:basic'])).toEqual(['张伟']);
      expect(await shown(['rank.key:empty:true'])).toHaveLength((await names({})).length - 3);
      expect((await get({ facets: 'rank', q: 'Zhang Wei' })).body.items[0].facets).toEqual({ rank: null });
    });

    it('filters and sorts by days', async () => {
      expect(await shown(['rank.until:lte:2026-12-31'])).toEqual(['王小明']);
      expect(await shown(['rank.until:eq:2027-02-28'])).toEqual(['李小明']);
      expect((await walk({ sort: '-rank.until', limit: 1 })).slice(0, 2)).toEqual(['李小明', '王小明']);
      expect((await walk({ sort: 'rank.until', limit: 1 })).slice(0, 2)).toEqual(['王小明', '李小明']);
      expect((await get({ filter: ['rank.until:eq:2026-02-30'] })).body.code).toBe('customers.filter-invalid');
    });
  });

  it('lets a facet in once, and only with plain names', () => {
    const facets = test.app.get(CustomerFacets);
    expect(() => facets.register({ name: 'order', view: 'shop_figures_v', fields: {} })).toThrow('twice');
    expect(() => facets.register({ name: 'x', view: 'a; drop table b', fields: {} })).toThrow('misnamed');
    const column = 'a) or (1=1';
    expect(() => facets.register({ name: 'y', view: 'v', fields: { z: { column, type: 'text' } } })).toThrow(
      'misnamed',
    );
  });
});
