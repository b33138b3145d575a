import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startHouse, type House } from './testing/house';

describe('signing in', () => {
  let house: House;
  beforeAll(async () => {
    house = await startHouse();
  });
  afterAll(() => house.close());

  it('gives tokens, tells who it is, and keeps the refresh token in a cookie that scripts cannot read', async () => {
    const answer = await house.signIn(house.administrator);
    expect(answer.status).toBe(200);
    expect(answer.body.staff).toMatchObject({
      email: 'admin@localhost',
      role: 'administrator',
      mustChangePassword: false,
    });
    expect(answer.headers['set-cookie']?.[0]).toMatch(
      /^siyu_refresh=[^;]+; Path=\/api\/v1\/auth; Expires=Sun, 22 Nov 2026 20:00:00 GMT; HttpOnly; SameSite=Strict$/,
    );
    const me = await house.call('get', '/auth/me', answer.body.accessToken);
    expect(me.body).toEqual(answer.body.staff);
  });
});
