import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { ProfilesService } from '@siyu/customers';
import { RulesService } from '@siyu/points';
import { asMember } from '@siyu/platform/testing';
import { newId } from '@siyu/kernel';
import { PER_YUAN, ValueHouse } from './testing/value-house';

const STAFF = { kind: 'staff', id: newId(), sessionId: newId(), role: 'test', permissions: new Set<string>() } as const;

describe('values of behaviours', () => {
  let house: ValueHouse;
  const share = {
    key: 'share',
    name: '分享',
    on: { kind: 'event', type: 'share' },
    value: 2,
    caps: { perDay: 3 },
  } as const;

  beforeAll(async () => {
    house = await ValueHouse.open();
    await house.rules([
      PER_YUAN,
      share,
      { key: 'sign-in', name: '签到', on: { kind: 'sign-in' }, value: 5, caps: { perMonth: 12 } },
      { key: 'profile', name: '资料', on: { kind: 'profile-completed', fields: ['displayName', 'gender'] }, value: 50 },
      { key: 'referral', name: '推荐', on: { kind: 'referral' }, value: 100 },
    ]);
    await house.rules(
      [
        {
          ...{ key: 'buy', name: '消费', on: { kind: 'order', perCents: 1000 }, value: 1 },
          weights: [{ channel: '天猫', factor: '0.5' }],
        },
        { key: 'abuse', name: '违规', on: { kind: 'event', type: 'abuse' }, value: -50 },
      ],
      'value-score',
    );
    const rules = house.test.app.get(RulesService);
    const { rule } = await rules.create(
      STAFF,
      {
        name: '签到',
        trigger: { kind: 'sign-in', makeUpsPerMonth: 3, makeUpDays: 10 },
        base: { kind: 'ladder', ladder: [1], after: 'repeat' },
      },
      { validFrom: new Date('2020-01-01') },
    );
    await rules.act(STAFF, rule.ruleId, 'activate');
  });
  afterEach(async () => {
    expect([...(await house.drift()), ...(await house.drift('value-score'))]).toEqual([]);
  });
  afterAll(() => house.close());

  it('count an event once, and take it along when it goes over to another customer', async () => {
    await house.event('E1', 'M-1', { type: 'referral' });
    await house.event('E1', 'M-1', { type: 'referral' });
    const id = await house.customerOf('M-1');
    expect(await house.entries(id)).toEqual([[100, '2026-11-20']]);
    await house.event('E1', 'M-2', { type: 'referral' });
    expect([await house.balance(id), await house.balance(await house.customerOf('M-2'))]).toEqual([0, 100]);
  });

  it('hold caps by the day of the house, and what happened first counts even when it is told last', async () => {
    const at = (time: string) => ({ occurredAt: new Date(time) });
    await house.event('E2', 'M-3', at('2026-11-20T23:59:00+08:00'));
    const id = await house.customerOf('M-3');
    expect(await house.balance(id)).toBe(2);
    await house.event('E3', 'M-3', at('2026-11-21T00:01:00+08:00'));
    expect(await house.balance(id)).toBe(4);
    await house.event('E4', 'M-3', at('2026-11-20T08:00:00+08:00'));
    expect(await house.balance(id)).toBe(5);
    expect(await house.entries(id)).toEqual([
      [2, '2026-11-20'],
      [2, '2026-11-21'],
      [2, '2026-11-20'],
      [-1, '2026-11-20'],
    ]);
  });

  it('keep the two ledgers apart, each with its own rules and weights', async () => {
    const id = await house.order('O1', { totalCents: 50_000, channel: '天猫' });
    expect([await house.balance(id), await house.balance(id, 'value-score')]).toEqual([500, 25]);
    await house.event('E5', 'M-O1', { type: 'abuse' });
    expect([await house.balance(id), await house.balance(id, 'value-score')]).toEqual([500, -25]);
  });

  it('count a sign-in a day, made-up days at their end, within the cap of the month', async () => {
    const id = await house.customer();
    const post = (path: string, body: object = {}) =>
      request(house.test.server).post(`/api/v1/me/sign-ins${path}`).set(asMember(id)).send(body).expect(200);
    await post('');
    await post('');
    await post('/make-up', { day: '2026-11-20' });
    await post('/make-up', { day: '2026-11-19' });
    await house.test.runJobs();
    const entries = await house.entries(id);
    expect(entries.map(([amount]) => amount).sort()).toEqual([2, 5, 5]);
    expect(entries.map(([, day]) => day).sort()).toEqual(['2026-11-19', '2026-11-20', '2026-11-22']);
  });

  it('count a completed profile once ever', async () => {
    const identities = [{ type: 'member_no' as const, value: 'M-P' }];
    const profiles = house.test.app.get(ProfilesService);
    const save = async (profile: object) => {
      await profiles.recordBatch([{ source: 'shop', identities, ...profile }]);
      await house.test.runJobs();
    };
    await save({ displayName: '林晓' });
    const id = await house.customerOf('M-P');
    expect(await house.balance(id)).toBe(0);
    await save({ gender: 'female' });
    await save({ displayName: '林小' });
    expect(await house.entries(id)).toEqual([[50, '2026-11-22']]);
  });
});
