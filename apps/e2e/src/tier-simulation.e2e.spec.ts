import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from './browser';
import { ADMINISTRATOR, startHouse, type House } from './house';

const DAY_MS = 86_400_000;
const LADDER = '主会员等级';
/** In cents, by number of the buyer: ten each of 300, 600, 900 and 1,200 yuan. */
const spentBy = (buyer: number) => 30_000 * (1 + (buyer % 4));
const BUYERS = 40;

interface Simulation {
  id: string;
  matrix: { from: string; to: string; customers: number }[];
  result: { up: number; down: number; same: number };
}

describe('an operator who tries a ladder before publishing it', () => {
  let house: House;
  let browser: Browser;
  let page: Page;
  let api: Caller;
  let simulation: Simulation;

  beforeAll(async () => {
    house = await startHouse();
    api = await signedIn(house.address);
    await deliverOrders(api);
    await publishAndChange(api);
    browser = await launchBrowser();
    page = await (await browser.newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 800 } })).newPage();
    await page.goto(`${house.address}/tiers/simulations`);
    await page.getByLabel('邮箱').fill(ADMINISTRATOR.email);
    await page.getByLabel('密码', { exact: true }).fill(ADMINISTRATOR.password);
    await page.getByRole('button', { name: '登录' }).click();
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    await house?.stop();
  });

  const matrix = () => page.getByRole('region', { name: '升降矩阵' });
  const drawer = () => page.getByRole('dialog', { name: '会变动等级的客户' });
  const rising = () => simulation.matrix.find(({ from, to }) => from === 'regular' && to === 'silver')!.customers;

  it('simulates the changed draft and reads who would go where, as the server counted', async () => {
    await page.getByText('还没有模拟过').waitFor();
    await page.getByRole('button', { name: '新建模拟' }).first().click();
    await page.getByRole('dialog').getByText(LADDER).waitFor();
    await page.getByRole('button', { name: '开始模拟' }).click();
    await matrix().waitFor();
    simulation = ((await api('GET', '/tier-simulations')) as { items: Simulation[] }).items[0]!;
    expect(simulation.result).toEqual(expect.objectContaining({ up: 20, down: 0, same: 20 }));
    const count = matrix().getByRole('link', { name: `普通 → 银卡：${rising()} 位客户` });
    expect(Number(await count.innerText())).toBe(20);
    expect(await matrix().getByRole('row', { name: /^普通/ }).getByRole('cell').allInnerTexts()).toEqual([
      '·',
      expect.stringMatching(/^↑\s*20/),
      expect.stringMatching(/^10/),
      expect.stringMatching(/^30/),
    ]);
  }, 30_000);

  it('opens the customers behind a count and takes as many lines home as a file', async () => {
    await matrix().getByRole('link', { name: '普通 → 银卡' }).click();
    await drawer().locator('tbody a').first().waitFor();
    expect(await drawer().locator('tbody tr').count()).toBe(rising());
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      drawer().getByRole('button', { name: '导出 CSV' }).click(),
    ]);
    const lines = (await readFile(await download.path(), 'utf8')).trim().split('\n');
    expect(lines[0]).toContain('customer_id');
    expect(lines).toHaveLength(1 + rising());
  }, 30_000);

  it('finds the same customers under the same address, and leads on to one of them', async () => {
    await page.reload();
    const first = drawer().locator('tbody a').first();
    await first.waitFor();
    await first.click();
    await page.waitForURL(/\/customers\/[0-9a-f-]{36}/);
  }, 30_000);

  it('is warned that the result is of another draft once the ladder was changed again', async () => {
    await changeDraft(api, 90_000);
    await page.goto(`${house.address}/tiers/simulations/${simulation.id}`);
    await page.getByText('草稿在这次模拟之后又改过').waitFor();
    await page.getByRole('button', { name: '重新模拟' }).click();
    await page.waitForURL((url) => !url.pathname.endsWith(simulation.id));
    await matrix().getByRole('link', { name: '普通 → 银卡：10 位客户' }).waitFor();
    expect(await page.getByText('草稿在这次模拟之后又改过').count()).toBe(0);
  }, 30_000);

  it('sees where everybody stands today and opens the customers of a tier', async () => {
    await page.getByRole('link', { name: '等级分布' }).click();
    await page.getByRole('region', { name: '最近的定级' }).getByText('定级 10', { exact: true }).waitFor();
    await page.getByRole('link', { name: '银卡：10 位客户' }).click();
    await page.waitForURL(/\/customers\?tier=silver/);
    await page.getByText('10 条').waitFor();
    expect(await page.locator('tbody tr').count()).toBe(10);
  }, 30_000);
});

type Caller = (method: string, path: string, body?: unknown) => Promise<unknown>;

async function signedIn(address: string): Promise<Caller> {
  let token = '';
  const call: Caller = async (method, path, body) => {
    const answer = await fetch(`${address}/api/v1${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const told: unknown = await answer.json();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(told)}`);
    return told;
  };
  ({ accessToken: token } = (await call('POST', '/auth/sign-in', ADMINISTRATOR)) as { accessToken: string });
  return call;
}

async function deliverOrders(api: Caller): Promise<void> {
  const at = new Date(Date.now() - 10 * DAY_MS).toISOString();
  const orders = Array.from({ length: BUYERS }, (_, buyer) => ({
    source: 'e2e-tiers',
    externalId: `T${buyer}`,
    identities: [{ type: 'member_no', value: `E2ETIER${1000 + buyer}` }],
    status: 'paid',
    currency: 'CNY',
    totalCents: spentBy(buyer),
    placedAt: at,
    paidAt: at,
  }));
  expect(await api('POST', '/orders/batch', { orders })).toMatchObject({ created: BUYERS });
}

interface Ladder {
  id: string;
  name: string;
  revision: number;
  terms: { tiers: { enter: { criteria: { atLeast: number }[] } | null }[] };
}

let ladderId = '';

/** The ladder of a template comes into force, its customers are placed, then its draft asks less of 银卡. */
async function publishAndChange(api: Caller): Promise<void> {
  const { id, revision } = (await api('POST', '/tier-ladders', { name: LADDER, template: 'spending' })) as Ladder;
  ladderId = id;
  await api('POST', `/tier-ladders/${id}/publish`, { revision });
  await until(async () => {
    const { items } = (await api('GET', '/tier-runs')) as { items: { status: string }[] };
    return items[0]?.status === 'done';
  });
  await changeDraft(api, 60_000);
}

async function changeDraft(api: Caller, silverFrom: number): Promise<void> {
  const { name, revision, terms } = (await api('GET', `/tier-ladders/${ladderId}`)) as Ladder;
  terms.tiers[1]!.enter!.criteria[0]!.atLeast = silverFrom;
  await api('PUT', `/tier-ladders/${ladderId}`, { name, revision, terms });
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let look = 0; look < 300; look++) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('It never came to pass.');
}
