import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from './browser';
import { ADMINISTRATOR, startHouse, type House } from './house';

describe('an operator who sets up a points programme', () => {
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
    await page.getByRole('link', { name: '积分规则' }).click();
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    await house?.stop();
  });

  it('sees while typing what a rule would give, and why it gives nothing', async () => {
    await page.getByText('还没有积分规则').waitFor();
    await page.getByRole('button', { name: '新建规则' }).first().click();
    const box = page.getByRole('region', { name: '试算' });
    await box.getByText('¥268.00，每 ¥1.00 得 1 分').waitFor();
    await page.getByRole('button', { name: '添加条件' }).click();
    await page.getByRole('menuitem', { name: '下单渠道' }).click();
    await box.getByText('规则还没有填完整').waitFor();
    await page.getByRole('combobox', { name: '渠道' }).focus();
    await page.keyboard.type('mini-program');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await box.getByText('渠道是“无”，规则要的是：mini-program').waitFor();
    await box.getByLabel('渠道').fill('mini-program');
    await box.getByRole('article').getByText('+268').first().waitFor();
  }, 30_000);

  it('is told what is missing at its field, saves a draft and activates it', async () => {
    await page.getByRole('button', { name: '保存为草稿' }).click();
    await page.getByRole('alert').getByText('请填写规则名称').waitFor();
    await page.getByLabel('规则名称').fill('小程序 1 元 1 分');
    await page.getByRole('button', { name: '保存为草稿' }).click();
    await page.getByRole('heading', { name: '小程序 1 元 1 分' }).waitFor();
    await page.getByRole('button', { name: '启用' }).click();
    await page.getByText('生效中', { exact: true }).waitFor();
  }, 30_000);

  it('changes the rule by a new version, and the try-out does not count it twice', async () => {
    await page.getByRole('spinbutton', { name: '分', exact: true }).fill('2');
    const box = page.getByRole('region', { name: '试算' });
    await box.getByLabel('渠道').fill('mini-program');
    await box.getByText('¥268.00，每 ¥1.00 得 2 分').waitFor();
    expect(await box.getByRole('article').count()).toBe(1);
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByText('第 2 版').first().waitFor();
  }, 30_000);

  it('says in the settings until when points of today last', async () => {
    await page.getByRole('link', { name: '积分设置' }).click();
    const nextYear = Number(new Intl.DateTimeFormat('en', { timeZone: 'Asia/Shanghai', year: 'numeric' }).format()) + 1;
    await page.getByText(`今天获得的积分将于 ${nextYear}-12-31 到期`).waitFor();
    await page.getByRole('radio', { name: /^收到余额为零/ }).check();
    await page.getByLabel('修改说明').fill('对会员宽一些');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByText('第 1 版').waitFor();
    await page.getByText('对会员宽一些').waitFor();
  }, 30_000);

  it('makes a coupon, brings in its codes and publishes it', async () => {
    await page.getByRole('link', { name: '积分商城' }).click();
    await page.getByRole('button', { name: '添加奖品' }).first().click();
    await page.getByText('优惠券', { exact: true }).click();
    await page.getByLabel('名称', { exact: true }).fill('满 200 减 30');
    await page.getByLabel('兑换积分').fill('300');
    await page.getByRole('button', { name: '保存为草稿' }).click();
    await page.getByRole('heading', { name: '满 200 减 30' }).waitFor();
    const codes = { name: 'codes.csv', mimeType: 'text/csv', buffer: Buffer.from('A-1\nA-2\nA-2\nA-3\n') };
    await page.getByLabel('导入券码').setInputFiles(codes);
    await page.getByText('新增 3 个，跳过重复 1 个').waitFor();
    await page.getByRole('button', { name: '发布' }).click();
    await page.getByText('兑换中', { exact: true }).waitFor();
    await page.getByRole('link', { name: '← 积分商城' }).click();
    await page.getByText('剩 3 · 已兑 0').waitFor();
  }, 30_000);
});
