import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeWithShopData, openShop, readTable, type Shop } from './shop-files';

const MINUTES = 60_000;

describeWithShopData('the purchases of CDNOW and of the R package rfm', () => {
  let shop: Shop;

  const figures = async (source: string) => {
    const [found] = await shop.query<{ customers: number; orders: number; cents: number }>(
      `select count(distinct customer_id) as customers, count(*) as orders, sum(total_cents)::bigint as cents
       from orders where source = '${source}'`,
    );
    return found;
  };

  beforeAll(async () => {
    shop = await openShop();
  });
  afterAll(() => shop.close());

  it(
    'are one per customer and day at CDNOW, worth all that was bought on that day',
    async () => {
      const file = 'cdnow/cdnow_master_transactions.csv.gz';
      const imported = await shop.bringIn(file, 'cdnow.json');
      expect(imported).toMatchObject({ status: 'completed', failed: 0, skipped: 0, rows: { read: 69_659 } });
      const transactions = readTable(file);
      const days = new Set(transactions.map(({ customer_id: customer, date }) => `${customer}/${date}`));
      const cents = transactions.reduce((sum, { amount_usd: amount }) => sum + Math.round(Number(amount) * 100), 0);
      expect(await figures('cdnow')).toEqual({ customers: 23_570, orders: days.size, cents });
      expect(imported.created).toBe(days.size);
    },
    10 * MINUTES,
  );

  it(
    'are one per row in the data of the package rfm, which have no order number',
    async () => {
      const imported = await shop.bringIn('rfm_package/rfm_data_orders.csv', 'rfm-package.json');
      expect(imported).toMatchObject({ status: 'completed', created: 4906, failed: 0 });
      expect(await figures('rfm-package')).toMatchObject({ customers: 995, orders: 4906 });
      expect(await shop.bringIn('rfm_package/rfm_data_orders.csv', 'rfm-package.json')).toMatchObject({
        created: 0,
        updated: 0,
        unchanged: 4906,
      });
    },
    10 * MINUTES,
  );
});
