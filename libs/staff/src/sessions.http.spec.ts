import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { expectToMatchApi } from '@siyu/platform/testing';
import { startHouse, type House, type Person } from './testing/house';

describe('a session', () => {
  let house: House;
  let person: Person & { id: string };
  beforeAll(async () => {
    house = await startHouse();
    person = await house.hire('analyst');
  });
  afterAll(() => house.close());

  const refresh = (refreshToken: string) => house.call('post', '/auth/refresh', null, { refreshToken });
  const status = async (path: string, token: string) => (await house.call('get', path, token)).status;

  it('goes on with fresh tokens, each good for one refresh', async () => {
    const first = await house.enter(person);
    const second = await refresh(first.refreshToken);
    expectToMatchApi(house.app, second, 'POST /auth/refresh');
    expect(second.body.staff).toEqual(first.staff);
    expect(second.body.refreshToken).not.toBe(first.refreshToken);
    expect(await status('/auth/me', second.body.accessToken)).toBe(200);
    expect((await refresh(second.body.refreshToken)).status).toBe(200);
  });

  it('is refreshed by the cookie alone, with an empty body or none', async () => {
    const entered = await house.signIn(person);
    const cookie = entered.headers['set-cookie']![0]!.split(';')[0]!;
    const bare = await request(house.server).post('/api/v1/auth/refresh').set('cookie', cookie);
    expect(bare.status).toBe(200);
    expect(bare.headers['set-cookie']?.[0]).toContain(bare.body.refreshToken);
    const empty = await request(house.server).post('/api/v1/auth/refresh').set('cookie', cookie).send({});
    expect(empty.body.refreshToken).toBe(bare.body.refreshToken);
  });

  it('gives the same successor to refreshes that come at once or repeat a lost answer', async () => {
    const { refreshToken } = await house.enter(person);
    const answers = await Promise.all(Array.from({ length: 10 }, () => refresh(refreshToken)));
    expect(answers.map((answer) => answer.status)).toEqual(Array<number>(10).fill(200));
    const successors = new Set(answers.map((answer) => answer.body.refreshToken as string));
    expect(successors.size).toBe(1);
    house.clock.pass(20);
    expect((await refresh(refreshToken)).body.refreshToken).toBe([...successors][0]);
  });

  it('ends for both sides when a replaced refresh token comes back, and leaves a trace', async () => {
    const first = await house.enter(person);
    const second = await refresh(first.refreshToken);
    house.clock.pass(21);
    const stolen = await refresh(first.refreshToken);
    expect(stolen.body).toMatchObject({ status: 401, code: 'auth.refresh-reused' });
    expect((await refresh(second.body.refreshToken)).body).toMatchObject({ status: 401, code: 'auth.refresh-invalid' });
    house.clock.pass(5);
    expect(await status('/auth/me', second.body.accessToken)).toBe(401);
    const { accessToken } = await house.enter();
    const trail = await house.call('get', `/audit?action=auth.refresh-reused&subjectId=${person.id}`, accessToken);
    expect(trail.body.items[0].after).toMatchObject({ presented: 1, current: 2 });
  });

  it('ends on sign-out at once, by bearer token, by body or by cookie, and signing out again is no error', async () => {
    const byBearer = await house.enter(person);
    const answer = await house.call('post', '/auth/sign-out', byBearer.accessToken);
    expect(answer.status).toBe(204);
    expectToMatchApi(house.app, answer, 'POST /auth/sign-out');
    expect(answer.headers['set-cookie']?.[0]).toMatch(/^siyu_refresh=; .*Expires=Thu, 01 Jan 1970/);
    expect(await status('/auth/me', byBearer.accessToken)).toBe(401);
    expect((await refresh(byBearer.refreshToken)).status).toBe(401);

    const byBody = await house.enter(person);
    await house.call('post', '/auth/sign-out', null, { refreshToken: byBody.refreshToken });
    expect(await status('/auth/me', byBody.accessToken)).toBe(401);

    const byCookie = await house.enter(person);
    const out = request(house.server)
      .post('/api/v1/auth/sign-out')
      .set('cookie', `siyu_refresh=${byCookie.refreshToken}`);
    await out.expect(204);
    expect(await status('/auth/me', byCookie.accessToken)).toBe(401);
    expect((await house.call('post', '/auth/sign-out', byCookie.accessToken)).status).toBe(204);
  });

  it('is over after twelve hours without a refresh', async () => {
    const { refreshToken } = await house.enter(person);
    house.clock.pass(12 * 3600 - 1);
    const kept = await refresh(refreshToken);
    expect(kept.status).toBe(200);
    house.clock.pass(12 * 3600);
    expect((await refresh(kept.body.refreshToken)).body).toMatchObject({ code: 'auth.refresh-invalid' });
  });

  it('is over after thirty days, however busy', async () => {
    let { refreshToken } = await house.enter(person);
    for (let hours = 0; hours < 30 * 24 - 8; hours += 8) {
      house.clock.pass(8 * 3600);
      const answer = await refresh(refreshToken);
      expect(answer.status).toBe(200);
      refreshToken = answer.body.refreshToken as string;
    }
    house.clock.pass(8 * 3600);
    expect((await refresh(refreshToken)).status).toBe(401);
  });

  it('opens with access tokens that are good for ten minutes', async () => {
    const { accessToken, expiresAt } = await house.enter(person);
    expect(Date.parse(expiresAt) - house.clock.now().getTime()).toBe(600_000);
    house.clock.pass(599);
    expect(await status('/auth/me', accessToken)).toBe(200);
    house.clock.pass(1);
    expect(await status('/auth/me', accessToken)).toBe(401);
  });

  it('ends when the account is disabled, and follows a change of role, at once', async () => {
    const other = await house.hire('membership-operator');
    const chief = await house.enter();
    const { accessToken, refreshToken } = await house.enter(other);
    expect(await status('/staff', accessToken)).toBe(403);
    await house.call('patch', `/staff/${other.id}`, chief.accessToken, { role: 'administrator' });
    expect(await status('/staff', accessToken)).toBe(200);
    await house.call('patch', `/staff/${other.id}`, chief.accessToken, { status: 'disabled' });
    expect(await status('/auth/me', accessToken)).toBe(401);
    expect((await refresh(refreshToken)).status).toBe(401);
  });
});
