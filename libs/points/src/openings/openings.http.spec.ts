import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { rows } from '@siyu/platform';
import { holding } from '@siyu/platform/testing';
import { LedgerHouse } from '../testing/ledger-house';

const operator = holding('imports.read', 'imports.run', 'points.write');

const FILE = `编号,手机号,积分,有效期至,备注
1,13800138000,500,2026-12-31,老会员积分
2,13900139000,80,,
3,13900139000,20,2027-06-30,
4,13700137000,-5,,
5,13600136000,10,2026-01-01,
6,12,10,,
7,13500135000,1,,
7,13500135000,2,,
`;

const mapping = {
  source: 'pos',
  columns: { externalId: '编号', points: '积分', expiresAt: '有效期至', reason: '备注' },
  identities: [{ type: 'phone', from: '手机号' }],
};

describe('opening balances of points', () => {
  let house: LedgerHouse;
  const bringIn = async (file: string, dryRun = false) => {
    const post = request(house.test.server)
      .post('/api/v1/imports')
      .set(operator)
      .field('kind', 'points')
      .field('mapping', JSON.stringify(mapping))
      .field('dryRun', String(dryRun));
    const { body } = await post.attach('file', Buffer.from(file), 'points.csv').expect(201);
    await house.test.runJobs();
    return (await request(house.test.server).get(`/api/v1/imports/${body.id}`).set(operator).expect(200)).body;
  };
  const entries = () =>
    rows(
      house.em,
      `select act_key as key, points::int as points, reason, expires_at as "expiresAt" from points_entries order by act_key`,
    );

  beforeAll(async () => {
    house = await LedgerHouse.open();
  });
  afterAll(() => house.close());

  it('are foreseen in a dry run, and booked in the run', async () => {
    const counts = { total: 7, created: 3, updated: 0, unchanged: 0, failed: 4 };
    expect(await bringIn(FILE, true)).toMatchObject({ status: 'completed', ...counts });
    expect(await entries()).toEqual([]);
    const done = await bringIn(FILE);
    expect(done).toMatchObject({ status: 'completed', ...counts });
    expect(await entries()).toEqual([
      { key: 'import:pos:1', points: 500, reason: '老会员积分', expiresAt: new Date('2026-12-31T16:00:00Z') },
      { key: 'import:pos:2', points: 80, reason: '期初积分', expiresAt: new Date('2027-12-31T16:00:00Z') },
      { key: 'import:pos:3', points: 20, reason: '期初积分', expiresAt: new Date('2027-06-30T16:00:00Z') },
    ]);
    const { text } = await request(house.test.server)
      .get(`/api/v1/imports/${done.id}/errors.csv`)
      .set(operator)
      .expect(200);
    expect(text).toContain('another row of the file has the same number');
    expect(text).toContain('Points that ended with 2026-01-01 are not brought along.');
    expect(text).not.toContain('{detail}');
  });

  it('are booked once however often the file comes', async () => {
    expect(await bringIn(FILE, true)).toMatchObject({ created: 0, unchanged: 3, failed: 4 });
    expect(await bringIn(FILE)).toMatchObject({ created: 0, unchanged: 3, failed: 4 });
    expect(await entries()).toHaveLength(3);
    expect(await house.drift()).toEqual([]);
  });

  it('stay with their customer when the row names another one, and refuse another number of points', async () => {
    const moved = FILE.split('\n')[0] + '\n1,13300133000,500,2026-12-31,老会员积分\n2,13900139000,81,,\n';
    expect(await bringIn(moved)).toMatchObject({ created: 0, unchanged: 1, failed: 1 });
    expect(await entries()).toHaveLength(3);
  });
});
