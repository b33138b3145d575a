import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get, Module } from '@nestjs/common';
import { type Actor, CurrentActor, RequirePermission, rows } from '@siyu/platform';
import { expectToMatchApi } from '@siyu/platform/testing';
import { startHouse, type House } from './testing/house';

/** What the key is used for: a route of another context. */
@Controller('shelf')
class ShelfController {
  @Get()
  @RequirePermission('customers.read')
  whoami(@CurrentActor() actor: Actor) {
    return { kind: actor.kind };
  }
}

@Module({ controllers: [ShelfController] })
class ShelfModule {}

describe('API keys', () => {
  let house: House;
  let chief: { id: string; token: string };
  beforeAll(async () => {
    house = await startHouse([ShelfModule]);
    const { accessToken, staff } = await house.enter();
    chief = { id: staff.id, token: accessToken };
  });
  afterAll(() => house.close());

  const make = (body: object, as = chief.token) => house.call('post', '/api-keys', as, body);
  const made = async (body: object = { name: 'till', permissions: ['customers.read'] }) => {
    const answer = await make(body);
    expect(answer.status).toBe(201);
    return answer.body as { secret: string; apiKey: { id: string; permissions: string[] } };
  };
  const shelf = async (secret: string) => house.call('get', '/shelf', secret);
  const listed = async (id: string) =>
    (
      (await house.call('get', '/api-keys', chief.token)).body.items as { id: string; lastUsedAt: string | null }[]
    ).find((key) => key.id === id);

  it('open what they hold and nothing else; the secret is told once and kept nowhere', async () => {
    const answer = await make({ name: '小程序后端', permissions: ['customers.read', 'customers.read'] });
    expectToMatchApi(house.app, answer, 'POST /api-keys');
    const { secret, apiKey } = answer.body;
    expect(apiKey).toMatchObject({ permissions: ['customers.read'], createdBy: chief.id, lastUsedAt: null });
    expect(answer.headers['cache-control']).toBe('no-store');
    expect((await shelf(secret)).body).toEqual({ kind: 'api-key' });
    expect((await house.call('get', '/audit', secret)).body).toMatchObject({ status: 403, code: 'auth.forbidden' });
    expect((await house.call('get', '/auth/me', secret)).body).toMatchObject({ code: 'auth.wrong-caller' });
    const list = await house.call('get', '/api-keys', chief.token);
    expectToMatchApi(house.app, list, 'GET /api-keys');
    expect(list.text).not.toContain(secret);
    const everything = await rows(house.database.em, 'select k::text from staff_api_keys k');
    const trail = await house.call('get', `/audit?subject=api-key`, chief.token);
    expect(JSON.stringify(everything) + trail.text).not.toContain(secret);
    expect(trail.body.items[0]).toMatchObject({ action: 'api-keys.create', subjectId: apiKey.id });
  });

  it('take the codes of a role, but for what takes a person', async () => {
    const { apiKey } = await made({ name: 'all', role: 'administrator' });
    expect(apiKey.permissions).toContain('customers.write');
    for (const code of ['staff.manage', 'points.approve', 'members.issue-token']) {
      expect(apiKey.permissions).not.toContain(code);
    }
    expect((await made({ name: 'shop', permissions: ['members.issue-token'] })).apiKey.permissions).toHaveLength(1);
  });

  it.each([
    [{ name: 'x' }, 'api-keys.bad-permissions'],
    [{ name: 'x', permissions: [] }, 'api-keys.bad-permissions'],
    [{ name: 'x', permissions: ['staff.manage'] }, 'api-keys.bad-permissions'],
    [{ name: 'x', permissions: ['dreams.read'] }, 'api-keys.bad-permissions'],
    [{ name: 'x', permissions: ['customers.read'], role: 'analyst' }, 'api-keys.bad-permissions'],
    [{ name: 'x', role: 'analyst', expiresAt: '2026-11-22T07:59:59Z' }, 'api-keys.expired'],
    [{ name: '', role: 'analyst' }, 'request.invalid'],
  ])('are not made from %j', async (body, code) => {
    expect((await make(body)).body).toMatchObject({ status: 400, code });
  });

  it('are made and revoked by administrators only, never by a key', async () => {
    const { secret, apiKey } = await made({ name: 'all', role: 'administrator' });
    const { accessToken } = await house.enter(await house.hire('membership-operator'));
    for (const token of [secret, accessToken]) {
      expect((await make({ name: 'more', role: 'analyst' }, token)).status).toBe(403);
      expect((await house.call('delete', `/api-keys/${apiKey.id}`, token)).status).toBe(403);
    }
  });

  it('open nothing from the moment of their revocation, which is on record once', async () => {
    const { secret, apiKey } = await made();
    expect((await shelf(secret)).status).toBe(200);
    for (let time = 0; time < 2; time += 1) {
      expect((await house.call('delete', `/api-keys/${apiKey.id}`, chief.token)).status).toBe(204);
    }
    expect((await shelf(secret)).body).toMatchObject({ status: 401, code: 'auth.unauthenticated' });
    const trail = await house.call('get', `/audit?subjectId=${apiKey.id}&action=api-keys.revoke`, chief.token);
    expect(trail.body.items).toHaveLength(1);
    const nobodys = '0199f000-0000-7000-8000-000000000000';
    expect((await house.call('delete', `/api-keys/${nobodys}`, chief.token)).body.code).toBe('api-keys.not-found');
  });

  it('open nothing after their end', async () => {
    const until = new Date(house.clock.now().getTime() + 10_000).toISOString();
    const { secret } = await made({ name: 'short', role: 'analyst', expiresAt: until });
    expect((await shelf(secret)).status).toBe(200);
    house.clock.pass(10);
    expect((await shelf(secret)).status).toBe(401);
  });

  it('tell when they were used, to the minute, without a write per request', async () => {
    const { secret, apiKey } = await made();
    const first = house.clock.now().toISOString();
    await shelf(secret);
    expect((await listed(apiKey.id))!.lastUsedAt).toBe(first);
    house.clock.pass(59);
    await shelf(secret);
    expect((await listed(apiKey.id))!.lastUsedAt).toBe(first);
    house.clock.pass(6);
    await shelf(secret);
    expect((await listed(apiKey.id))!.lastUsedAt).toBe(house.clock.now().toISOString());
  });

  it('are not guessed: another secret of the right form, one cut short, a hash', async () => {
    const { secret } = await made();
    const [{ secret_hash: hash }] = (await rows<{ secret_hash: string }>(
      house.database.em,
      'select secret_hash from staff_api_keys order by key_id desc limit 1',
    )) as [{ secret_hash: string }];
    for (const token of [secret.slice(0, -1), `${secret}A`, `siyu_${'A'.repeat(43)}`, 'siyu_', hash, `siyu_${hash}`]) {
      expect([token, (await shelf(token)).status]).toEqual([token, 401]);
    }
  });

  it('sign their acts in the audit with their name', async () => {
    const { secret, apiKey } = await made({ name: 'reader of audits', permissions: ['audit.read'] });
    await rows(
      house.database.em,
      `insert into platform_audit_entries (entry_id, recorded_at, actor_kind, actor_id, action, subject, subject_id)
       values (gen_random_uuid(), now(), 'api-key', $1, 'points.earn', 'customer', 'x')`,
      [apiKey.id],
    );
    const trail = await house.call('get', `/audit?actorId=${apiKey.id}`, secret);
    expect(trail.body.items[0].actor).toEqual({ kind: 'api-key', id: apiKey.id, displayName: 'reader of audits' });
  });
});
