import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from './browser';
import { ADMINISTRATOR, startHouse, type House } from './house';

/** Thirty buyers with one to three orders each, a bad line among them; GB18030 as a shop's back office writes it. */
function ordersFile(): string {
  const lines = ['订单编号,下单时间,手机号,商品编码,数量,单价'];
  for (let buyer = 0; buyer < 30; buyer += 1) {
    for (let order = 0; order <= buyer % 3; order += 1) {
      const day = String(1 + ((buyer * 7 + order * 9) % 28)).padStart(2, '0');
      lines.push(`N${buyer}-${order},2026-10-${day} 10:00:00,139${String(10_000_000 + buyer)},SKU1,2,${10 + buyer}.50`);
    }
  }
  lines.push('N99-0,2026-10-40 10:00:00,13900000099,SKU1,1,5.00');
  return `${lines.join('\n')}\n`;
}

describe('a newcomer with a shop’s order file', () => {
  let house: House;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    house = await startHouse();
    browser = await launchBrowser();
    page = await (await browser.newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 800 } })).newPage();
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    await house?.stop();
  });

  it('signs in', async () => {
    await page.goto(house.address);
    await page.getByLabel('邮箱').fill(ADMINISTRATOR.email);
    await page.getByLabel('密码', { exact: true }).fill(ADMINISTRATOR.password);
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByRole('link', { name: '客户' }).first().waitFor();
  }, 30_000);

  it('checks the file before anything is written', async () => {
    await page.goto(`${house.address}/imports/new`);
    // From memory: where the system has no locale, the browser can't open a file by a Chinese name.
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: '十月订单.csv', mimeType: 'text/csv', buffer: Buffer.from(ordersFile()) });
    await page.getByRole('combobox', { name: '“手机号”列的含义' }).waitFor();
    await page.getByLabel('来源名称').fill('e2e-shop');
    await page.getByRole('button', { name: '上传并检查' }).click();
    await page.getByText('已检查，待导入').waitFor();
    expect(await page.getByText('将新建').locator('..').innerText()).toContain('60');
    expect(await page.getByText('1 行有问题').isVisible()).toBe(true);
  }, 60_000);

  it('imports it and finds a customer by the last four digits of her phone', async () => {
    await page.getByRole('button', { name: '开始导入' }).click();
    await page.getByText('已完成，部分失败').waitFor();
    await page.goto(`${house.address}/customers`);
    await page.getByPlaceholder('姓名、手机号或后四位').fill('0007');
    await page.waitForURL(/q=0007/);
    const row = page.getByRole('row', { name: /139\*\*\*\*0007/ });
    await row.first().waitFor();
    await row.first().getByRole('link').click();
    await page.getByText('下单 N7-1').waitFor();
    expect(await page.getByText('购买次数').locator('..').innerText()).toContain('2');
  }, 60_000);

  it('is shown no page to somebody who is signed out', async () => {
    await page.context().clearCookies();
    await page.goto(`${house.address}/customers`);
    await page.getByRole('button', { name: '登录' }).waitFor();
  }, 30_000);
});
