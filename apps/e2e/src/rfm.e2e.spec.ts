import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from './browser';
import { ADMINISTRATOR, startHouse, type House } from './house';

const DAY_MS = 86_400_000;
const SOURCE = 'e2e-rfm';

/** One to four orders each for forty buyers, the last of them a few days ago to half a year. */
function orders() {
  return Array.from({ length: 40 }, (_, buyer) =>
    Array.from({ length: 1 + (buyer % 4) }, (_, order) => {
      const at = new Date(Date.now() - (2 + buyer * 4 + order * 3) * DAY_MS).toISOString();
      return {
        source: SOURCE,
        externalId: `R${buyer}-${order}`,
        identities: [{ type: 'member_no', value: `E2E${1000 + buyer}` }],
        status: 'paid',
        currency: 'CNY',
        totalCents: 1000 * (1 + (buyer % 7)),
        placedAt: at,
        paidAt: at,
      };
    }),
  ).flat();
}

describe('an operator who works with RFM', () => {
  let house: House;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    house = await startHouse();
    await deliverOrders(house.address);
    browser = await launchBrowser();
    page = await (await browser.newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 800 } })).newPage();
    await page.goto(house.address);
    await page.getByLabel('邮箱').fill(ADMINISTRATOR.email);
    await page.getByLabel('密码', { exact: true }).fill(ADMINISTRATOR.password);
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByRole('link', { name: 'RFM 分析' }).click();
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    await house?.stop();
  });

  it('is shown the next step, takes it, and is warned of thin data', async () => {
    await page.getByText('还没有 RFM 结果').waitFor();
    await page.getByRole('button', { name: '立即计算' }).click();
    await page.getByRole('heading', { name: 'R × F 热力图' }).waitFor();
    await page.getByText('窗口内只有 40 位客户买过').waitFor();
    const cells = await page.locator('[aria-label="R × F 热力图"] td a b').allInnerTexts();
    expect(cells.reduce((total, count) => total + Number(count), 0)).toBe(40);
  }, 30_000);

  it('gives the segments names of a ready table and changes one, and the next run uses them', async () => {
    await page.getByRole('link', { name: '设置', exact: true }).click();
    await page.getByText('十类（5×5）').click();
    await page.getByRole('textbox', { name: '第 1 行中文名' }).fill('心头好');
    await page.getByRole('button', { name: '保存并计算' }).click();
    await page.getByRole('region', { name: '人群' }).getByRole('rowheader', { name: '心头好' }).waitFor();
    await page.getByText('设置第 1 版').waitFor();
    await page.getByRole('region', { name: '客户流动' }).getByText('换了分法').waitFor();
  }, 30_000);

  it('is told at the field when cut points do not ascend, and nothing is saved', async () => {
    await page.getByRole('link', { name: '设置', exact: true }).click();
    const recency = page.getByRole('group', { name: '最近一次购买' });
    await recency.getByText('按分界点').click();
    await recency.getByRole('spinbutton', { name: '第 2 个分界点' }).fill('10');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await recency.getByRole('alert').getByText('分界点要从小到大').waitFor();
    await page.getByText('设置第 1 版').waitFor();
    await page.getByRole('button', { name: '放弃修改' }).click();
    await page.getByRole('link', { name: '← RFM 分析' }).click();
  }, 30_000);

  it('opens a cell by keyboard to the customers in it', async () => {
    const cell = page.locator('[aria-label="R × F 热力图"] td a').first();
    const count = Number(await cell.locator('b').innerText());
    await cell.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/customers\?r=\d+&f=\d+/);
    await page.locator('tbody a').first().waitFor();
    expect(await page.locator('tbody tr').count()).toBe(count);
  }, 30_000);
});

async function deliverOrders(address: string): Promise<void> {
  const post = async (path: string, body: unknown, token = '') => {
    const answer = await fetch(`${address}/api/v1${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
      body: JSON.stringify(body),
    });
    expect(answer.ok).toBe(true);
    return (await answer.json()) as Record<string, unknown>;
  };
  const { accessToken } = await post('/auth/sign-in', ADMINISTRATOR);
  const result = await post('/orders/batch', { orders: orders() }, accessToken as string);
  expect(result).toMatchObject({ created: 100 });
}
