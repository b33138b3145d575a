import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dayOf, newId } from '@siyu/kernel';
import { rows } from '@siyu/platform';
import { assemble, type Assembled } from './checks/assembled';
import { type Route, routesOf } from './checks/routes';

/** What one member has, and another one must not see, change or use. */
interface Belongings {
  customerId: string;
  token: string;
  phone: string;
  redemptionId: string;
  /** Of the ledger; both members have entries of the same numbers. */
  seq: number;
}

interface Expectation {
  /** What the caller sends that is right for the route, apart from ids. */
  body?: (of: Belongings) => object;
  query?: string;
  /** Answers to a call with the ids of somebody else in the path; only where the path takes one. */
  foreign?: number;
}

/**
 * Every route of members. One that is missing here fails the first test: write down what a member sends, and what she is
 * told when the id in the path is somebody else's.
 */
const EXPECTATIONS: Record<string, Expectation> = {
  'GET /me': {},
  'GET /me/benefits': {},
  'GET /me/growth': {},
  'GET /me/growth/entries': { query: 'limit=200' },
  'GET /me/points': {},
  'GET /me/points/entries': { query: 'limit=200' },
  // The number of an entry is counted per customer: whoever's it is, she gets her own.
  'GET /me/points/entries/:seq': { foreign: 200 },
  'GET /me/redemptions': { query: 'limit=200' },
  'POST /me/redemptions': { body: () => ({ rewardId: shelf.rewardId }) },
  'GET /me/redemptions/:id': { foreign: 404 },
  'POST /me/redemptions/:id/cancel': { body: () => ({}), foreign: 404 },
  'GET /me/rewards': {},
  'GET /me/sign-ins': {},
  'GET /me/tier': {},
  'POST /me/sign-ins': { body: () => ({}) },
  'POST /me/sign-ins/make-up': { body: () => ({ day: dayOf(new Date(Date.now() - 86_400_000), 'Asia/Shanghai') }) },
};

const shelf = { rewardId: '' };
/** By what names an id of a customer could be handed in. */
const NAMES = ['customerId', 'customer_id', 'customer', 'id', 'memberId', 'member', 'userId', 'actor', 'holder', 'sub'];

describe('a member', () => {
  let house: Assembled;
  let routes: Route[];
  let mine: Belongings;
  let hers: Belongings;
  const own = () => routes.filter(({ access }) => access?.kind === 'member');
  const nameOf = ({ method, path }: Route) => `${method} ${path}`;

  beforeAll(async () => {
    house = await assemble();
    routes = routesOf(house.app);
    const key = await house.apiKey();
    const reward = { name: '咖啡课', kind: 'course', pricePoints: 10 };
    shelf.rewardId = (await house.json<{ id: string }>('POST', '/rewards', key, reward)).id;
    await house.json('POST', `/rewards/${shelf.rewardId}/publish`, key, {});
    mine = await settle('13800138001');
    hers = await settle('13900139002');
  }, 120_000);
  afterAll(() => house.close());

  /** A member with points, a redemption and a sign-in. */
  async function settle(phone: string): Promise<Belongings> {
    const { customerId, token } = await house.member(phone);
    const earning = { points: 500, reason: `gift to ${phone}`, reference: `till-${phone}` };
    await house.json('POST', `/customers/${customerId}/points/earn`, await house.apiKey(), earning);
    const growth = { amount: 50, reason: `member ${phone}` };
    await house.json('POST', `/customers/${customerId}/values/growth/entries`, await house.apiKey(), growth);
    const { id } = await house.json<{ id: string }>('POST', '/me/redemptions', token, { rewardId: shelf.rewardId });
    await house.send('POST', '/me/sign-ins', token, {});
    return { customerId, token, phone, redemptionId: id, seq: 1 };
  }

  /** Everything by which an answer would give her away. */
  const marks = () => [
    hers.customerId,
    hers.redemptionId,
    hers.phone,
    `${hers.phone.slice(0, 3)}****${hers.phone.slice(-4)}`,
    `till-${hers.phone}`,
    `member ${hers.phone}`,
  ];
  /** All that is on record about her, in every table that knows customers. */
  async function onRecord(customerId: string): Promise<string> {
    const tables = await rows<{ name: string }>(
      house.database.em,
      `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'customer_id'
       where c.relkind in ('r', 'p') and not c.relispartition and c.relnamespace = current_schema()::regnamespace order by 1`,
    );
    const found = [];
    for (const { name } of tables) {
      const kept = `select t::text as line from ${name} t where customer_id = $1 order by 1`;
      found.push([name, await rows(house.database.em, kept, [customerId])]);
    }
    return JSON.stringify(found);
  }
  const pathFor = (path: string, { customerId, redemptionId, seq }: Belongings) =>
    path.replace(/:(\w+)/g, (_, name: string) => {
      if (name === 'seq') return String(seq);
      return path.includes('/redemptions/') ? redemptionId : customerId;
    });
  const expectationOf = (route: Route) => EXPECTATIONS[nameOf(route)] ?? {};

  it('has routes that are all listed here, with what is expected of them', () => {
    expect(own().map(nameOf).sort()).toEqual(Object.keys(EXPECTATIONS).sort());
    expect(own().filter(({ path }) => !/^\/me(\/|$)/.test(path))).toEqual([]);
    const open = routes.filter(({ path, access }) => /^\/me(\/|$)/.test(path) && access?.kind !== 'member');
    expect(open).toEqual([]);
  });

  it('has an account of each kind for these tests to be worth something', async () => {
    const before = await onRecord(hers.customerId);
    for (const mark of marks().slice(0, 2)) expect(before).toContain(mark);
    const answer = await (await house.send('GET', '/me/redemptions', hers.token)).text();
    expect(answer).toContain(hers.redemptionId);
    expect(await (await house.send('GET', '/me', hers.token)).text()).toContain(hers.customerId);
  });

  it('reaches nobody else’s data with somebody else’s id in the path', async () => {
    const before = await onRecord(hers.customerId);
    for (const route of own().filter(({ path }) => path.includes(':'))) {
      const { body, query = '', foreign } = expectationOf(route);
      const path = `${pathFor(route.path, hers)}?${query}`;
      const answer = await house.send(route.method, path, mine.token, body?.(hers));
      expect([nameOf(route), answer.status]).toEqual([nameOf(route), foreign]);
      expectNothingOfHers(route, await answer.text(), foreign === 200 ? [] : [hers.redemptionId]);
    }
    expect(await onRecord(hers.customerId)).toBe(before);
  });

  it('reaches nobody else’s data with somebody else’s ids in the query, under any name', async () => {
    const before = await onRecord(hers.customerId);
    for (const route of own()) {
      const { body, query = '' } = expectationOf(route);
      for (const name of NAMES) {
        const path = `${pathFor(route.path, mine)}?${query}&${name}=${hers.customerId}`;
        const answer = await house.send(route.method, path, mine.token, body?.(mine));
        expect([nameOf(route), name, answer.status < 500]).toEqual([nameOf(route), name, true]);
        expectNothingOfHers(route, await answer.text(), [hers.customerId]);
      }
    }
    expect(await onRecord(hers.customerId)).toBe(before);
  });

  it('reaches nobody else’s data with somebody else’s ids in the body, under any name', async () => {
    const before = await onRecord(hers.customerId);
    for (const route of own().filter(({ method }) => method !== 'GET')) {
      const fields = Object.keys(expectationOf(route).body?.(mine) ?? {});
      for (const name of [...NAMES, ...fields]) {
        for (const value of [hers.customerId, hers.redemptionId]) {
          const body = { ...expectationOf(route).body?.(mine), [name]: value };
          const answer = await house.send(route.method, pathFor(route.path, mine), mine.token, body);
          expect([nameOf(route), name, answer.status < 500]).toEqual([nameOf(route), name, true]);
          expectNothingOfHers(route, await answer.text(), [hers.customerId, hers.redemptionId]);
        }
      }
    }
    expect(await onRecord(hers.customerId)).toBe(before);
  });

  it('reaches nobody else’s data by headers, nor by an idempotency key that somebody else used', async () => {
    const headers = Object.fromEntries(NAMES.map((name) => [`x-${name.replaceAll('_', '-')}`, hers.customerId]));
    const key = { 'idempotency-key': newId() };
    const redeem = (token: string, more: Record<string, string> = {}) =>
      house.send('POST', '/me/redemptions', token, { rewardId: shelf.rewardId }, { ...key, ...more });
    const theirs = (await (await redeem(hers.token)).json()) as { id: string };
    const before = await onRecord(hers.customerId);
    const ours = (await (await redeem(mine.token, headers)).json()) as { id: string };
    expect(ours.id).toBeTruthy();
    expect(ours.id).not.toBe(theirs.id);
    for (const route of own().filter(({ method }) => method === 'GET')) {
      const answer = await house.send('GET', pathFor(route.path, mine), mine.token, undefined, headers);
      expect([nameOf(route), answer.status]).toEqual([nameOf(route), 200]);
      expectNothingOfHers(route, await answer.text());
    }
    expect(await onRecord(hers.customerId)).toBe(before);
  });

  it('gets into no route of staff, whoever’s id is in its path', async () => {
    const before = await onRecord(hers.customerId);
    const others = routes.filter(({ access }) => access?.kind === 'permission' || access?.kind === 'signed-in');
    expect(others.length).toBeGreaterThan(50);
    const entered: string[] = [];
    for (const route of others) {
      const path = route.path.replace(/:\w+/g, hers.customerId);
      const { status, code } = await house.call(
        route.method,
        path,
        mine.token,
        route.method === 'GET' ? undefined : {},
      );
      if (status !== 403 || code !== 'auth.wrong-caller') entered.push(`${nameOf(route)}: ${status} ${code}`);
    }
    expect(entered).toEqual([]);
    expect(await onRecord(hers.customerId)).toBe(before);
  });

  /** @param sent what the caller put in herself: an error may repeat it */
  function expectNothingOfHers(route: Route, answer: string, sent: string[] = []): void {
    const shown = marks().filter((mark) => !sent.includes(mark) && answer.includes(mark));
    expect([nameOf(route), shown]).toEqual([nameOf(route), []]);
  }
});
