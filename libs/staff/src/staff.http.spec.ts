import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@siyu/kernel';
import { rows } from '@siyu/platform';
import { expectToMatchApi } from '@siyu/platform/testing';
import { StaffService } from './staff.service';
import { startHouse, type House } from './testing/house';

describe('managing staff', () => {
  let house: House;
  let chief: { id: string; token: string };
  beforeAll(async () => {
    house = await startHouse();
    const { accessToken, staff } = await house.enter();
    chief = { id: staff.id, token: accessToken };
  });
  afterAll(() => house.close());

  const post = (path: string, body?: object, as = chief.token) => house.call('post', path, as, body);
  const patch = (id: string, body: object, as = chief.token) => house.call('patch', `/staff/${id}`, as, body);
  const list = (query = '') => house.call('get', `/staff${query}`, chief.token);
  const trailOf = async (id: string) =>
    (await house.call('get', `/audit?subjectId=${id}`, chief.token)).body.items as {
      action: string;
      before: unknown;
      after: unknown;
    }[];

  it('makes an account that can sign in at once, and keeps the password to whoever chose it', async () => {
    const person = {
      email: 'Zhao@Example.com',
      displayName: '赵敏',
      role: 'service-staff',
      password: 'chosen by the chief',
    };
    const answer = await post('/staff', person);
    expect(answer.status).toBe(201);
    expectToMatchApi(house.app, answer, 'POST /staff');
    expect(answer.body).toEqual({
      staff: {
        id: expect.any(String),
        email: 'zhao@example.com',
        displayName: '赵敏',
        role: 'service-staff',
        status: 'active',
        lockedUntil: null,
        lastSignInAt: null,
        createdAt: '2026-11-22T08:00:00.000Z',
      },
    });
    const entered = await house.enter({ email: person.email, password: person.password });
    expect(entered.staff).toMatchObject({
      mustChangePassword: false,
      permissions: expect.arrayContaining(['customers.reveal']),
    });
    expect((await list('?q=赵')).body.items[0].lastSignInAt).toBe('2026-11-22T08:00:00.000Z');
    expect(await trailOf(answer.body.staff.id)).toMatchObject([
      { action: 'auth.sign-in' },
      { action: 'staff.create', before: null, after: { email: 'zhao@example.com', role: 'service-staff' } },
    ]);
  });

  it('makes a password up when none is given, which opens nothing until it is changed', async () => {
    const made = await post('/staff', { email: 'new@example.com', displayName: 'New', role: 'administrator' });
    expectToMatchApi(house.app, made, 'POST /staff');
    const { initialPassword } = made.body as { initialPassword: string };
    expect(initialPassword).toMatch(/^[A-HJ-NP-Za-km-z2-9]{16}$/);
    const entered = await house.enter({ email: 'new@example.com', password: initialPassword });
    expect(entered.staff.mustChangePassword).toBe(true);
    const refused = await house.call('get', '/staff', entered.accessToken);
    expect(refused.body).toMatchObject({ status: 403, code: 'auth.password-change-required' });
    expectToMatchApi(house.app, refused, 'GET /staff');
    const passwords = { currentPassword: initialPassword, newPassword: 'my very own words' };
    const changed = await post('/auth/password', passwords, entered.accessToken);
    expect(changed.status).toBe(204);
    expectToMatchApi(house.app, changed, 'POST /auth/password');
    expect((await house.call('get', '/staff', entered.accessToken)).status).toBe(200);
  });

  it.each([
    [{ password: 'short' }, 'staff.weak-password', '/password'],
    [{ password: 'password123' }, 'staff.weak-password', '/password'],
    [{ email: 'nobody' }, 'staff.bad-email', '/email'],
    [{ role: 'owner' }, 'request.invalid', '/role'],
    [{ displayName: ' ' }, 'request.invalid', '/displayName'],
    [{ status: 'disabled' }, 'request.invalid', '/status'],
  ])('refuses to make an account with %j and names the field', async (fault, code, pointer) => {
    const good = { email: 'good@example.com', displayName: 'Good', role: 'analyst', password: 'a good password' };
    const answer = await post('/staff', { ...good, ...fault });
    expect(answer.body).toMatchObject({ status: 400, code, errors: [{ pointer }] });
    expect((await list('?q=good@example.com')).body.items).toEqual([]);
  });

  it('makes one account per e-mail, also of ten that are asked for at once', async () => {
    const person = { email: 'twin@example.com', displayName: 'Twin', role: 'analyst', password: 'a good password' };
    const answers = await Promise.all(Array.from({ length: 10 }, () => post('/staff', person)));
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, ...Array<number>(9).fill(409)]);
    const refused = answers.find((answer) => answer.status === 409)!;
    expect(refused.body).toMatchObject({ code: 'staff.email-taken', errors: [{ pointer: '/email' }] });
  });

  it('lists the newest first, page by page, and finds by part of name or e-mail without wildcards', async () => {
    const first = await list('?limit=2');
    expectToMatchApi(house.app, first, 'GET /staff');
    const second = await list(`?limit=2&cursor=${first.body.nextCursor}`);
    const ids = [...first.body.items, ...second.body.items].map((staff: { id: string }) => staff.id);
    expect(new Set(ids).size).toBe(4);
    expect([...ids].sort().reverse()).toEqual(ids);
    expect((await list('?q=EXAMPLE.com&limit=200')).body.items.length).toBeGreaterThan(1);
    expect((await list('?q=%25')).body.items).toEqual([]);
    expect((await list('?cursor=bm9wZQ')).body).toMatchObject({ status: 400, code: 'page.bad-cursor' });
    expect((await list('?limit=0')).status).toBe(400);
  });

  it('changes name, role and status, and writes down what was before and after', async () => {
    const person = await house.hire('analyst');
    const { accessToken } = await house.enter(person);
    const answer = await patch(person.id, { displayName: '新名字', role: 'community-operator', status: 'disabled' });
    expectToMatchApi(house.app, answer, 'PATCH /staff/{id}');
    expect(answer.body).toMatchObject({ displayName: '新名字', role: 'community-operator', status: 'disabled' });
    expect((await house.call('get', '/auth/me', accessToken)).status).toBe(401);
    expect((await patch(person.id, { status: 'active' })).body.status).toBe('active');
    expect((await house.call('get', '/auth/me', accessToken)).status).toBe(401);
    expect((await house.signIn(person)).status).toBe(200);
    const [, activated, changed] = await trailOf(person.id);
    expect(activated).toMatchObject({ before: { status: 'disabled' }, after: { status: 'active' } });
    expect(changed).toMatchObject({
      action: 'staff.update',
      before: { role: 'analyst' },
      after: { role: 'community-operator' },
    });
  });

  it('writes nothing down when nothing changes', async () => {
    const person = await house.hire('analyst');
    await patch(person.id, { role: 'analyst' });
    await patch(person.id, {});
    expect(await trailOf(person.id)).toHaveLength(1);
  });

  it('answers 404 for an account that is not there and 400 for what is no id', async () => {
    expect((await patch(newId(), { displayName: 'X' })).body).toMatchObject({ status: 404, code: 'staff.not-found' });
    expect((await post(`/staff/${newId()}/unlock`)).status).toBe(404);
    expect((await post(`/staff/${newId()}/password-reset`)).status).toBe(404);
    expect((await house.call('get', `/staff/${newId()}`, chief.token)).status).toBe(404);
    expect((await patch('17', { displayName: 'X' })).body).toMatchObject({ status: 400, errors: [{ pointer: '/id' }] });
  });

  it('lets nobody change their own role or status', async () => {
    expect((await patch(chief.id, { role: 'analyst' })).body).toMatchObject({ status: 422, code: 'staff.own-account' });
    expect((await patch(chief.id, { status: 'disabled' })).body).toMatchObject({ code: 'staff.own-account' });
    expect((await patch(chief.id, { displayName: 'Chief' })).body).toMatchObject({ displayName: 'Chief' });
  });

  it('keeps an administrator when two demote each other at the same moment', async () => {
    for (let round = 0; round < 5; round += 1) {
      const rival = await house.hire('administrator');
      const { accessToken } = await house.enter(rival);
      await rows(
        house.database.em,
        `update staff set status = 'disabled' where role = 'administrator' and staff_id <> all($1::uuid[])`,
        [[chief.id, rival.id]],
      );
      const answers = await Promise.all([
        patch(rival.id, { role: 'analyst' }),
        patch(chief.id, { role: 'analyst' }, accessToken),
      ]);
      const left = await rows<{ staff_id: string }>(
        house.database.em,
        `select staff_id from staff where role = 'administrator' and status = 'active'`,
      );
      expect(left).toHaveLength(1);
      const refusals = answers.flatMap((answer) => (answer.status === 200 ? [] : [answer.body.code as string]));
      expect(refusals).toEqual([expect.stringMatching(/^(staff.last-administrator|auth.forbidden)$/)]);
      await rows(house.database.em, `update staff set role = 'administrator' where staff_id = $1`, [chief.id]);
      house.clock.pass(6);
      const { accessToken: again } = await house.enter();
      chief.token = again;
    }
  });

  it('opens a locked account, and shows until when it was closed', async () => {
    const person = await house.hire('analyst');
    for (let failure = 1; failure <= 5; failure += 1) await house.signIn({ ...person, password: 'wrong' });
    const closed = await list(`?q=${person.email}`);
    expectToMatchApi(house.app, closed, 'GET /staff');
    expect(Date.parse(closed.body.items[0].lockedUntil)).toBe(house.clock.now().getTime() + 60_000);
    const opened = await post(`/staff/${person.id}/unlock`);
    expectToMatchApi(house.app, opened, 'POST /staff/{id}/unlock');
    expect(opened.body.lockedUntil).toBeNull();
    expect((await house.signIn(person)).status).toBe(200);
    await post(`/staff/${person.id}/unlock`);
    expect((await trailOf(person.id)).filter(({ action }) => action === 'staff.unlock')).toHaveLength(1);
  });

  it('resets a password: the old one and all sessions end, the account opens, the new one must be changed', async () => {
    const person = await house.hire('analyst');
    const { accessToken } = await house.enter(person);
    for (let failure = 1; failure <= 5; failure += 1) await house.signIn({ ...person, password: 'wrong' });
    const answer = await post(`/staff/${person.id}/password-reset`);
    expect(answer.status).toBe(200);
    expectToMatchApi(house.app, answer, 'POST /staff/{id}/password-reset');
    expect((await house.call('get', '/auth/me', accessToken)).status).toBe(401);
    expect((await house.signIn(person)).status).toBe(401);
    const entered = await house.enter({ email: person.email, password: answer.body.initialPassword as string });
    expect(entered.staff.mustChangePassword).toBe(true);
    expect(JSON.stringify(await trailOf(person.id))).not.toContain(answer.body.initialPassword);
  });

  it('gives an account back to whoever runs the machine, when nobody can sign in any more', async () => {
    const person = await house.hire('administrator');
    for (let failure = 1; failure <= 5; failure += 1) await house.signIn({ ...person, password: 'wrong' });
    const password = await house.app.get(StaffService).resetPasswordOf(` ${person.email.toUpperCase()}`);
    expect((await house.enter({ email: person.email, password })).staff.id).toBe(person.id);
    expect((await trailOf(person.id)).map(({ action }) => action)).toContain('staff.password-reset');
    await expect(house.app.get(StaffService).resetPasswordOf('nobody@example.com')).rejects.toThrow('staff.not-found');
  });

  it('tells every colleague the names of all, and nothing else of them', async () => {
    const { accessToken } = await house.enter(await house.hire('analyst'));
    const answer = await house.call('get', '/staff/names', accessToken);
    expectToMatchApi(house.app, answer, 'GET /staff/names');
    const own = (answer.body.items as { id: string }[]).find(({ id }) => id === chief.id);
    expect(own).toEqual({ id: chief.id, displayName: expect.any(String) });
    expect((await house.call('get', `/staff/${chief.id}`, accessToken)).status).toBe(403);
  });

  it('is for those who may: reading and managing are two permissions, the roles are for everybody', async () => {
    const { accessToken } = await house.enter(await house.hire('membership-operator'));
    expect((await house.call('get', '/staff', accessToken)).body).toMatchObject({
      status: 403,
      extra: { permission: 'staff.read' },
    });
    const making = await post('/staff', {}, accessToken);
    expect(making.body).toMatchObject({ status: 403, extra: { permission: 'staff.manage' } });
    expect((await house.call('get', '/audit', accessToken)).status).toBe(403);
    const roles = await house.call('get', '/roles', accessToken);
    expectToMatchApi(house.app, roles, 'GET /roles');
    expect(roles.body.items.map((role: { code: string }) => role.code)).toContain('analyst');
  });
});
