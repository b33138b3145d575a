import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from './browser';
import { ADMINISTRATOR, startHouse, type House } from './house';

const MEMBER = '积分会员';

describe('a colleague who looks after the points of a customer', () => {
  let house: House;
  let browser: Browser;
  let page: Page;
  let customerId: string;

  beforeAll(async () => {
    house = await startHouse();
    customerId = await createCustomer(house.address);
    browser = await launchBrowser();
    page = await (await browser.newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 800 } })).newPage();
    await page.goto(`${house.address}/customers/${customerId}`);
    await page.getByLabel('邮箱').fill(ADMINISTRATOR.email);
    await page.getByLabel('密码', { exact: true }).fill(ADMINISTRATOR.password);
    await page.getByRole('button', { name: '登录' }).click();
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    await house?.stop();
  });

  const dialog = () => page.getByRole('dialog');
  const lines = () => page.getByRole('list', { name: '积分流水' }).locator('> li');
  const lineOf = (reason: string) => lines().filter({ hasText: reason }).getByRole('button', { expanded: false });

  async function act(name: string, points: string, reason: string) {
    await page.getByRole('group', { name: '积分操作' }).getByRole('button', { name }).click();
    await dialog().getByLabel('积分数').fill(points);
    await dialog().getByLabel('原因').fill(reason);
  }

  it('gives points from the page of the customer; a double click books them once', async () => {
    const card = page.getByRole('region', { name: '积分', exact: true });
    await card.getByText('没有可用的积分').waitFor();
    await act('发放', '500', '入会礼');
    await dialog().getByRole('button', { name: '发放' }).dblclick();
    await page.getByText('积分已发放').waitFor();
    await card.getByText('500', { exact: true }).first().waitFor();
    await card.getByRole('link', { name: '积分流水' }).click();
    await lines().first().waitFor();
    expect(await lines().count()).toBe(1);
  }, 30_000);

  it('is told at the field that there are not enough, and spends what there is', async () => {
    await act('消费', '900', '兑换雨伞');
    await dialog().getByRole('button', { name: '消费' }).click();
    await dialog().getByRole('alert').getByText('可用积分只有 500').waitFor();
    await dialog().getByLabel('积分数').fill('120');
    await dialog().getByRole('button', { name: '消费' }).click();
    await page.getByText('积分已扣减').waitFor();
    await lines().filter({ hasText: '兑换雨伞' }).getByText('−120').waitFor();
  }, 30_000);

  it('opens the entry to the lot that it drew, and takes a part of it back', async () => {
    await lineOf('兑换雨伞').click();
    const lots = page.getByRole('table', { name: '涉及的积分批次' });
    await lots.getByRole('row', { name: /#1 入会礼.*−120/ }).waitFor();
    await page.getByRole('button', { name: '撤回这笔' }).click();
    await dialog().getByText('还可撤回').waitFor();
    await dialog().getByLabel('积分数').fill('50');
    await dialog().getByLabel('原因').fill('少退一把');
    await dialog().getByRole('button', { name: '撤回', exact: true }).click();
    await page.getByText('还可撤回 70 / 120').waitFor();
    const newest = lines().first();
    await newest.getByText('+50').waitFor();
    expect(await newest.getByRole('button').first().innerText()).toContain('430');
  }, 30_000);

  it('finds the books of everybody in order', async () => {
    await page.getByRole('link', { name: '对账' }).click();
    await page.getByRole('button', { name: '立即对账' }).click();
    await page.getByRole('region', { name: '对账结果' }).getByText('账平').waitFor();
  }, 30_000);
});

async function createCustomer(address: string): Promise<string> {
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
  const identities = [{ type: 'member_no', value: 'E2EPOINTS' }];
  const { id } = await post('/customers', { displayName: MEMBER, identities }, accessToken as string);
  return id as string;
}
