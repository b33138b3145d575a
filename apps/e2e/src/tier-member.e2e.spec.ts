import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from './browser';
import { ADMINISTRATOR, startHouse, type House } from './house';

const DAY_MS = 86_400_000;
const SOURCE = 'e2e-tiers';
/** Three purchases of 500.00 in the last weeks: silver takes 1,000.00 in twelve months, gold 5,000.00 or twenty orders. */
const PURCHASES = 3;
const EACH_CENTS = 50_000;

describe('a colleague who looks after the tier of a customer', () => {
  let house: House;
  let browser: Browser;
  let page: Page;
  let customerId: string;

  beforeAll(async () => {
    house = await startHouse();
    customerId = await createBuyer();
    browser = await launchBrowser();
    page = await (await browser.newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 800 } })).newPage();
    page.setDefaultTimeout(10_000);
    await page.goto(`${house.address}/customers/${customerId}`);
    await page.getByLabel('邮箱').fill(ADMINISTRATOR.email);
    await page.getByLabel('密码', { exact: true }).fill(ADMINISTRATOR.password);
    await page.getByRole('button', { name: '登录' }).click();
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    await house?.stop();
  });

  const card = () => page.getByRole('region', { name: '会员等级', exact: true });
  const dialog = () => page.getByRole('dialog');

  it('is told quietly that there are no tiers yet', async () => {
    await card().getByText('还没有生效的等级体系').waitFor();
    expect(await card().getByRole('button').count()).toBe(0);
  }, 30_000);

  it('sees the tier and what is missing to the next one, as the house counted it', async () => {
    await publishLadder();
    await page.reload();
    const { tier, next } = await call<Explained>('GET', `/customers/${customerId}/tier`);
    const missing = Object.fromEntries(next.criteria.map((criterion) => [criterion.measure, criterion.missing]));
    expect({ tier: tier.name, next: next.tier.name, missing }).toEqual({
      tier: '银卡',
      next: '金卡',
      missing: { spend: 500_000 - PURCHASES * EACH_CENTS, orders: 20 - PURCHASES },
    });
    await card().getByText('银卡', { exact: true }).waitFor();
    await card().getByText(`再消费 ¥3,500.00 或再买 ${missing.orders} 单可升金卡`).waitFor();
    await card().getByText('首次定级').or(card().getByText('按历史数据定为银卡')).first().waitFor();
  }, 30_000);

  it('is told at the field what a lock lacks, and locks the tier until a day', async () => {
    await card().getByRole('button', { name: '锁定等级' }).click();
    await dialog().getByText('金卡', { exact: true }).click();
    await dialog().getByRole('button', { name: '锁定', exact: true }).click();
    await dialog().getByText('请选择最后一天').waitFor();
    await dialog().getByRole('combobox', { name: '最后一天' }).fill(lastDay());
    await page.keyboard.press('Enter');
    await dialog().getByLabel('原因').fill('年会嘉宾');
    await dialog().getByRole('button', { name: '锁定', exact: true }).click();
    await page.getByText('等级已锁定').waitFor();
    await card().getByText('金卡', { exact: true }).waitFor();
    await card().getByText(`锁定至 ${lastDay()}`).waitFor();
    await card().getByText('按规则应为银卡').waitFor();
  }, 30_000);

  it('finds the lock in the history and in the list of locks', async () => {
    await card().getByRole('link', { name: '等级历史' }).click();
    const newest = page.getByRole('list', { name: '等级历史' }).locator('> li').first();
    await newest.getByText('年会嘉宾').waitFor();
    await newest.getByRole('button').click();
    await newest.getByText('手动锁定为金卡').waitFor();
    await page.getByRole('link', { name: '锁定审批' }).click();
    await page.getByText('没有待审批的锁定').waitFor();
    await page.getByText('生效中', { exact: true }).click();
    await page
      .getByRole('row', { name: /年会嘉宾/ })
      .getByRole('link')
      .click();
  }, 30_000);

  it('lifts the lock, and what the rules decided counts again', async () => {
    await page.getByRole('button', { name: '解除锁定' }).click();
    await dialog().getByText('恢复为按规则应得的银卡').waitFor();
    await dialog().getByLabel('原因').fill('活动取消');
    await dialog().getByRole('button', { name: '解除锁定' }).click();
    await page.getByText('锁定已解除').waitFor();
    await page.getByRole('button', { name: '锁定等级' }).waitFor();
    const { tier, lock } = await call<Explained>('GET', `/customers/${customerId}/tier`);
    expect([tier.name, lock]).toEqual(['银卡', null]);
  }, 30_000);

  /** In ninety days, as the house counts days. */
  function lastDay(): string {
    return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(Date.now() + 90 * DAY_MS);
  }

  let token = '';
  async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
    const answer = await fetch(`${house.address}/api/v1${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
      body: body === undefined ? null : JSON.stringify(body),
    });
    expect(answer.ok).toBe(true);
    return (await answer.json()) as T;
  }

  async function createBuyer(): Promise<string> {
    token = (await call<{ accessToken: string }>('POST', '/auth/sign-in', ADMINISTRATOR)).accessToken;
    const identities = [{ type: 'member_no', value: 'E2ETIER' }];
    await call('POST', '/orders/batch', {
      orders: Array.from({ length: PURCHASES }, (_, order) => {
        const at = new Date(Date.now() - (2 + order * 5) * DAY_MS).toISOString();
        return {
          ...{ source: SOURCE, externalId: `T-${order}`, identities, status: 'paid', currency: 'CNY' },
          ...{ totalCents: EACH_CENTS, placedAt: at, paidAt: at },
        };
      }),
    });
    const { items } = await call<{ items: { id: string }[] }>('GET', '/customers?q=E2ETIER');
    return items[0]!.id;
  }

  /** A ladder in force that has placed the buyer. */
  async function publishLadder(): Promise<void> {
    const ladder = await call<{ id: string; revision: number }>('POST', '/tier-ladders', {
      ...{ name: '会员等级', template: 'spending' },
    });
    await call('POST', `/tier-ladders/${ladder.id}/publish`, { revision: ladder.revision });
    for (let look = 0; look < 100; look += 1) {
      const { tier } = await call<{ tier: { key: string } | null }>('GET', `/customers/${customerId}/tier`);
      if (tier?.key === 'silver') return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error('the ladder placed nobody');
  }
});

interface Explained {
  tier: { name: string };
  lock: object | null;
  next: { tier: { name: string }; criteria: { measure: string; missing: number }[] };
}
