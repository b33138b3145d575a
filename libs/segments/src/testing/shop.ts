import type { EntityManager } from 'typeorm';
import type { Clock } from '@siyu/kernel';
import { affected, Database, rows } from '@siyu/platform';
import { createTestApp, type TestApp } from '@siyu/platform/testing';
import { RfmAttemptsService } from '../rfm-attempts.service';
import { RfmComparisonsService } from '../rfm-comparisons.service';
import { RfmRunsService } from '../rfm-runs.service';
import { RfmSettingsService } from '../rfm-settings.service';
import type { SentSettings } from '../domain/read-settings';
import type { RfmRunRow } from '../rfm.entities';
import { SegmentsModule } from '../segments.module';
import type { ReferenceScore } from './reference-scorer';

/** An order as the tests write it; the tables belong to others, who publish views of them. */
export interface TestOrder {
  customerId: string;
  paidAt: string | null;
  kind: 'sale' | 'return';
  status: string;
  currency: string;
  totalCents: number;
  refundedCents: number;
}

export const STAFF = {
  kind: 'staff' as const,
  id: '01900000-0000-7000-8000-00000000000a',
  sessionId: '01900000-0000-7000-8000-00000000000b',
  role: 'test',
  permissions: new Set<string>(),
};

/** Id of the n-th customer; ids sort like their numbers. */
export function customerId(number: number): string {
  return `01900000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
}

/** A paid order of 10.00. */
export function order(customer: number, paidAt: string, change: Partial<TestOrder> = {}): TestOrder {
  const usual = { kind: 'sale' as const, status: 'paid', currency: 'CNY', totalCents: 1000, refundedCents: 0 };
  return { customerId: customerId(customer), paidAt, ...usual, ...change };
}

/** The application with a clock to be set and orders to be put in. */
export class Shop {
  private constructor(
    readonly test: TestApp,
    private readonly clock: { now: Date },
  ) {}

  static async open(now: string, timeZone = 'Asia/Shanghai'): Promise<Shop> {
    const clock = { now: new Date(now) };
    const test = await createTestApp({
      imports: [SegmentsModule],
      clock: { now: () => clock.now } satisfies Clock,
      config: { timeZone },
    });
    return new Shop(test, clock);
  }

  get em(): EntityManager {
    return this.test.app.get(Database).em;
  }

  set now(at: string) {
    this.clock.now = new Date(at);
  }

  close(): Promise<void> {
    return this.test.close();
  }

  /** Replaces all customers, orders and runs. */
  async fill(
    orders: TestOrder[],
    identities: { customerId: string; type: string; value: string }[] = [],
  ): Promise<void> {
    const partitions = await rows<{ name: string }>(
      this.em,
      `select inhrelid::regclass::text as name from pg_inherits where inhparent = 'segments_rfm_scores'::regclass`,
    );
    for (const { name } of partitions) await affected(this.em, `drop table ${name}`);
    for (const table of ['segments_rfm_runs', 'segments_rfm_cells', 'segments_rfm_settings']) {
      await affected(this.em, `delete from ${table}`);
    }
    await affected(this.em, 'truncate customers, customers_identities, orders, orders_figures');
    const customers = [...new Set([...orders, ...identities].map((one) => one.customerId))];
    await affected(
      this.em,
      `insert into customers (customer_id, display_name, attributes, source, created_at, updated_at)
       select id, 'customer ' || nr, '{}', 'test', now(), now() from unnest($1::uuid[]) with ordinality as c (id, nr)`,
      [customers],
    );
    await affected(
      this.em,
      `insert into customers_identities (customer_id, type, value, source, created_at)
       select "customerId", type, value, 'test', now()
       from jsonb_to_recordset($1) as i ("customerId" uuid, type text, value text)`,
      [JSON.stringify(identities)],
    );
    await this.add(orders);
  }

  async add(orders: TestOrder[]): Promise<void> {
    await affected(
      this.em,
      `insert into orders (customer_id, order_id, source, external_id, kind, status, placed_at, paid_at, currency,
         total_cents, refunded_cents, created_at, updated_at)
       select customer_id, gen_random_uuid(), 'test', nr, kind, status, coalesce(paid_at, now()), paid_at, currency,
         total, refunded, now(), now()
       from unnest($1::uuid[], $2::text[], $3::text[], $4::timestamptz[], $5::text[], $6::bigint[], $7::bigint[])
         with ordinality as o (customer_id, kind, status, paid_at, currency, total, refunded, nr)`,
      (['customerId', 'kind', 'status', 'paidAt', 'currency', 'totalCents', 'refundedCents'] as const).map((key) =>
        orders.map((one) => one[key]),
      ),
    );
    await affected(this.em, 'truncate orders_figures');
    await affected(
      this.em,
      `insert into orders_figures (customer_id, orders_count, currency, gross_cents, refunded_cents, net_cents,
         first_paid_at, last_paid_at, computed_at)
       select customer_id, count(*) filter (where is_purchase), (array_agg(currency order by paid_at desc))[1], 0, 0, 0,
         min(paid_at) filter (where is_purchase), max(paid_at) filter (where is_purchase), now()
       from orders_purchases_v group by customer_id`,
    );
  }

  set(settings: SentSettings): Promise<unknown> {
    return this.test.app.get(RfmSettingsService).replace(STAFF, settings);
  }

  /** A whole run, comparison included, as the worker does it. */
  async run(): Promise<RfmRunRow> {
    const { runId } = await this.test.app.get(RfmRunsService).request(STAFF);
    await this.test.app.get(RfmAttemptsService).perform(runId, new AbortController().signal);
    await this.test.app.get(RfmComparisonsService).compare(runId);
    const [run] = await rows<RfmRunRow>(
      this.em,
      `select run_id as "runId", status, message, cuts, reference_day::text as "referenceDay", currencies,
         window_from::text as "windowFrom", scored_count as "scoredCount", customers_count as "customersCount",
         orders_count as "ordersCount", net_cents as "netCents", history_days as "historyDays", movement,
         scores_dropped_at as "scoresDroppedAt", previous_run_id as "previousRunId"
       from segments_rfm_runs where run_id = $1`,
      [runId],
    );
    return run!;
  }

  scores(runId: string): Promise<ReferenceScore[]> {
    return rows<ReferenceScore>(
      this.em,
      `select customer_id as "customerId", recency_days as "recencyDays", frequency, monetary_cents as "monetaryCents",
         r, f, m, segment
       from segments_rfm_scores where run_id = $1 order by customer_id`,
      [runId],
    );
  }
}
