import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { expectToMatchApi } from '@siyu/platform/testing';
import { startHouse, type House } from './testing/house';

describe('changing the own password', () => {
  let house: House;
  beforeAll(async () => {
    house = await startHouse();
  });
  afterAll(() => house.close());

  const change = (as: string, currentPassword: string, newPassword: string) =>
    house.call('post', '/auth/password', as, { currentPassword, newPassword });

  it('ends the other sessions and keeps this one', async () => {
    const person = await house.hire('analyst');
    const [here, there] = [await house.enter(person), await house.enter(person)];
    expect((await change(here.accessToken, person.password, 'quite another one')).status).toBe(204);
    expect((await house.call('get', '/auth/me', here.accessToken)).status).toBe(200);
    expect((await house.call('post', '/auth/refresh', null, { refreshToken: here.refreshToken })).status).toBe(200);
    expect((await house.call('get', '/auth/me', there.accessToken)).status).toBe(401);
    expect((await house.call('post', '/auth/refresh', null, { refreshToken: there.refreshToken })).status).toBe(401);
    expect((await house.signIn(person)).status).toBe(401);
    expect((await house.signIn({ ...person, password: 'quite another one' })).status).toBe(200);
  });

  it('asks for the current one, and closes like the sign-in does when that is guessed', async () => {
    const person = await house.hire('analyst');
    const { accessToken } = await house.enter(person);
    const guesses = await Promise.all(
      Array.from({ length: 10 }, () => change(accessToken, 'guessing', 'quite another one')),
    );
    guesses.forEach((guess) => expectToMatchApi(house.app, guess, 'POST /auth/password'));
    const told = guesses.map((guess) => guess.body.code as string).sort();
    expect(told).toEqual([...Array<string>(5).fill('auth.locked'), ...Array<string>(5).fill('auth.wrong-password')]);
    expect((await house.signIn(person)).status).toBe(429);
    expect((await house.call('get', '/auth/me', accessToken)).status).toBe(200);
  });

  it('refuses a weak one, naming the field, and changes nothing', async () => {
    const person = await house.hire('analyst');
    const { accessToken } = await house.enter(person);
    const answer = await change(accessToken, person.password, 'qwertyuiop');
    expect(answer.body).toMatchObject({
      status: 400,
      code: 'staff.weak-password',
      errors: [{ pointer: '/newPassword' }],
    });
    expect((await house.signIn(person)).status).toBe(200);
  });

  it('happens once when asked for twice at the same moment', async () => {
    const person = await house.hire('analyst');
    const { accessToken } = await house.enter(person);
    const wishes = ['the first wish', 'the second wish'];
    const answers = await Promise.all(wishes.map((wish) => change(accessToken, person.password, wish)));
    expect(answers.map((answer) => answer.status).sort()).toEqual([204, 422]);
    const won = wishes[answers.findIndex((answer) => answer.status === 204)]!;
    expect((await house.signIn({ ...person, password: won })).status).toBe(200);
  });
});
