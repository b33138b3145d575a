import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { createTestApp, holding, type TestApp } from '@siyu/platform/testing';
import { CustomersModule } from './customers.module';

const operator = holding('imports.read', 'imports.run', 'customers.read', 'customers.write');

const FILE = `姓名,手机号,性别,生日,注册时间,城市,邮箱
王小明,138 0013-8000,男,1990/5/7,2024-03-01 10:00,上海,
李雷,,女,,2024-04-01,杭州,lilei@example.com
王小明,+8613800138000,,,,北京,wang@example.com
无名,12,,,,,
张三,13900139000,,2150-01-01,,,
赵六,13700137000,妖,,,,
孙七,,,,,,
`;

const mapping = {
  source: 'pos',
  columns: {
    displayName: '姓名',
    gender: '性别',
    birthday: '生日',
    firstSeenAt: '注册时间',
    'attributes.city': '城市',
  },
  identities: [
    { type: 'phone', from: '手机号' },
    { type: 'email', from: '邮箱' },
  ],
};

describe('importing customers', () => {
  let test: TestApp;

  const bringIn = async (file: string, fields: { mapping?: object; dryRun?: string } = {}) => {
    const post = request(test.server).post('/api/v1/imports').set(operator).field('kind', 'customers');
    if (fields.mapping) void post.field('mapping', JSON.stringify(fields.mapping));
    if (fields.dryRun) void post.field('dryRun', fields.dryRun);
    const { body } = await post.attach('file', Buffer.from(file), 'customers.csv').expect(201);
    await test.runJobs();
    return (await request(test.server).get(`/api/v1/imports/${body.id}`).set(operator).expect(200)).body;
  };
  const books = () =>
    test.database.em.query(
      `select display_name, gender, birthday::text, attributes, source, created_at,
         (select array_agg(type || ' ' || value order by type desc) from customers_identities i
          where i.customer_id = c.customer_id) as identities,
         (select count(*)::int from customers_name_parts p where p.customer_id = c.customer_id) > 0 as searchable
       from customers c order by created_at`,
    );

  beforeAll(async () => {
    test = await createTestApp({ imports: [CustomersModule] });
  });
  afterAll(() => test.close());

  it('foresees in a dry run what the run then does', async () => {
    const dry = await bringIn(FILE, { mapping, dryRun: 'true' });
    expect(await books()).toEqual([]);
    const real = await bringIn(FILE, { mapping });
    const counts = { total: 7, created: 2, updated: 1, unchanged: 0, skipped: 0, failed: 4 };
    expect(dry).toMatchObject({ status: 'completed', ...counts });
    expect(real).toMatchObject({ status: 'completed', ...counts });
  });

  it('leaves customers with their identities, in one spelling, from the day on which they were first seen', async () => {
    expect(await books()).toEqual([
      {
        display_name: '王小明',
        gender: 'male',
        birthday: '1990-05-07',
        attributes: { city: '北京' },
        source: 'pos',
        created_at: new Date('2024-03-01T02:00:00Z'),
        identities: ['phone +8613800138000', 'email wang@example.com'],
        searchable: true,
      },
      {
        display_name: '李雷',
        gender: 'female',
        birthday: null,
        attributes: { city: '杭州' },
        source: 'pos',
        created_at: new Date('2024-03-31T16:00:00Z'),
        identities: ['email lilei@example.com'],
        searchable: true,
      },
    ]);
  });

  it('tells of each faulty row what is wrong with it', async () => {
    const { id } = await bringIn(FILE, { mapping, dryRun: 'true' });
    const { body } = await request(test.server).get(`/api/v1/imports/${id}/errors`).set(operator).expect(200);
    expect(
      body.items.map(({ row, faults }: { row: number; faults: { code: string }[] }) => [row, faults[0]!.code]),
    ).toEqual([
      [5, 'customers.identity-invalid'],
      [6, 'customers.birthday-invalid'],
      [7, 'not-a-choice'],
      [8, 'no-identity'],
    ]);
  });

  it('changes nothing when the same file comes twice but for the last word on a customer who stands in it twice', async () => {
    const before = await books();
    const once = FILE.split('\n')
      .filter((line) => !line.includes('上海'))
      .join('\n');
    expect(await bringIn(once, { mapping })).toMatchObject({ created: 0, updated: 0, unchanged: 2 });
    expect(await books()).toEqual(before);
  });

  it('renames a customer so that she is found by the new name only', async () => {
    await bringIn('姓名,邮箱\n李蕾,lilei@example.com\n');
    const found = async (q: string) =>
      (await request(test.server).get('/api/v1/customers').query({ q }).set(operator).expect(200)).body.items.length;
    expect([await found('李蕾'), await found('李雷')]).toEqual([1, 0]);
  });

  it('guesses the columns of an ordinary customer file', async () => {
    const inspect = request(test.server).post('/api/v1/imports/inspect').set(operator).field('kind', 'customers');
    const { body } = await inspect
      .attach('file', Buffer.from(`客户ID,${FILE}`.replaceAll('\n', '\n1,')), 'x.csv')
      .expect(200);
    expect(body.mapping).toEqual({
      source: 'import',
      columns: { displayName: '姓名', gender: '性别', birthday: '生日', firstSeenAt: '注册时间' },
      identities: expect.arrayContaining([
        { type: '{source}_customer_no', from: '客户ID' },
        { type: 'phone', from: '手机号' },
        { type: 'email', from: '邮箱' },
      ]),
    });
  });
});
