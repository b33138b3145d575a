import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { newId } from '@siyu/kernel';
import { affected, rows } from '@siyu/platform';
import { holding } from '@siyu/platform/testing';
import { EvaluationService } from '../evaluation/evaluation.service';
import { StandingHouse } from '../standing/testing/standing-house';
import { TERMS } from '../standing/testing/terms';

const operator = holding('imports.read', 'imports.run', 'tiers.write');

const HEADER = '编号,手机号,会员等级,开始日期,有效期至,成长值\n';
const FILE = `${HEADER}1,13800138000, 金卡 ,2025-06-01,2026-12-31,5200
2,13900139000,SILVER,2024-05-10,,0
3,13700137000,银卡,,,
4,13600136000,钻石,,,
5,13500135000,金卡,2098-03-16,,
6,13500135000,金卡,,2026-03-14,
7,13500135000,金卡,,,-1
8,12,金卡,,,
9,13400134000,金卡,,,
9,13400134000,银卡,,,
10,13300133000,普通,,,30
`;
const COUNTS = { status: 'completed', total: 10, created: 4, updated: 0, unchanged: 0, failed: 6 };

const mapping = {
  source: 'pos',
  columns: { externalId: '编号', tier: '会员等级', since: '开始日期', validUntil: '有效期至', growth: '成长值' },
  identities: [{ type: 'phone', from: '手机号' }],
};

describe('tiers of an old system', () => {
  let house: StandingHouse;

  const bringIn = async (file: string, { dryRun = false, source = 'pos' } = {}) => {
    const post = request(house.test.server)
      .post('/api/v1/imports')
      .set(operator)
      .field('kind', 'tiers')
      .field('mapping', JSON.stringify({ ...mapping, source }))
      .field('dryRun', String(dryRun));
    const { body } = await post.attach('file', Buffer.from(file), 'tiers.csv').expect(201);
    await house.test.runJobs();
    return (await request(house.test.server).get(`/api/v1/imports/${body.id}`).set(operator).expect(200)).body;
  };
  /** By phone: tier, last day, moves. */
  const standings = async () => {
    const found = await rows<{ phone: string; tier: string; until: string | null; moves: string[] }>(
      house.em,
      `select right(i.value, 11) as phone, m.own_key as tier, m.valid_until::text as until,
         array(select v.kind || ':' || v.to_key from tiers_moves v where v.customer_id = m.customer_id order by v.move_no) as moves
       from tiers_members m join customers_identities i on i.customer_id = m.customer_id and i.type = 'phone'`,
    );
    return Object.fromEntries(found.map(({ phone, tier, until, moves }) => [phone, [tier, until, ...moves]]));
  };
  const growth = () =>
    rows(
      house.em,
      `select entry_key as key, amount::int as amount, source, (occurred_at at time zone 'Asia/Shanghai')::date::text as day
       from tiers_value_entries order by entry_key`,
    );
  const customerOf = async (phone: string) => {
    const text = `select customer_id as id from customers_identities where value like $1`;
    return (await rows<{ id: string }>(house.em, text, [`%${phone}`]))[0]!.id;
  };

  beforeAll(async () => {
    house = await StandingHouse.open();
  });
  afterAll(() => house.close());
  beforeEach(async () => {
    await house.test.asOwner(
      `truncate customers, customers_identities, customers_identity_keys, orders, tiers_import_keys, tiers_members, tiers_moves,
         tiers_value_entries, tiers_value_accounts, tiers_versions, tiers_ladders`,
    );
    house.now = '2026-03-15T02:00:00Z';
  });

  it('wait for a ladder', async () => {
    expect(await bringIn(FILE)).toMatchObject({ created: 0, failed: 10 });
    expect(await rows(house.em, 'select from customers')).toEqual([]);
  });

  describe('with a ladder', () => {
    beforeEach(() => house.publish());

    it('are foreseen in a dry run, and hold until their end after the run', async () => {
      expect(await bringIn(FILE, { dryRun: true })).toMatchObject(COUNTS);
      expect(await rows(house.em, 'select from customers')).toEqual([]);
      expect(await rows(house.em, 'select from tiers_import_keys')).toEqual([]);
      const done = await bringIn(FILE);
      expect(done).toMatchObject(COUNTS);
      expect(await standings()).toEqual({
        '13800138000': ['gold', '2026-12-31', 'imported:gold'],
        '13900139000': ['silver', '2026-05-09', 'imported:silver'],
        '13700137000': ['silver', '2027-03-14', 'imported:silver'],
      });
      expect(await growth()).toEqual([
        { key: 'opening:pos:1', amount: 5200, source: 'import', day: '2026-03-15' },
        { key: 'opening:pos:10', amount: 30, source: 'import', day: '2026-03-15' },
      ]);
      const [first] = await rows<{ at: Date; member: Date }>(
        house.em,
        `select m.at, c.created_at as member from tiers_moves m join customers c using (customer_id) where m.customer_id = $1`,
        [await customerOf('13800138000')],
      );
      expect(first).toEqual({ at: new Date('2025-05-31T16:00:00Z'), member: new Date('2025-05-31T16:00:00Z') });
      const errors = (language: string) =>
        request(house.test.server)
          .get(`/api/v1/imports/${done.id}/errors.csv`)
          .query({ language })
          .set(operator)
          .expect(200);
      const { text } = await errors('en');
      for (const sentence of [
        'The ladder in force has no tier ""钻石"".',
        'the tier begins in the future',
        'the validity of the tier is over',
        'The growth value must be 0 to 1000000000.',
        'another row of the file has the same number',
      ])
        expect(text).toContain(sentence);
      expect((await errors('zh-CN')).text).toContain('现行等级体系中没有这个等级');
    });

    it('change nothing when the file comes again, not even after the end of what it says', async () => {
      await bringIn(FILE);
      house.now = '2027-02-01T02:00:00Z';
      await house.evaluate(await customerOf('13800138000'));
      const before = [await standings(), await growth()];
      expect(before[0]).toMatchObject({
        '13800138000': ['silver', expect.anything(), 'imported:gold', 'fell:silver'],
      });
      const again = { created: 0, updated: 0, unchanged: 4, failed: 6 };
      expect(await bringIn(FILE, { dryRun: true })).toMatchObject(again);
      expect(await bringIn(FILE)).toMatchObject(again);
      expect((await standings())['13800138000']).toEqual((before[0] as Record<string, unknown>)['13800138000']);
      expect(await growth()).toEqual(before[1]);
    });

    it('are corrected when a record says something else', async () => {
      await bringIn(FILE);
      const other = `${HEADER}1,13800138000,银卡,2025-06-01,2026-12-31,5000\n3,13700137000,银卡,,,\n10,13300133000,银卡,,2026-06-30,\n`;
      const counts = { created: 0, updated: 2, unchanged: 1, failed: 0 };
      expect(await bringIn(other, { dryRun: true })).toMatchObject(counts);
      expect(await bringIn(other)).toMatchObject(counts);
      expect(await standings()).toMatchObject({
        '13800138000': ['silver', '2026-12-31', 'imported:gold', 'imported:silver'],
        '13700137000': ['silver', '2027-03-14', 'imported:silver'],
        '13300133000': ['silver', '2026-06-30', 'imported:silver'],
      });
      expect(await growth()).toEqual([
        { key: 'opening-correction:2:pos:1', amount: -200, source: 'import', day: '2026-03-15' },
        { key: 'opening:pos:1', amount: 5200, source: 'import', day: '2026-03-15' },
        { key: 'opening:pos:10', amount: 30, source: 'import', day: '2026-03-15' },
      ]);
    });

    it('stay with their customer when the number comes with another one', async () => {
      await bringIn(FILE);
      const swapped = `${HEADER}1,13900139000,金卡,2025-06-01,2026-12-31,5200\n2,13000130000,SILVER,2024-05-10,,0\n`;
      const counts = { created: 0, updated: 0, unchanged: 1, failed: 1 };
      expect(await bringIn(swapped, { dryRun: true })).toMatchObject(counts);
      expect(await bringIn(swapped)).toMatchObject(counts);
    });

    it('of two systems leave a customer the higher one, whichever comes first', async () => {
      const gold = `${HEADER}1,13800138000,gold,,2026-12-31,\n2,13900139000,silver,,2026-12-31,\n`;
      const silver = `${HEADER}1,13800138000,silver,,2027-12-31,\n2,13900139000,gold,,2026-06-30,\n`;
      await bringIn(gold);
      expect(await bringIn(silver, { source: 'mall' })).toMatchObject({ created: 2 });
      expect(await standings()).toEqual({
        '13800138000': ['gold', '2026-12-31', 'imported:gold'],
        '13900139000': ['gold', '2026-06-30', 'imported:silver', 'imported:gold'],
      });
      await bringIn(`${HEADER}1,13800138000,basic,,2026-12-31,\n`);
      expect((await standings())['13800138000']).toEqual(['silver', '2027-12-31', 'imported:gold', 'imported:silver']);
    });

    it('take nothing from who stands as high by the rules, and let her rise', async () => {
      await bringIn(`${HEADER}1,13800138000,basic,,,\n2,13900139000,silver,,2026-12-31,\n`);
      const [risen, lifted] = [await customerOf('13800138000'), await customerOf('13900139000')];
      await house.payAll([risen, lifted], 600_000);
      await house.evaluate(risen, lifted);
      expect(await bringIn(`${HEADER}7,13800138000,silver,,2028-12-31,\n`)).toMatchObject({ created: 1 });
      expect(await standings()).toEqual({
        '13800138000': ['gold', '2027-03-14', 'rose:gold'],
        '13900139000': ['gold', '2027-03-14', 'imported:silver', 'rose:gold'],
      });
      await bringIn(`${HEADER}7,13800138000,gold,,2028-12-31,\n`);
      expect((await standings())['13800138000']).toEqual(['gold', '2028-12-31', 'rose:gold', 'imported:gold']);
    });

    it('lie under a lock until it ends', async () => {
      await bringIn(`${HEADER}1,13800138000,basic,,,\n`);
      const customerId = await customerOf('13800138000');
      const lock = { customerId, lockId: newId(), tierKey: 'silver', until: '2026-03-31', mayRise: false };
      await house.test.database.transaction((em) =>
        house.test.app.get(EvaluationService).coverWithLock(em, { ...lock, reason: 'test', actor: 'test' }),
      );
      await bringIn(`${HEADER}1,13800138000,gold,,2026-12-31,\n`);
      const counts = () => rows(house.em, 'select tier_key as counts, own_key as own from tiers_members');
      expect(await counts()).toEqual([{ counts: 'silver', own: 'gold' }]);
      house.now = '2026-04-01T02:00:00Z';
      await house.evaluate(customerId);
      expect(await counts()).toEqual([{ counts: 'gold', own: 'gold' }]);
    });

    it('are decided on at once by what is known of the customer already, with or without growth value', async () => {
      const members = ['13800138000', '13900139000'];
      const basic = members.map((phone, index) => `${index},${phone},basic,,,\n`).join('');
      await bringIn(HEADER + basic);
      await house.payAll(await Promise.all(members.map(customerOf)), 600_000);
      await bringIn(`${HEADER}2,13800138000,silver,,2026-12-31,\n3,13900139000,silver,,2026-12-31,40\n`);
      const story = ['gold', '2027-03-14', 'imported:silver', 'rose:gold'];
      expect(await standings()).toEqual({ '13800138000': story, '13900139000': story });
    });

    it('are remembered in terms of the ladder in force', async () => {
      await bringIn(`${HEADER}1,13800138000,银卡,,2026-12-31,\n`);
      const [basic, silver, gold] = TERMS.tiers;
      await house.publish({ tiers: [basic!, { ...silver!, key: 'argent', replaces: ['silver'] }, gold!] });
      expect(await bringIn(`${HEADER}1,13800138000,银卡,,2026-12-31,\n`)).toMatchObject({ unchanged: 1 });
      expect(await bringIn(`${HEADER}2,13800138000,gold,,2026-06-30,\n`)).toMatchObject({ created: 1 });
      expect(await bringIn(`${HEADER}2,13800138000,basic,,,\n`)).toMatchObject({ updated: 1 });
      expect((await standings())['13800138000']!.slice(0, 2)).toEqual(['argent', '2026-12-31']);
    });

    it.each([
      ['编号,手机号,会员等级,开始日期,有效期至,成长值', '1,13800138000,金卡,2025-06-01,2026-12-31,5200'],
      ['Record No,Mobile,Tier,Since,Valid until,Growth value', '1,13800138000,gold,2025-06-01,2026-12-31,5200'],
    ])('have columns whose titles are understood: %s', async (header, row) => {
      const { body } = await request(house.test.server)
        .post('/api/v1/imports/inspect')
        .set(operator)
        .field('kind', 'tiers')
        .attach('file', Buffer.from(`${header}\n${row}\n`), 'tiers.csv');
      const [externalId, phone, tier, since, validUntil, growthColumn] = header.split(',');
      expect(body).toMatchObject({
        missing: [],
        mapping: {
          columns: { externalId, tier, since, validUntil, growth: growthColumn },
          identities: [{ type: 'phone', from: phone }],
        },
      });
    });

    it('need the permission to write tiers', async () => {
      await request(house.test.server)
        .post('/api/v1/imports')
        .set(holding('imports.read', 'imports.run', 'points.write'))
        .field('kind', 'tiers')
        .field('mapping', JSON.stringify(mapping))
        .attach('file', Buffer.from(FILE), 'tiers.csv')
        .expect(403);
      expect(await affected(house.em, 'delete from tiers_import_keys')).toBe(0);
    });
  });
});
