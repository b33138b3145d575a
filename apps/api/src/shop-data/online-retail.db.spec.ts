import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { ImportDetail } from '@siyu/imports';
import { describeWithShopData, openShop, readTable, type Shop } from './shop-files';

const MINUTES = 60_000;

/*
 * UCI Online Retail: 541,909 invoice lines of a British gift shop. The rule by which the example mapping reads it:
 * - an invoice is an order, its total the exact sum of quantity × unit price, rounded once;
 * - an invoice whose number begins with C is a return;
 * - lines with a price of 0 or less are passed over, and so are invoices without a customer;
 * - of lines of one invoice that are equal in every column, one counts.
 * A purchase is a sale worth more than nothing; net spend is purchases less returns.
 */
describeWithShopData('the orders of UCI Online Retail', () => {
  let shop: Shop;
  let imported: ImportDetail;

  beforeAll(async () => {
    shop = await openShop();
    imported = await shop.bringIn('online_retail/online_retail.csv.gz', 'online-retail.json');
  }, 10 * MINUTES);
  afterAll(() => shop.close());

  it('come in without a failed line', () => {
    expect(imported).toMatchObject({
      status: 'completed',
      total: 25_900,
      created: 22_186,
      skipped: 3714,
      failed: 0,
      rows: { read: 541_909, failed: 0 },
    });
  });

  it('are of 4,338 customers with purchases, of whom 65.58 % bought more than once', async () => {
    const [found] = await shop.query<{ buyers: number; repeaters: number }>(
      `select count(*) as buyers, count(*) filter (where purchases > 1) as repeaters
       from (select count(*) as purchases from orders_purchases_v where is_purchase group by customer_id) bought`,
    );
    expect(found).toEqual({ buyers: 4338, repeaters: 2845 });
    expect(((100 * found!.repeaters) / found!.buyers).toFixed(2)).toBe('65.58');
  });

  it('give the published net spend of each customer but the two whose duplicates only the left-out column shows', async () => {
    const found = await shop.query<{ value: string; cents: number }>(
      `select value, sum(net_cents)::bigint as cents
       from customers_identities_v join orders_purchases_v using (customer_id)
       where type = 'online_retail_id' group by value`,
    );
    const cents = new Map(found.map((each) => [each.value, each.cents]));
    const published = readTable('online_retail/published_rfm_net_by_customer.csv');
    expect(published).toHaveLength(4372);
    const differing = published.filter(({ CustomerID, monetary_net: net }) => {
      // One customer has nothing but lines without a price, hence no order here and a net spend of 0 there.
      return (cents.get(CustomerID!) ?? 0) !== Math.round(Number(net) * 100);
    });
    expect(differing.map(({ CustomerID }) => CustomerID)).toEqual(['12909', '12931']);
    expect(published.filter(({ CustomerID }) => !cents.has(CustomerID!))).toMatchObject([{ monetary_net: '0.0' }]);
  });

  it('give all 91 published cells of customers by month of first purchase and months since', async () => {
    const found = await shop.query<{ cohort: string; since: number; customers: number }>(
      `with months as (
         select distinct customer_id, date_trunc('month', paid_at at time zone 'Europe/London') as month
         from orders_purchases_v where is_purchase
       ), aged as (
         select customer_id, month, min(month) over (partition by customer_id) as cohort from months
       )
       select to_char(cohort, 'YYYY-MM') as cohort, count(*) as customers,
         (extract(year from age(month, cohort)) * 12 + extract(month from age(month, cohort)))::int as since
       from aged group by cohort, month`,
    );
    const cells = readTable('online_retail/published_cohort_counts.csv').flatMap(({ cohort, ...counts }) =>
      Object.entries(counts)
        .filter(([, count]) => count !== '')
        .map(([since, count]) => ({ cohort: cohort!, since: Number(since), customers: Number(count) })),
    );
    expect(cells).toHaveLength(91);
    const byPlace = (a: (typeof cells)[number], b: (typeof cells)[number]) =>
      a.cohort.localeCompare(b.cohort) || a.since - b.since;
    expect([...found].sort(byPlace)).toEqual(cells.sort(byPlace));
  });

  it(
    'change nothing when they come a second time',
    async () => {
      const state = () => shop.query(`select count(*), md5(string_agg(o::text, '' order by o.order_id)) from orders o`);
      const before = await state();
      expect(await shop.bringIn('online_retail/online_retail.csv.gz', 'online-retail.json')).toMatchObject({
        status: 'completed',
        created: 0,
        updated: 0,
        unchanged: 22_186,
        skipped: 3714,
        failed: 0,
      });
      expect(await state()).toEqual(before);
    },
    10 * MINUTES,
  );
});
