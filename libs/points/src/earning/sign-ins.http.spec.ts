import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { row, rows } from '@siyu/platform';
import { asMember, expectToMatchApi, holding } from '@siyu/platform/testing';
import type { SentRule } from './domain/read-rule';
import { EarningHouse } from './testing/earning-house';

const WEEK: Partial<SentRule> = {
  name: '每日签到',
  trigger: { kind: 'sign-in', makeUpsPerMonth: 2, makeUpDays: 5 },
  base: { kind: 'ladder', ladder: [1, 2, 3, 4, 5, 6, 20], after: 'repeat' },
};

describe('sign-ins of members', () => {
  let house: EarningHouse;
  let customerId: string;
  const path = '/api/v1/me/sign-ins';
  const signIn = () => request(house.test.server).post(path).set(asMember(customerId));
  const makeUp = (day: string) =>
    request(house.test.server).post(`${path}/make-up`).set(asMember(customerId)).send({ day });
  const calendar = (query = '') => request(house.test.server).get(`${path}${query}`).set(asMember(customerId));
  const on = (day: string) => {
    house.ledger.now = `${day}T12:00:00+08:00`;
  };
  const signInOn = async (...days: string[]) => {
    const points: number[] = [];
    for (const day of days) {
      on(day);
      points.push((await signIn().expect(200)).body.points as number);
    }
    return points;
  };

  beforeAll(async () => {
    house = await EarningHouse.open();
  });
  beforeEach(async () => {
    customerId = await house.ledger.customer();
    on('2026-11-22');
  });
  afterAll(async () => {
    expect(await house.drift()).toEqual([]);
    await house.close();
  });

  it('are refused while nothing rewards them', async () => {
    expect((await signIn().expect(422)).body.code).toBe('points.sign-ins-closed');
    const answer = await calendar().expect(200);
    expectToMatchApi(house.test.app, answer, 'GET /me/sign-ins');
    expect(answer.body).toMatchObject({ streak: 0, ladder: null, days: [] });
    await house.rule(WEEK);
  });

  it('count once a day, however many come at once', async () => {
    const answers = await Promise.all(Array.from({ length: 64 }, () => signIn()));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(answers.filter(({ body }) => body.isNew)).toHaveLength(1);
    expectToMatchApi(house.test.app, answers[0]!, 'POST /me/sign-ins');
    expect(await house.entries(customerId)).toEqual([['earn', 1]]);
    expect(
      await rows(house.em, 'select day::text, streak from points_sign_ins where customer_id = $1', [customerId]),
    ).toEqual([{ day: '2026-11-22', streak: 1 }]);
  });

  it('go by the programme’s calendar', async () => {
    house.ledger.now = '2026-11-22T15:59:59Z';
    expect((await signIn()).body.day).toBe('2026-11-22');
    house.ledger.now = '2026-11-22T16:00:00Z';
    expect((await signIn()).body).toMatchObject({ day: '2026-11-23', streak: 2, points: 2 });
  });

  it('earn more each day of a week, then from the first step again', async () => {
    const days = ['09', '10', '11', '12', '13', '14', '15', '16', '17'].map((day) => `2026-11-${day}`);
    expect(await signInOn(...days)).toEqual([1, 2, 3, 4, 5, 6, 20, 1, 2]);
    expect((await calendar()).body).toMatchObject({
      streak: 9,
      ladder: { points: [1, 2, 3, 4, 5, 6, 20], after: 'repeat' },
    });
  });

  it('begin anew after a missed day, across months and leap days', async () => {
    expect(await signInOn('2026-11-10', '2026-11-11', '2026-11-13')).toEqual([1, 2, 1]);
    customerId = await house.ledger.customer();
    expect(await signInOn('2028-02-28', '2028-02-29', '2028-03-01')).toEqual([1, 2, 3]);
    expect((await calendar('?month=2028-02').expect(200)).body.days).toHaveLength(2);
    await calendar('?month=2028-13').expect(400);
  });

  it('show the row of days as going on while today is still open', async () => {
    await signInOn('2026-11-20', '2026-11-21');
    on('2026-11-22');
    expect((await calendar()).body.streak).toBe(2);
    on('2026-11-23');
    expect((await calendar()).body.streak).toBe(0);
  });

  it('close a gap by a make-up card: the days behind it go on counting', async () => {
    await signInOn('2026-11-18', '2026-11-19', '2026-11-21', '2026-11-22');
    const answer = await makeUp('2026-11-20').expect(200);
    expectToMatchApi(house.test.app, answer, 'POST /me/sign-ins/make-up');
    expect(answer.body).toEqual({ day: '2026-11-20', kind: 'make-up', streak: 3, points: 3, isNew: true });
    const { body } = await calendar();
    expect(body.days.map(({ streak }: { streak: number }) => streak)).toEqual([1, 2, 3, 4, 5]);
    expect(body).toMatchObject({ streak: 5, makeUps: { perMonth: 2, used: 1, makeUpDays: 5 } });
    expect(await signInOn('2026-11-23')).toEqual([6]);
    expect((await house.points(customerId)).balance).toBe(1 + 2 + 1 + 2 + 3 + 6);
  });

  it('join no row of days that does not touch the gap', async () => {
    await signInOn('2026-11-16', '2026-11-20', '2026-11-22');
    await makeUp('2026-11-18').expect(200);
    const streaks = await rows<{ streak: number }>(
      house.em,
      'select streak from points_sign_ins where customer_id = $1 order by day',
      [customerId],
    );
    expect(streaks.map(({ streak }) => streak)).toEqual([1, 1, 1, 1]);
  });

  it('have as many make-up cards a month as the rule says, also when all are played at once', async () => {
    const days = ['2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20', '2026-11-21'];
    const answers = await Promise.all(days.map(makeUp));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(2);
    const refused = answers.filter(({ status }) => status === 422);
    expect(refused.map(({ body }) => body.code)).toEqual(Array(3).fill('points.make-ups-spent'));
    on('2026-12-01');
    await makeUp('2026-11-30').expect(200);
  });

  it('make up only days that are past and not too long ago, each once', async () => {
    expect((await makeUp('2026-11-22').expect(422)).body.code).toBe('points.make-up-day');
    expect((await makeUp('2026-11-16').expect(422)).body.code).toBe('points.make-up-day');
    await makeUp('2026-11-17').expect(200);
    expect((await makeUp('2026-11-17').expect(200)).body.isNew).toBe(false);
    expect((await calendar()).body.makeUps.used).toBe(1);
    await makeUp('tomorrow').expect(400);
  });

  it('belong to the member who asks and to nobody else', async () => {
    const other = await house.ledger.customer();
    await request(house.test.server).post(path).set(asMember(customerId)).send({ customerId: other }).expect(200);
    expect(await row(house.em, 'select from points_sign_ins where customer_id = $1', [other])).toBeNull();
    await request(house.test.server).get(`${path}?customerId=${other}`).set(asMember(customerId)).expect(400);
    await request(house.test.server).post(path).set(holding('points.manage')).expect(403);
    await request(house.test.server).post(path).expect(401);
  });
});
