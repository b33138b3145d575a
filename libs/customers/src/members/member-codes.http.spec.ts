import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rows } from '@siyu/platform';
import { expectToMatchApi } from '@siyu/platform/testing';
import { openShop, type Shop } from './testing/shop';

describe('signing in with a code', () => {
  let shop: Shop;
  let phones = 13_800_000_000;
  const newPhone = () => String((phones += 1));
  beforeAll(async () => {
    shop = await openShop();
  });
  afterAll(() => shop.close());

  const ask = (phone: string, from = '198.51.100.1') =>
    shop.post('/member-auth/code', { phone }, { 'x-forwarded-for': from });
  const signIn = (phone: string, code: string) => shop.post('/member-auth/sign-in', { phone, code });
  const otherThan = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

  it('makes a customer of whoever is new and finds her the next time', async () => {
    const phone = newPhone();
    const answer = await ask(phone);
    expectToMatchApi(shop.app, answer, 'POST /member-auth/code');
    expect(answer.body).toEqual({ expiresAt: '2026-11-22T08:05:00.000Z', retryAfterSeconds: 60 });
    const first = await signIn(phone, shop.sent.get(`+86${phone}`)![0]!);
    expectToMatchApi(shop.app, first, 'POST /member-auth/sign-in');
    expect(first.headers['cache-control']).toBe('no-store');
    const me = await shop.me(first.body.accessToken);
    expectToMatchApi(shop.app, me, 'GET /me');
    const { customerId } = first.body;
    const covered = `${phone.slice(0, 3)}****${phone.slice(-4)}`;
    expect(me.body).toMatchObject({ customerId, displayName: '', phone: covered, memberNo: null });
    shop.clock.pass(60);
    expect((await shop.signIn(phone)).customerId).toBe(customerId);
  });

  it('says the same of a phone that a customer has and of one that nobody has', async () => {
    const [known, unknown] = [newPhone(), newPhone()];
    await shop.signIn(known);
    shop.clock.pass(60);
    const [one, other] = [await ask(known), await ask(unknown)];
    expect([one.status, one.body]).toEqual([other.status, other.body]);
    const wrong = await Promise.all([known, unknown].map((phone) => signIn(phone, 'abcdef')));
    expect(wrong.map(({ body }) => [body.code, body.extra])).toEqual(
      Array(2).fill(['member-auth.code-wrong', { triesLeft: 4 }]),
    );
  });

  it('takes the phone in any spelling, and refuses what can be none', async () => {
    const phone = newPhone();
    const code = await shop.codeFor(phone);
    expect((await signIn(`+86 ${phone.slice(0, 3)}-${phone.slice(3)}`, code)).status).toBe(200);
    for (const typed of ['12', 'call me', '']) expect((await ask(typed)).status).toBe(400);
    expect((await ask('12')).body).toMatchObject({ code: 'member-auth.phone-invalid' });
  });

  it('is locked after five wrong tries, also for the right code', async () => {
    const phone = newPhone();
    const code = await shop.codeFor(phone);
    for (const triesLeft of [4, 3, 2, 1, 0]) {
      const answer = await signIn(phone, otherThan(code));
      expect(answer.body).toMatchObject({ status: 401, code: 'member-auth.code-wrong', extra: { triesLeft } });
    }
    expect((await signIn(phone, code)).body).toMatchObject({ status: 401, code: 'member-auth.code-expired' });
  });

  it('counts every one of many simultaneous wrong tries', async () => {
    const phone = newPhone();
    const code = await shop.codeFor(phone);
    const answers = await Promise.all(Array.from({ length: 30 }, () => signIn(phone, otherThan(code))));
    expect(answers.filter(({ body }) => body.code === 'member-auth.code-wrong')).toHaveLength(5);
    expect((await signIn(phone, code)).status).toBe(401);
  });

  it('works exactly once when the same code comes many times at once', async () => {
    const phone = newPhone();
    const code = await shop.codeFor(phone);
    const answers = await Promise.all(Array.from({ length: 12 }, () => signIn(phone, code)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ body }) => body.code === 'member-auth.code-expired')).toHaveLength(11);
  });

  it('is over after five minutes, with a newer code, and without any', async () => {
    const phone = newPhone();
    const first = await shop.codeFor(phone);
    shop.clock.pass(300);
    expect((await signIn(phone, first)).body.code).toBe('member-auth.code-expired');
    const second = await shop.codeFor(phone);
    shop.clock.pass(60);
    const third = await shop.codeFor(phone);
    if (second !== third) expect((await signIn(phone, second)).body.code).toBe('member-auth.code-wrong');
    expect((await signIn(phone, third)).status).toBe(200);
    expect((await signIn(newPhone(), third)).body.code).toBe('member-auth.code-expired');
  });

  it('is asked for once a minute and ten times a day by one phone', async () => {
    const phone = newPhone();
    await shop.codeFor(phone);
    shop.clock.pass(18);
    const soon = await ask(phone);
    expect(soon.body).toMatchObject({
      status: 429,
      code: 'member-auth.too-many-codes',
      extra: { retryAfterSeconds: 42 },
    });
    expect(soon.headers['retry-after']).toBe('42');
    for (let count = 2; count <= 10; count += 1) {
      shop.clock.pass(60);
      await shop.codeFor(phone);
    }
    shop.clock.pass(60);
    const eleventh = await ask(phone);
    expect(eleventh.body).toMatchObject({ status: 429, code: 'member-auth.too-many-codes' });
    shop.clock.pass(eleventh.body.extra.retryAfterSeconds as number);
    await shop.codeFor(phone);
  });

  it('is sent once to a phone that is asked for many times at once', async () => {
    const phone = newPhone();
    const answers = await Promise.all(Array.from({ length: 10 }, () => ask(phone)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(shop.sent.get(`+86${phone}`)).toHaveLength(1);
  });

  it('is asked for a hundred times an hour from one network, whatever the phones', async () => {
    const from = '2001:db8:1:2::';
    const statuses: number[] = [];
    for (let count = 0; count <= 100; count += 1) statuses.push((await ask(newPhone(), `${from}${count}`)).status);
    expect([statuses.filter((status) => status === 200).length, statuses.at(-1)]).toEqual([100, 429]);
    expect((await ask(newPhone(), '2001:db8:1:3::1')).status).toBe(200);
  });

  it('can be asked for again at once when it could not be sent, and what was not sent opens nothing', async () => {
    const phone = newPhone();
    const codes = async () => (await rows(shop.database.em, 'select from customers_member_codes')).length;
    const before = await codes();
    shop.breakSender(true);
    expect((await ask(phone)).body).toMatchObject({ status: 503, code: 'member-auth.code-not-sent' });
    shop.breakSender(false);
    expect(await codes()).toBe(before);
    await shop.codeFor(phone);
  });

  it('leaves neither phone nor code in its tables', async () => {
    const phone = newPhone();
    const code = await shop.codeFor(phone);
    const kept = await rows(
      shop.database.em,
      'select c::text from customers_member_codes c union all select t::text from customers_member_throttles t',
    );
    expect(kept.length).toBeGreaterThan(3);
    expect(JSON.stringify(kept)).not.toContain(phone);
    expect(JSON.stringify(kept)).not.toMatch(new RegExp(`[^\\w]${code}[^\\w]`));
  });
});

describe('signing in where no way to send codes is set up', () => {
  it('is refused with a reason', async () => {
    const shop = await openShop({ MEMBER_CODE_SENDER: 'none' });
    const answer = await shop.post('/member-auth/code', { phone: '13800138000' });
    expect(answer.body).toMatchObject({ status: 422, code: 'member-auth.codes-unavailable' });
    await shop.close();
  });
});
