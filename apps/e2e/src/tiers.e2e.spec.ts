import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from './browser';
import { ADMINISTRATOR, startHouse, type House } from './house';

describe('an operator who brings tiers to the house', () => {
  let house: House;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    house = await startHouse();
    browser = await launchBrowser();
    page = await (await browser.newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 800 } })).newPage();
    page.setDefaultTimeout(10_000);
    await page.goto(house.address);
    await page.getByLabel('邮箱').fill(ADMINISTRATOR.email);
    await page.getByLabel('密码', { exact: true }).fill(ADMINISTRATOR.password);
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByRole('link', { name: '客户', exact: true }).waitFor();
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    await house?.stop();
  });

  it('begins on the first morning with a template', async () => {
    await page.getByRole('link', { name: '等级体系' }).click();
    await page.getByText('还没有等级体系').waitFor();
    const template = page.getByRole('article').filter({ hasText: '按近 12 个月的消费额或订单数升级' });
    await template.getByText('近 12 个月消费额满 ¥5,000.00，或近 12 个月订单数满 20 单').waitFor();
    await template.getByRole('button', { name: '使用这套模板' }).click();
    await page.getByRole('heading', { name: '普通 / 银卡 / 金卡' }).waitFor();
    expect(await page.getByRole('article').count()).toBe(3);
  }, 30_000);

  it('is told while typing that a threshold does not rise, and undoes it', async () => {
    const check = page.getByRole('complementary', { name: '检查' });
    await check.getByText('没有发现问题').waitFor();
    const gold = page.getByRole('article', { name: '金卡' });
    const spend = gold.getByRole('group', { name: '金卡 · 升级' }).getByRole('textbox', { name: '至少' }).first();
    await spend.fill('900');
    await gold.getByText('“金卡”的消费额门槛（¥900.00）没有高于“银卡”（¥1,000.00）').waitFor();
    await check.getByText('“金卡”：保级要求的消费额（¥4,000.00）高于升级要求（¥900.00）').waitFor();
    await page.getByRole('button', { name: '撤销一步' }).click();
    await check.getByText('没有发现问题').waitFor();
    expect(await spend.inputValue()).toBe('5,000');
  }, 30_000);

  it('may not publish a tier that nobody would ever stand in', async () => {
    const gold = page.getByRole('article', { name: '金卡' });
    const enter = gold.getByRole('group', { name: '金卡 · 升级' }).getByRole('textbox', { name: '至少' });
    await enter.first().fill('900');
    await enter.last().fill('4');
    await gold.getByRole('img', { name: '必须修正' }).first().waitFor();
    expect(await page.getByRole('button', { name: '发布…' }).isDisabled()).toBe(true);
    await page.getByRole('button', { name: '放弃修改' }).click();
  }, 30_000);

  it('saves a changed threshold and publishes it, and the ladder is in force with its counts', async () => {
    const gold = page.getByRole('article', { name: '金卡' });
    await gold.getByRole('textbox', { name: '至少' }).first().fill('6,000');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByText('草稿已保存').waitFor();
    await page.getByRole('button', { name: '发布…' }).click();
    const dialog = page.getByRole('dialog', { name: /^发布/ });
    await dialog.getByText('发布后会给所有会员定级').waitFor();
    await dialog.getByText('这份草稿还没有模拟过').waitFor();
    await dialog.getByLabel('说明').fill('开业');
    await dialog.getByRole('button', { name: '发布', exact: true }).click();
    await page.getByText('第 1 版已生效').waitFor();
    await page.getByText('上次定级').waitFor();
    await page.getByRole('tab', { name: '版本' }).click();
    await page.getByRole('row', { name: /第 1 版.*生效中.*开业/ }).waitFor();
    await page.getByRole('link', { name: '← 等级体系' }).click();
    const inForce = page.getByRole('region', { name: '正在生效' });
    await inForce.getByText('近 12 个月消费额满 ¥6,000.00，或近 12 个月订单数满 20 单').waitFor();
    expect(await inForce.getByText('0 人').count()).toBe(3);
  }, 30_000);
});
