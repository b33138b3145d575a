import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { expectToMatchApi } from '@siyu/platform/testing';
import { rows } from '@siyu/platform';
import { openShop, type Shop, startWechat } from './testing/shop';

describe('signing in from the mini program', () => {
  let shop: Shop;
  let wechat: Awaited<ReturnType<typeof startWechat>>;
  beforeAll(async () => {
    wechat = await startWechat();
    shop = await openShop({
      WECHAT_MINI_APP_ID: 'wx0000000000000001',
      WECHAT_MINI_APP_SECRET: 'the secret of the app',
      WECHAT_API_URL: wechat.url,
    });
  });
  afterAll(async () => {
    await shop.close();
    await wechat.close();
  });

  const signIn = (code = 'a code') => shop.post('/member-auth/wechat', { code });

  it('leads to one customer by unionid and openid, and keeps the session key to itself', async () => {
    wechat.answers({ openid: 'o-1', unionid: 'u-1', session_key: 'HyVFkGl5F5OQWJZZaNzBBg==' });
    const first = await signIn('c&1=');
    expectToMatchApi(shop.app, first, 'POST /member-auth/wechat');
    expect(Object.fromEntries(wechat.asked[0]!.searchParams)).toEqual({
      appid: 'wx0000000000000001',
      secret: 'the secret of the app',
      js_code: 'c&1=',
      grant_type: 'authorization_code',
    });
    expect(wechat.asked[0]!.pathname).toBe('/sns/jscode2session');
    expect(first.text).not.toContain('HyVFkGl5F5OQWJZZaNzBBg');
    wechat.answers({ openid: 'o-1', session_key: 'x', errcode: 0 });
    expect((await signIn()).body.customerId).toBe(first.body.customerId);
    const identities = await rows(shop.database.em, 'select type, value from customers_identities order by type');
    expect(identities).toEqual([
      { type: 'openid', value: 'o-1' },
      { type: 'unionid', value: 'u-1' },
    ]);
    expect((await shop.me(first.body.accessToken)).body).toMatchObject({ phone: null, displayName: '' });
  });

  it.each([
    [{ errcode: 40029, errmsg: 'invalid code' }, 401, 'member-auth.wechat-code-invalid'],
    [{ errcode: 40163, errmsg: 'code been used' }, 401, 'member-auth.wechat-code-invalid'],
    [{ errcode: 45011, errmsg: 'api minute-quota reach limit' }, 429, 'member-auth.wechat-too-many'],
    [{ errcode: 40226, errmsg: 'code blocked' }, 403, 'member-auth.wechat-refused'],
    [{ errcode: -1, errmsg: 'system error' }, 503, 'member-auth.wechat-unavailable'],
    [{ errcode: 40125, errmsg: 'invalid appsecret' }, 503, 'member-auth.wechat-unavailable'],
    [{}, 503, 'member-auth.wechat-unavailable'],
    ['<html>gateway</html>', 503, 'member-auth.wechat-unavailable'],
  ])('passes %j on as a problem', async (answer, status, code) => {
    wechat.answers(answer);
    expect((await signIn()).body).toMatchObject({ status, code });
  });

  it('is refused with a reason where no mini program is set up', async () => {
    const other = await openShop();
    const answer = await other.post('/member-auth/wechat', { code: 'x' });
    expect(answer.body).toMatchObject({ status: 422, code: 'member-auth.wechat-not-set-up' });
    await other.close();
  });
});
