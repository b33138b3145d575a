import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ProfilesService } from '@siyu/customers';
import { EventsService } from '@siyu/orders';
import { affected, rows } from '@siyu/platform';
import { BirthdaysService } from './birthdays.service';
import { ProfileAwardsService } from './profile-awards.service';
import { EarningHouse } from './testing/earning-house';

describe('awards without an order', () => {
  let house: EarningHouse;
  beforeAll(async () => {
    house = await EarningHouse.open();
  });
  afterAll(async () => {
    expect(await house.drift()).toEqual([]);
    await house.close();
  });

  describe('for birthdays', () => {
    const born = new Map<string, string>();
    const run = () => house.test.app.get(BirthdaysService).run(new AbortController().signal);
    const on = (day: string) => {
      house.ledger.now = `${day}T00:30:00+08:00`;
    };
    const awarded = async () => {
      const found = await rows<{ id: string; key: string }>(
        house.em,
        `select customer_id as id, act_key as key from points_entries where act_key like 'birthday:%' order by act_key`,
      );
      return found.map(({ id, key }) => `${born.get(id)} ${key}`).sort();
    };

    beforeAll(async () => {
      const birthdays = ['1990-02-28', '1992-02-29', '1991-03-01', '1988-03-02', '1970-12-31', '2001-01-01'];
      const ids = await house.ledger.customers(birthdays.length);
      for (const [index, id] of ids.entries()) {
        born.set(id, birthdays[index]!);
        await affected(house.em, 'update customers set birthday = $2 where customer_id = $1', [id, birthdays[index]]);
      }
      await house.rule({ name: '生日礼', trigger: { kind: 'birthday' }, base: { kind: 'fixed', points: 88 } });
    });

    it('are made on the day, once, however often the job runs', async () => {
      on('2026-02-28');
      await run();
      await Promise.all([run(), run()]);
      expect(await awarded()).toEqual(['1990-02-28 birthday:2026']);
    });

    it('of 29 February fall on 1 March in common years', async () => {
      on('2026-03-01');
      await run();
      expect(await awarded()).toEqual([
        '1990-02-28 birthday:2026',
        '1991-03-01 birthday:2026',
        '1992-02-29 birthday:2026',
      ]);
    });

    it('that were missed are caught up, across the turn of the year', async () => {
      on('2026-12-30');
      await run();
      on('2027-01-02');
      await run();
      const late = await awarded();
      expect(late).toContain('1970-12-31 birthday:2026');
      expect(late).toContain('2001-01-01 birthday:2027');
    });

    it('of 29 February fall on that day in leap years', async () => {
      on('2028-02-27');
      await run();
      on('2028-02-29');
      await run();
      const leap = (await awarded()).filter((each) => /^199.*2028$/.test(each));
      expect(leap).toEqual(['1990-02-28 birthday:2028', '1992-02-29 birthday:2028']);
      on('2028-03-01');
      await run();
      expect((await awarded()).filter((each) => each.startsWith('1992') && each.endsWith('2028'))).toHaveLength(1);
    });

    it('are not made twice in a year when the day is changed', async () => {
      const [id] = [...born].find(([, day]) => day === '1990-02-28')!;
      await affected(house.em, `update customers set birthday = '1990-03-05' where customer_id = $1`, [id]);
      on('2028-03-05');
      await run();
      expect((await awarded()).filter((each) => each === '1990-02-28 birthday:2028')).toHaveLength(1);
    });
  });

  describe('for complete profiles', () => {
    it('are made once, when the last field is known, whoever told it', async () => {
      house.ledger.now = '2026-11-22T12:00:00+08:00';
      await house.rule({
        name: '完善资料',
        trigger: { kind: 'profile-completed', fields: ['displayName', 'birthday', 'phone', 'attributes.city'] },
        base: { kind: 'fixed', points: 30 },
      });
      const profiles = house.test.app.get(ProfilesService);
      const identities = [{ type: 'phone' as const, value: '13800138001' }];
      const tell = async (fields: object) => {
        await profiles.recordBatch([{ source: 'shop', identities, ...fields }]);
        await house.test.runJobs();
      };
      await tell({ displayName: '王芳', birthday: '1990-01-01' });
      const [found] = await rows<{ id: string }>(
        house.em,
        `select customer_id as id from customers where display_name = '王芳'`,
      );
      const { id } = found!;
      expect(await house.entries(id)).toEqual([]);
      await tell({ attributes: { city: '杭州' } });
      expect(await house.entries(id)).toEqual([['earn', 30]]);
      await tell({ attributes: { city: '上海' } });
      await Promise.all(Array.from({ length: 8 }, () => house.test.app.get(ProfileAwardsService).settle([id])));
      expect(await house.entries(id)).toEqual([['earn', 30]]);
    });
  });

  describe('for behavioural events', () => {
    const event = (externalId: string, changes: object = {}) => ({
      source: 'web',
      externalId,
      identities: [{ type: 'openid' as const, value: `o-${externalId}` }],
      type: 'review',
      occurredAt: new Date('2026-11-21T10:00:00+08:00'),
      properties: { stars: 5 },
      ...changes,
    });
    const tell = async (...events: ReturnType<typeof event>[]) => {
      await house.test.app.get(EventsService).recordBatch(events);
      await house.test.runJobs();
      const found = await rows<{ id: string }>(
        house.em,
        `select customer_id as id from orders_events where external_id = any($1::text[]) order by external_id`,
        [events.map(({ externalId }) => externalId)],
      );
      return found.map(({ id }) => id);
    };

    beforeAll(() =>
      house.rule({
        name: '晒单',
        trigger: { kind: 'event', type: 'review' },
        base: { kind: 'fixed', points: 10 },
        conditions: [{ kind: 'property', name: 'stars', in: ['4', '5'] }],
        caps: { perDay: 25 },
      }),
    );

    it('are made once for each event of the type that meets the conditions, within the cap', async () => {
      const identities = [{ type: 'openid' as const, value: 'o-reviewer' }];
      const events = ['E1', 'E2', 'E3', 'E4'].map((id) => event(id, { identities }));
      const [customerId] = await tell(...events, event('E5', { identities, properties: { stars: 1 } }));
      await tell(...events);
      expect(await house.points(customerId!)).toMatchObject({ balance: 25 });
      const [viewer] = await tell(event('E6', { type: 'page_view' }));
      expect(await house.entries(viewer!)).toEqual([]);
    });

    it('go with an event that goes over to another customer', async () => {
      const [from] = await tell(event('F1'));
      const [to] = await tell(event('F1', { identities: [{ type: 'openid', value: 'o-somebody-else' }] }));
      expect(to).not.toBe(from);
      expect([await house.points(from!), await house.points(to!)]).toMatchObject([{ balance: 0 }, { balance: 10 }]);
    });
  });
});
