import { newId, type Clock } from '@siyu/kernel';
import { CustomersModule } from '@siyu/customers';
import {
  EventsService,
  OrdersModule,
  OrdersService,
  RefundsService,
  type EventInput,
  type OrderInput,
} from '@siyu/orders';
import { affected, Database, row, rows } from '@siyu/platform';
import { createTestApp, type TestApp } from '@siyu/platform/testing';
import { PointsModule } from '@siyu/points';
import type { EntityManager } from 'typeorm';
import type { SentValueRule } from '../domain/read-rules';
import type { ValueLedger } from '../domain/rules';
import { ValueRulesService, type RulesChange } from '../value-rules.service';
import { ValuesModule } from '../values.module';
import { ValueProofsQueries } from '../value-proofs.queries';

export const PER_YUAN: SentValueRule = {
  key: 'purchase',
  name: '消费',
  on: { kind: 'order', perCents: 100 },
  value: 1,
};

/** A shop with value ledgers and a clock to be set. */
export class ValueHouse {
  private constructor(
    readonly test: TestApp,
    private readonly clock: { now: Date },
  ) {}

  static async open(now = '2026-11-22T12:00:00+08:00'): Promise<ValueHouse> {
    const clock = { now: new Date(now) };
    const imports = [CustomersModule, OrdersModule, PointsModule, ValuesModule];
    const test = await createTestApp({ imports, clock: { now: () => clock.now } satisfies Clock });
    return new ValueHouse(test, clock);
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

  async customer(): Promise<string> {
    const id = newId();
    await affected(
      this.em,
      `insert into customers (customer_id, display_name, attributes, source, created_at, updated_at)
       values ($1, '', '{}', 'test', now(), now())`,
      [id],
    );
    return id;
  }

  /** Rules that hold since 2020, without settling what happened before. */
  async rules(
    rules: SentValueRule[],
    ledger: ValueLedger = 'growth',
    validFrom = '2020-01-01T00:00:00+08:00',
  ): Promise<void> {
    const now = this.clock.now;
    this.clock.now = new Date(validFrom);
    await this.publish({ rules }, ledger);
    this.clock.now = now;
  }

  async publish(change: RulesChange, ledger: ValueLedger = 'growth'): Promise<void> {
    await this.test.app.get(ValueRulesService).replace(null, ledger, change);
  }

  /** Reports an order and lets the jobs run. @returns whose it is now */
  async order(externalId: string, changes: Partial<OrderInput> = {}, run = true): Promise<string> {
    const answers = await this.test.app.get(OrdersService).recordBatch([order(externalId, changes)]);
    const failed = answers.find((answer) => answer.outcome === 'failed');
    if (failed) throw new Error(JSON.stringify(failed));
    if (run) await this.test.runJobs();
    const text = `select customer_id as id from orders where source = 'shop' and external_id = $1`;
    return (await row<{ id: string }>(this.em, text, [externalId]))!.id;
  }

  async refund(orderId: string, externalId: string, amountCents: number, run = true): Promise<void> {
    const refund = { externalId, refundedAt: new Date('2026-11-21T09:00:00+08:00'), amountCents };
    await this.test.app.get(RefundsService).record({ source: 'shop', externalId: orderId }, refund);
    if (run) await this.test.runJobs();
  }

  async event(externalId: string, member: string, changes: Partial<EventInput> = {}): Promise<void> {
    const answers = await this.test.app.get(EventsService).recordBatch([
      {
        source: 'shop',
        externalId,
        identities: [{ type: 'member_no', value: member }],
        type: 'share',
        occurredAt: new Date('2026-11-20T10:00:00+08:00'),
        ...changes,
      },
    ]);
    const failed = answers.find((answer) => answer.outcome === 'failed');
    if (failed) throw new Error(JSON.stringify(failed));
    await this.test.runJobs();
  }

  async customerOf(member: string): Promise<string> {
    const text = `select customer_id as id from customers_identities where type = 'member_no' and value = $1`;
    return (await row<{ id: string }>(this.em, text, [member]))!.id;
  }

  async balance(customerId: string, ledger: ValueLedger = 'growth'): Promise<number> {
    const text = 'select balance from tiers_value_accounts where customer_id = $1 and ledger = $2';
    return (await row<{ balance: number }>(this.em, text, [customerId, ledger]))?.balance ?? 0;
  }

  /** Amounts and days of the entries, in the order of booking. */
  async entries(customerId: string, ledger: ValueLedger = 'growth'): Promise<[number, string][]> {
    const found = await rows<{ amount: number; day: string }>(
      this.em,
      `select amount, (occurred_at at time zone 'Asia/Shanghai')::date::text as day from tiers_value_entries
       where customer_id = $1 and ledger = $2 order by seq`,
      [customerId, ledger],
    );
    return found.map(({ amount, day }) => [amount, day]);
  }

  async entryCount(): Promise<number> {
    return (await row<{ count: number }>(this.em, 'select count(*) as count from tiers_value_entries'))!.count;
  }

  /** Everything that is wrong with a ledger. */
  async drift(ledger: ValueLedger = 'growth') {
    return (await this.test.app.get(ValueProofsQueries).prove(ledger, null, 100_000)).drift;
  }
}

/** A paid order of 120.00 of the customer `M-<externalId>`, unless told otherwise. */
export function order(externalId: string, changes: Partial<OrderInput> = {}): OrderInput {
  return {
    source: 'shop',
    externalId,
    identities: [{ type: 'member_no', value: `M-${externalId}` }],
    placedAt: new Date('2026-11-20T10:00:00+08:00'),
    status: 'paid',
    currency: 'CNY',
    totalCents: 12_000,
    items: [],
    ...changes,
  };
}
