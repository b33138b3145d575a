import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { rows } from '@siyu/platform';
import { expectToMatchApi } from '@siyu/platform/testing';
import { networkOf } from '@siyu/platform';
import { addressKey } from './throttles.store';
import { startHouse, type House } from './testing/house';

describe('signing in', () => {
  let house: House;
  beforeAll(async () => {
    house = await startHouse();
  });
  afterAll(() => house.close());

  const wrong = (email: string, from?: string) => house.signIn({ email, password: 'not the password' }, from);
  const statuses = (answers: { status: number }[]) => answers.map((answer) => answer.status).sort();

  it('gives tokens, tells who it is, and keeps the refresh token in a cookie that scripts cannot read', async () => {
    const answer = await house.signIn(house.administrator);
    expect(answer.status).toBe(200);
    expectToMatchApi(house.app, answer, 'POST /auth/sign-in');
    expect(answer.body.staff).toMatchObject({
      email: 'admin@localhost',
      role: 'administrator',
      mustChangePassword: false,
    });
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.headers['set-cookie']?.[0]).toMatch(
      /^siyu_refresh=[^;]+; Path=\/api\/v1\/auth; Expires=Sun, 22 Nov 2026 20:00:00 GMT; HttpOnly; SameSite=Strict$/,
    );
    const me = await house.call('get', '/auth/me', answer.body.accessToken);
    expectToMatchApi(house.app, me, 'GET /auth/me');
    expect(me.body).toEqual(answer.body.staff);
  });

  it('keeps the cookie to encrypted connections where it came by one', async () => {
    const answer = await request(house.server)
      .post('/api/v1/auth/sign-in')
      .set('x-forwarded-proto', 'https')
      .send(house.administrator);
    expect(answer.headers['set-cookie']?.[0]).toContain('; Secure');
  });

  it('knows the e-mail in any case and the password in any width, and takes neither more nor less', async () => {
    expect((await house.signIn({ ...house.administrator, email: ' ADMIN@localhost ' })).status).toBe(200);
    expect((await house.signIn({ ...house.administrator, password: `${house.administrator.password} ` })).status).toBe(
      401,
    );
    expect((await house.signIn({ email: 'admin@localhost', password: '' })).status).toBe(400);
  });

  it('says the same of a wrong password, an unknown e-mail and a disabled account', async () => {
    const gone = await house.hire('analyst');
    const { accessToken } = await house.enter();
    await house.call('patch', `/staff/${gone.id}`, accessToken, { status: 'disabled' });
    const answers = [await wrong('admin@localhost'), await wrong('nobody@example.com'), await house.signIn(gone)];
    const told = answers.map(({ status, body }) => ({ status, code: body.code, detail: body.detail }));
    expect(told[0]).toMatchObject({ status: 401, code: 'auth.invalid-credentials' });
    expect(told).toEqual([told[0], told[0], told[0]]);
    answers.forEach((answer) => expectToMatchApi(house.app, answer, 'POST /auth/sign-in'));
  });

  it('is closed for a minute after five failures in a row, then for two, also to the right password', async () => {
    const person = await house.hire('service-staff');
    for (let failure = 1; failure <= 5; failure += 1) expect((await wrong(person.email)).status).toBe(401);
    const refused = await house.signIn(person);
    expect(refused.body).toMatchObject({ status: 429, code: 'auth.locked', extra: { retryAfterSeconds: 60 } });
    expect(refused.headers['retry-after']).toBe('60');
    house.clock.pass(59);
    expect((await house.signIn(person)).body).toMatchObject({ extra: { retryAfterSeconds: 1 } });
    house.clock.pass(1);
    expect((await wrong(person.email)).status).toBe(401);
    expect((await house.signIn(person)).body).toMatchObject({ extra: { retryAfterSeconds: 120 } });
    house.clock.pass(120);
    expect((await house.signIn(person)).status).toBe(200);
    for (let failure = 1; failure <= 4; failure += 1) await wrong(person.email);
    expect((await house.signIn(person)).status).toBe(200);
  });

  it('lets no more than five of any number of simultaneous guesses through', async () => {
    const person = await house.hire('service-staff');
    const answers = await Promise.all(Array.from({ length: 12 }, () => wrong(person.email)));
    expect(statuses(answers)).toEqual([...Array<number>(5).fill(401), ...Array<number>(7).fill(429)]);
  });

  it('does not mistake simultaneous sign-ins with the right password for guesses', async () => {
    const person = await house.hire('analyst');
    const answers = await Promise.all(Array.from({ length: 12 }, () => house.signIn(person)));
    expect(statuses(answers)).toEqual(Array<number>(12).fill(200));
  });

  it('closes for an unknown e-mail too, so that being closed tells nothing', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => wrong('nobody-2@example.com')));
    expect(statuses(answers)).toEqual([...Array<number>(5).fill(401), ...Array<number>(5).fill(429)]);
  });

  /** As if so many attempts from there had failed a moment ago. */
  const failedFrom = (address: string, failures: number) =>
    rows(house.database.em, 'insert into staff_throttles (key, failures, failed_at) values ($1, $2, $3)', [
      addressKey(networkOf(address)),
      failures,
      house.clock.now(),
    ]);

  it('is closed to an address that tries one password on many accounts, and to no other', async () => {
    await failedFrom('203.0.113.9', 47);
    const spray = (index: number) => wrong(`someone-${index}@example.com`, '203.0.113.9');
    const answers = await Promise.all(Array.from({ length: 8 }, (_, index) => spray(index)));
    expect(statuses(answers)).toEqual([401, 401, 401, 429, 429, 429, 429, 429]);
    expect((await house.signIn(house.administrator, '203.0.113.9')).status).toBe(429);
    expect((await house.signIn(house.administrator, '203.0.113.10')).status).toBe(200);
    house.clock.pass(60);
    expect((await house.signIn(house.administrator, '203.0.113.9')).status).toBe(200);
  });

  it('does not count the attempts of those who get in against their address', async () => {
    await failedFrom('203.0.113.77', 49);
    for (let time = 0; time < 3; time += 1) {
      expect((await house.signIn(house.administrator, '203.0.113.77')).status).toBe(200);
    }
    expect((await wrong('someone@example.com', '203.0.113.77')).status).toBe(401);
    expect((await house.signIn(house.administrator, '203.0.113.77')).status).toBe(429);
  });

  it('leaves a trace of who came in and who was locked out, and of no password', async () => {
    const person = await house.hire('analyst');
    await house.enter(person);
    for (let failure = 1; failure <= 5; failure += 1) await wrong(person.email);
    const { accessToken } = await house.enter();
    const trail = await house.call('get', `/audit?subject=staff&subjectId=${person.id}`, accessToken);
    expectToMatchApi(house.app, trail, 'GET /audit');
    const acts = trail.body.items.map((entry: { action: string; actor: unknown }) => [entry.action, entry.actor]);
    expect(acts).toEqual([
      ['auth.locked', { kind: 'system', id: null, displayName: null }],
      ['auth.sign-in', { kind: 'staff', id: person.id, displayName: expect.any(String) }],
      ['staff.create', { kind: 'staff', id: expect.any(String), displayName: 'admin' }],
    ]);
    const kept = await rows(house.database.em, 'select before, after from platform_audit_entries');
    const throttles = await rows(house.database.em, 'select key from staff_throttles');
    expect(JSON.stringify([kept, throttles])).not.toContain(person.password);
    expect(JSON.stringify(throttles)).not.toContain(person.email);
  });
});
