import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SignJWT, UnsecuredJWT } from 'jose';
import { newId } from '@siyu/kernel';
import { TokensService } from './tokens.service';
import { startHouse, type House } from './testing/house';

describe('tokens that we did not make', () => {
  let house: House;
  let ours: { sub: string; sid: string; refreshToken: string };
  let keys: { access: Uint8Array; refresh: Uint8Array };
  beforeAll(async () => {
    house = await startHouse();
    keys = await house.app.get(TokensService).keys();
    const { refreshToken, staff } = await house.enter();
    ours = { sub: staff.id, sid: refreshToken.split('.')[1]!, refreshToken };
  });
  afterAll(() => house.close());

  const me = async (token: string) => (await house.call('get', '/auth/me', token)).status;
  const refresh = async (refreshToken: string) =>
    (await house.call('post', '/auth/refresh', null, { refreshToken })).status;
  const jwt = (claims: { sub?: string; sid?: string; aud?: string; iss?: string } = {}, typ = 'at+jwt') => {
    const { sub, sid, aud, iss } = { ...ours, aud: 'siyu:staff', iss: 'siyu', ...claims };
    const issued = new SignJWT({ sid }).setProtectedHeader({ alg: 'HS256', typ });
    return issued.setSubject(sub).setIssuer(iss).setAudience(aud);
  };
  const later = (seconds: number) => new Date(house.clock.now().getTime() + seconds * 1000);

  it('would be let in if they were signed with our key, so that the tests below prove something', async () => {
    expect(await me(await jwt().setExpirationTime(later(60)).sign(keys.access))).toBe(200);
  });

  it('are refused when signed with another key, with the key of refresh tokens, or not at all', async () => {
    const other = new TextEncoder().encode('another key of the same length!!');
    expect(await me(await jwt().setExpirationTime(later(60)).sign(other))).toBe(401);
    expect(await me(await jwt().setExpirationTime(later(60)).sign(keys.refresh))).toBe(401);
    const unsigned = new UnsecuredJWT({ sid: ours.sid })
      .setSubject(ours.sub)
      .setIssuer('siyu')
      .setAudience('siyu:staff');
    expect(await me(unsigned.setExpirationTime(later(60)).encode())).toBe(401);
  });

  it('are refused when expired, without an end, or for somebody else', async () => {
    expect(await me(await jwt().setExpirationTime(later(0)).sign(keys.access))).toBe(401);
    expect(await me(await jwt().sign(keys.access))).toBe(401);
    expect(await me(await jwt({ aud: 'siyu:member' }).setExpirationTime(later(60)).sign(keys.access))).toBe(401);
    expect(await me(await jwt({ iss: 'elsewhere' }).setExpirationTime(later(60)).sign(keys.access))).toBe(401);
    expect(await me(await jwt({}, 'JWT').setExpirationTime(later(60)).sign(keys.access))).toBe(401);
  });

  it('are refused when session and person do not belong together, or neither exists', async () => {
    expect(await me(await jwt({ sub: newId() }).setExpirationTime(later(60)).sign(keys.access))).toBe(401);
    expect(await me(await jwt({ sid: newId() }).setExpirationTime(later(60)).sign(keys.access))).toBe(401);
    expect(await me(await jwt({ sid: "x' or true --" }).setExpirationTime(later(60)).sign(keys.access))).toBe(401);
  });

  it.each(['', 'x', 'a.b.c', 'Bearer', `${'x'.repeat(4000)}`])('are refused when they are %j', async (token) => {
    expect(await me(token)).toBe(401);
  });

  it('refresh nothing: altered, counted up, of another form, or an access token', async () => {
    const [person, sid, , signature] = ours.refreshToken.split('.');
    const session = `${person}.${sid}`;
    const forged = createHmac('sha256', 'another key').update(`${session}.1`).digest('base64url');
    const tokens = [
      `${session}.1.${forged}`,
      `${session}.2.${signature}`,
      `${session}.1`,
      `${session}.1e0.${signature}`,
    ];
    for (const token of [...tokens, `${ours.refreshToken}.x`, `${ours.refreshToken}A`, 'x'.repeat(200), '..']) {
      expect([token, await refresh(token)]).toEqual([token, 401]);
    }
    expect(await refresh(ours.refreshToken)).toBe(200);
  });
});
