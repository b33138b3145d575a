import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CustomerResolver, CustomersModule } from '@siyu/customers';
import { createTestApp, type TestApp } from '@siyu/platform/testing';
import { percentile } from './latencies';
import { searchScenario } from './search.bench';

describe('the measuring of the search', () => {
  let test: TestApp;
  let databaseUrl: string;

  beforeAll(async () => {
    test = await createTestApp({ imports: [CustomersModule] });
    databaseUrl = (test.database.source.options as { url: string }).url;
    await test.app.get(CustomerResolver).resolve(
      Array.from({ length: 20 }, (_, n) => ({
        displayName: `王小${String.fromCodePoint(0x4e00 + n)}`,
        source: 'shop',
        identities: [
          { type: 'phone', value: `+86138${String(n).padStart(8, '0')}` },
          { type: 'email', value: `c${n}@example.com` },
          { type: 'member_no', value: `M${n}` },
        ],
      })),
    );
  });
  afterAll(() => test.close());

  it('measures every kind of search on the customers that are there', async () => {
    const { rows } = await searchScenario.run({ databaseUrl, customers: 20, orders: 0, quick: true, log: () => undefined });
    const figures = rows.map(({ figure }) => figure);
    for (const kind of [
      'two letters, in most names',
      'full name',
      'phone',
      'last four digits',
      'e-mail',
      'member number',
    ]) {
      expect(figures).toContain(`search, one client: ${kind}: p95`);
    }
    expect(rows.every(({ value }) => value > 0)).toBe(true);
    expect(rows.find(({ figure }) => figure === 'search, 4 clients: p95')!.limit).toBe('< 50 ms');
  });

  it('takes the time that so many of the requests did not exceed', () => {
    const times = Array.from({ length: 100 }, (_, n) => 100 - n);
    expect([0.5, 0.95, 0.99, 1].map((share) => percentile(times, share))).toEqual([50, 95, 99, 100]);
    expect(percentile([7], 0.95)).toBe(7);
  });
});
