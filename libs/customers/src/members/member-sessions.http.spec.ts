import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SignJWT, UnsecuredJWT } from 'jose';
import { newId } from '@siyu/kernel';
import { CONFIG, type Config, Jobs, row, rows, SessionTokens } from '@siyu/platform';
import { asApiKey, asMember, expectToMatchApi, holding } from '@siyu/platform/testing';
import { MemberTokens } from './member-tokens';
import { sweepMemberSignIns } from './members.jobs';
import { openShop, type Shop } from './testing/shop';

describe('the session of a member', () => {
  let shop: Shop;
  let phones = 13_900_000_000;
  const newPhone = () => String((phones += 1));
  beforeAll(async () => {
    shop = await openShop();
  });
  afterAll(() => shop.close());

  const refresh = (refreshToken: string) => shop.post('/member-auth/refresh', { refreshToken });
  const status = async (token: string) => (await shop.me(token)).status;

  it('goes on with fresh tokens, each good for one refresh', async () => {
    const first = await shop.signIn(newPhone());
    const second = await refresh(first.refreshToken);
    expectToMatchApi(shop.app, second, 'POST /member-auth/refresh');
    expect(second.body.customerId).toBe(first.customerId);
    expect(second.body.refreshToken).not.toBe(first.refreshToken);
    expect(await status(second.body.accessToken)).toBe(200);
  });

  it('gives the same successor to refreshes that come at once', async () => {
    const { refreshToken } = await shop.signIn(newPhone());
    const answers = await Promise.all(Array.from({ length: 8 }, () => refresh(refreshToken)));
    expect(new Set(answers.map(({ body }) => body.refreshToken as string)).size).toBe(1);
  });

  it('ends for both sides, at once and on record, when a replaced refresh token comes back', async () => {
    const first = await shop.signIn(newPhone());
    const second = (await refresh(first.refreshToken)).body;
    shop.clock.pass(21);
    expect(await status(second.accessToken)).toBe(200);
    expect((await refresh(first.refreshToken)).body).toMatchObject({ status: 401, code: 'member-auth.refresh-reused' });
    expect(await status(second.accessToken)).toBe(401);
    expect((await refresh(second.refreshToken)).body).toMatchObject({ code: 'member-auth.refresh-invalid' });
    const trail = await row(
      shop.database.em,
      `select after from platform_audit_entries where action = 'member-auth.refresh-reused' and subject_id = $1`,
      [first.customerId],
    );
    expect(trail).toMatchObject({ after: { presented: 1, current: 2 } });
  });

  it('ends on sign-out at once, by bearer token or by refresh token, and signing out again is no error', async () => {
    const one = await shop.signIn(newPhone());
    expect(await status(one.accessToken)).toBe(200);
    const out = { authorization: `Bearer ${one.accessToken}` };
    for (let time = 0; time < 2; time += 1) {
      expect((await shop.post('/member-auth/sign-out', undefined, out)).status).toBe(204);
    }
    expect([await status(one.accessToken), (await refresh(one.refreshToken)).status]).toEqual([401, 401]);
    const other = await shop.signIn(newPhone());
    await shop.post('/member-auth/sign-out', { refreshToken: other.refreshToken });
    expect(await status(other.accessToken)).toBe(401);
  });

  it('refuses a sign-out that is no request, and takes one without a body', async () => {
    expect((await shop.post('/member-auth/sign-out', { refreshToken: 7 })).body).toMatchObject({ status: 400 });
    expect((await shop.post('/member-auth/sign-out')).status).toBe(204);
  });

  it('ends nobody else’s session on sign-out', async () => {
    const phone = newPhone();
    const first = await shop.signIn(phone);
    shop.clock.pass(60);
    const second = await shop.signIn(phone);
    await shop.post('/member-auth/sign-out', { refreshToken: first.refreshToken });
    expect([await status(first.accessToken), await status(second.accessToken)]).toEqual([401, 200]);
  });

  it('opens with access tokens that are good for fifteen minutes', async () => {
    const { accessToken, expiresAt } = await shop.signIn(newPhone());
    expect(Date.parse(expiresAt) - shop.clock.now().getTime()).toBe(900_000);
    shop.clock.pass(899);
    expect(await status(accessToken)).toBe(200);
    shop.clock.pass(1);
    expect(await status(accessToken)).toBe(401);
  });

  it('is over after sixty days without a refresh, and forgotten a month after its end', async () => {
    const { refreshToken } = await shop.signIn(newPhone());
    shop.clock.pass(60 * 86_400);
    expect((await refresh(refreshToken)).body).toMatchObject({ code: 'member-auth.refresh-invalid' });
    const left = async () => {
      await shop.app.get(Jobs).enqueue(shop.database.em, sweepMemberSignIns, {});
      await shop.runJobs();
      return (await rows(shop.database.em, 'select from customers_member_sessions')).length;
    };
    expect(await left()).toBeGreaterThan(0);
    expect(await rows(shop.database.em, 'select from customers_member_codes')).toEqual([]);
    shop.clock.pass(151 * 86_400);
    expect(await left()).toBe(0);
  });
});

describe('tokens of members that we did not give to them', () => {
  let shop: Shop;
  let ours: { sub: string; sid: string };
  let keys: { access: Uint8Array; refresh: Uint8Array };
  beforeAll(async () => {
    shop = await openShop();
    const { customerId, refreshToken } = await shop.signIn('13900139000');
    ours = { sub: customerId, sid: refreshToken.split('.')[1]! };
    keys = await shop.app.get(MemberTokens).keys();
  });
  afterAll(() => shop.close());

  const me = async (token: string) => (await shop.me(token)).status;
  const later = (seconds: number) => new Date(shop.clock.now().getTime() + seconds * 1000);
  const jwt = (changes: { sub?: string; sid?: string; aud?: string; kid?: string } = {}) => {
    const { sub, sid, aud, kid } = { ...ours, aud: 'siyu:member', kid: 'member', ...changes };
    const issued = new SignJWT({ sid }).setProtectedHeader({ alg: 'HS256', typ: 'at+jwt', kid });
    return issued.setSubject(sub).setIssuer('siyu').setAudience(aud).setExpirationTime(later(60));
  };

  it('would be let in if they were signed with our key, so that the tests below prove something', async () => {
    expect(await me(await jwt().sign(keys.access))).toBe(200);
  });

  it('are refused when forged, for others, expired, unsigned, or of a person without that session', async () => {
    const other = new TextEncoder().encode('another key of the same length!!');
    const unsigned = new UnsecuredJWT({ sid: ours.sid })
      .setSubject(ours.sub)
      .setIssuer('siyu')
      .setAudience('siyu:member');
    const tokens = [
      await jwt().sign(other),
      await jwt().sign(keys.refresh),
      await jwt({ aud: 'siyu:staff' }).sign(keys.access),
      await jwt({ kid: 'other' }).sign(keys.access),
      await jwt().setExpirationTime(later(0)).sign(keys.access),
      await jwt({ sub: newId() }).sign(keys.access),
      await jwt({ sid: newId() }).sign(keys.access),
      unsigned.setExpirationTime(later(60)).encode(),
    ];
    for (const token of tokens) expect([token, await me(token)]).toEqual([token, 401]);
    // Nor does a stranger's claim on a session that is remembered let him in.
    expect(await me(await jwt().sign(keys.access))).toBe(200);
    expect(await me(await jwt({ sub: newId() }).sign(keys.access))).toBe(401);
  });

  it('are not those of staff, though both are ours', async () => {
    const staff = new SessionTokens(shop.app.get<Config>(CONFIG), {
      kind: 'staff',
      header: { alg: 'HS256', typ: 'at+jwt' },
      accessMinutes: 10,
    });
    const ref = { holder: ours.sub, sessionId: ours.sid };
    const { token } = await staff.signAccess(ref, shop.clock.now(), later(600));
    expect(await me(token)).toBe(401);
    const refreshToken = await staff.refreshToken(ref, 1);
    expect((await shop.post('/member-auth/refresh', { refreshToken })).status).toBe(401);
  });

  it('open nothing that is for staff', async () => {
    const authorization = `Bearer ${await jwt().sign(keys.access)}`;
    const answer = await shop.post('/customers', { displayName: 'x', identities: [] }, { authorization });
    expect(answer.body).toMatchObject({ status: 403, code: 'auth.wrong-caller', extra: { caller: 'member' } });
  });

  it('refresh nothing when altered', async () => {
    const { refreshToken } = (
      await shop.post('/member-tokens', { customerId: ours.sub }, asApiKey('members.issue-token'))
    ).body as { refreshToken: string };
    const [holder, session, , signature] = refreshToken.split('.');
    for (const token of [
      `${holder}.${session}.2.${signature}`,
      `${newId()}.${session}.1.${signature}`,
      `${holder}.${session}.1`,
      `${refreshToken}A`,
      '..',
    ]) {
      expect([token, (await shop.post('/member-auth/refresh', { refreshToken: token })).status]).toEqual([token, 401]);
    }
  });
});

describe('tokens that a trusted back end asks for', () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop();
  });
  afterAll(() => shop.close());

  it('are the customer’s, and that they were given out is on record', async () => {
    const { customerId } = await shop.signIn('13900139001');
    const issued = await shop.post('/member-tokens', { customerId }, asApiKey('members.issue-token'));
    expectToMatchApi(shop.app, issued, 'POST /member-tokens');
    expect((await shop.me(issued.body.accessToken)).body.customerId).toBe(customerId);
    const trail = await rows(
      shop.database.em,
      `select actor_kind from platform_audit_entries where action = 'members.issue-token' and subject_id = $1`,
      [customerId],
    );
    expect(trail).toEqual([{ actor_kind: 'api-key' }]);
  });

  it('are not given for nobody, nor to callers without the permission, nor to members', async () => {
    const ask = async (headers: Record<string, string>, customerId = newId()) =>
      (await shop.post('/member-tokens', { customerId }, headers)).body;
    expect(await ask(asApiKey('members.issue-token'))).toMatchObject({ status: 404, code: 'customers.not-found' });
    expect(await ask(asApiKey('customers.write'))).toMatchObject({ status: 403, code: 'auth.forbidden' });
    expect(await ask(holding('customers.write'))).toMatchObject({ status: 403, code: 'auth.forbidden' });
    expect(await ask(asMember(newId()))).toMatchObject({ status: 403, code: 'auth.wrong-caller' });
  });
});
