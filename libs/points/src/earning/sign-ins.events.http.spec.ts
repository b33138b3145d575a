import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { defineJob, Events, JobHandlers } from '@siyu/platform';
import { asMember } from '@siyu/platform/testing';
import { memberSignedIn, type MemberSignedIn } from './sign-ins.events';
import { EarningHouse } from './testing/earning-house';

const listen = defineJob<MemberSignedIn>('points.listen-to-sign-ins');

describe('sign-ins told to other libs', () => {
  let house: EarningHouse;
  const heard: MemberSignedIn[] = [];

  beforeAll(async () => {
    house = await EarningHouse.open('2026-11-22T12:00:00+08:00');
    house.test.app.get(JobHandlers).register(listen, (signIn) => Promise.resolve(void heard.push(signIn)));
    house.test.app.get(Events).subscribe(memberSignedIn, listen);
    await house.rule({
      name: '每日签到',
      trigger: { kind: 'sign-in', makeUpsPerMonth: 2, makeUpDays: 5 },
      base: { kind: 'ladder', ladder: [1], after: 'repeat' },
    });
  });
  afterAll(() => house.close());

  it('name each day once, also a day that was made up, with the moment when it was put on record', async () => {
    const customerId = await house.ledger.customer();
    const post = (path: string, body: object = {}) =>
      request(house.test.server).post(`/api/v1/me/sign-ins${path}`).set(asMember(customerId)).send(body);
    await Promise.all([post('').expect(200), post('').expect(200)]);
    await post('/make-up', { day: '2026-11-20' }).expect(200);
    await post('/make-up', { day: '2026-11-20' }).expect(200);
    await post('/make-up', { day: '2026-11-01' }).expect(422);
    await house.test.runJobs();
    const at = '2026-11-22T04:00:00.000Z';
    heard.sort((one, other) => one.day.localeCompare(other.day));
    expect(heard).toEqual([
      { customerId, day: '2026-11-20', at },
      { customerId, day: '2026-11-22', at },
    ]);
  });
});
