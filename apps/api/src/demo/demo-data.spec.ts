import { describe, expect, it } from '@jest/globals';
import { dayOf } from '@siyu/kernel';
import { demoCustomers } from './demo-data';
import type { DemoOrder } from './demo.types';

const options = { customers: 1500, seed: 7, endDay: '2026-11-21', timeZone: 'Asia/Shanghai' };
const shop = [...demoCustomers(options)];
const orders = shop.flatMap((customer) => customer.orders);
const sales = orders.filter(({ kind }) => kind === 'sale');

const share = <Item>(items: Item[], holds: (item: Item) => boolean) => items.filter(holds).length / items.length;
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const times = ({ placedAt, paidAt, refund }: DemoOrder) =>
  [placedAt, paidAt, refund?.refundedAt].filter((at) => at instanceof Date);

describe('the demo shop', () => {
  it('is the same for the same seed and end day', () => {
    expect([...demoCustomers({ ...options, customers: 300 })]).toEqual(shop.slice(0, 300));
  });

  it('is another one for another seed', () => {
    const [other] = demoCustomers({ ...options, customers: 1, seed: 8 });
    expect(other!.person).not.toEqual(shop[0]!.person);
  });

  it('gives no identity to two customers and no order number to two orders', () => {
    const identities = shop.flatMap(({ person }) => person.identities.map(({ type, value }) => `${type} ${value}`));
    expect(new Set(identities).size).toBe(identities.length);
    const numbers = orders.map(({ source, externalId }) => `${source} ${externalId}`);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it('knows every customer by something, and every order and event by some of it', () => {
    const strangers = shop.filter(({ person, orders: own, events }) => {
      const known = new Set(person.identities);
      const carries = ({ identities }: { identities: typeof person.identities }) =>
        identities.length > 0 && identities.every((identity) => known.has(identity));
      return known.size === 0 || ![...own, ...events].every(carries);
    });
    expect(strangers).toEqual([]);
  });

  it('uses only phones that nobody carries and addresses that are kept for examples', () => {
    const all = shop.flatMap(({ person }) => person.identities);
    for (const { value } of all.filter(({ type }) => type === 'phone')) expect(value).toMatch(/^\+861349\d{7}$/);
    for (const { value } of all.filter(({ type }) => type === 'email')) expect(value).toMatch(/@example\.com$/);
  });

  it('has no order, payment or refund before its first or after its end day', () => {
    const days = orders
      .flatMap(times)
      .map((at) => dayOf(at, options.timeZone))
      .sort();
    expect(days[0]! >= '2023-11-23').toBe(true);
    expect(days.at(-1)! <= options.endDay).toBe(true);
    expect(days.at(-1)! >= '2026-11-15').toBe(true);
  });

  it('pays after ordering and refunds after paying, never more than was paid', () => {
    const odd = orders.filter(({ placedAt, paidAt, refund, totalCents }) => {
      const paidBefore = paidAt !== null && paidAt < placedAt;
      return (
        paidBefore ||
        (refund && (refund.refundedAt <= paidAt! || refund.amountCents <= 0 || refund.amountCents > totalCents))
      );
    });
    expect(odd).toEqual([]);
    expect(orders.some(({ refund }) => refund !== null)).toBe(true);
  });

  it('sells for a positive price that the items add up to, short of a discount', () => {
    const odd = orders.filter(({ totalCents, items }) => {
      const list = items.reduce((sum, item) => sum + item.quantity * item.unitPriceCents, 0);
      return totalCents <= 0 || totalCents > list || totalCents < list * 0.89;
    });
    expect(odd).toEqual([]);
    const average = mean(sales.map(({ totalCents }) => totalCents));
    expect(average).toBeGreaterThan(15_000);
    expect(average).toBeLessThan(30_000);
  });

  it('has many who bought once, a few who buy all the time and some who never bought', () => {
    const counts = shop.map((customer) => customer.orders.filter(({ kind }) => kind === 'sale').length);
    expect(share(counts, (count) => count === 0)).toBeCloseTo(0.04, 1);
    const oneTime = share(
      counts.filter((count) => count > 0),
      (count) => count === 1,
    );
    expect(oneTime).toBeGreaterThan(0.35);
    expect(oneTime).toBeLessThan(0.5);
    expect(share(counts, (count) => count > 20)).toBeLessThan(0.04);
    expect(Math.max(...counts)).toBeGreaterThan(20);
    expect(mean(counts)).toBeGreaterThan(3);
    expect(mean(counts)).toBeLessThan(5);
  });

  it('earns most of its revenue from a fifth of its customers', () => {
    const spend = shop
      .map((customer) => customer.orders.reduce((sum, { totalCents }) => sum + totalCents, 0))
      .sort((a, b) => b - a);
    const top = spend.slice(0, spend.length / 5).reduce((sum, value) => sum + value, 0);
    const topShare = top / spend.reduce((sum, value) => sum + value, 0);
    expect(topShare).toBeGreaterThan(0.55);
    expect(topShare).toBeLessThan(0.8);
  });

  it('sees a rush on Double 11 and quiet around Chinese New Year', () => {
    const on = (first: string, last: string) => {
      const days = (Date.parse(last) - Date.parse(first)) / 86_400_000 + 1;
      const within = ({ placedAt }: DemoOrder) => {
        const day = dayOf(placedAt, options.timeZone);
        return first <= day && day <= last;
      };
      return sales.filter(within).length / days;
    };
    expect(on('2026-11-10', '2026-11-11')).toBeGreaterThan(3 * on('2026-09-01', '2026-09-30'));
    expect(on('2026-02-14', '2026-02-22')).toBeLessThan(0.6 * on('2026-03-10', '2026-04-10'));
  });

  it('grows: its last year sells more than twice as much as the year before the last', () => {
    const year = (from: string, to: string) =>
      sales.filter(({ placedAt }) => from <= placedAt.toISOString() && placedAt.toISOString() < to).length;
    expect(year('2025-11-21', '2026-11-21')).toBeGreaterThan(2 * year('2023-11-21', '2024-11-21'));
  });

  it('cancels, refunds and takes back a little, and sells through every channel', () => {
    expect(share(sales, ({ status }) => status === 'cancelled')).toBeCloseTo(0.04, 1);
    const refunded = share(sales, ({ refund }) => refund !== null);
    expect(refunded).toBeGreaterThan(0.03);
    expect(refunded).toBeLessThan(0.09);
    expect(
      share(sales, ({ refund, totalCents }) => refund !== null && refund.amountCents < totalCents),
    ).toBeGreaterThan(0.01);
    expect(orders.length).toBeGreaterThan(sales.length);
    expect(new Set(orders.map(({ channel }) => channel))).toEqual(
      new Set(['微信小程序', '天猫旗舰店', '京东旗舰店', '抖音小店', '线下门店']),
    );
  });

  it('has the common family names in their real proportion', () => {
    const names = shop.map(({ person }) => person.displayName);
    expect(share(names, (name) => name.startsWith('王'))).toBeGreaterThan(0.04);
    expect(share(names, (name) => name.startsWith('王'))).toBeLessThan(0.1);
    expect(share(names, (name) => /^.{2,4}$/u.test(name))).toBeGreaterThan(0.95);
    expect(new Set(names).size).toBeGreaterThan(names.length * 0.7);
  });
});
