import type { Clock } from '@siyu/kernel';
import { newId } from '@siyu/kernel';
import { Database } from '@siyu/platform';
import { createTestApp, type TestApp } from '@siyu/platform/testing';
import type { EntityManager } from 'typeorm';
import { EvaluationService } from '../../evaluation/evaluation.service';
import { RunAttemptsService } from '../../evaluation/run-attempts.service';
import { RunsService } from '../../evaluation/runs.service';
import type { LadderTerms } from '../../ladders/domain/ladder';
import { TiersModule } from '../../tiers.module';
import { TERMS } from './terms';

/** The application with a clock to be set, ladders to be put in force, customers and their orders. */
export class StandingHouse {
  readonly ladderId = newId();
  private version = 0;

  private constructor(
    readonly test: TestApp,
    private readonly clock: { now: Date },
  ) {}

  static async open(now = '2026-03-15T02:00:00Z'): Promise<StandingHouse> {
    const clock = { now: new Date(now) };
    const test = await createTestApp({ imports: [TiersModule], clock: { now: () => clock.now } satisfies Clock });
    return new StandingHouse(test, clock);
  }

  get em(): EntityManager {
    return this.test.app.get(Database).em;
  }

  get now(): Date {
    return this.clock.now;
  }

  set now(at: Date | string) {
    this.clock.now = new Date(at);
  }

  close(): Promise<void> {
    return this.test.close();
  }

  /** Puts a version in force, and looks at everybody once if it is the first. */
  async publish(terms: Partial<LadderTerms> = {}, effectiveFrom = this.now): Promise<void> {
    const content = JSON.stringify({ ...TERMS, ...terms });
    this.version += 1;
    await this.test.asOwner(
      `insert into tiers_ladders (ladder_id, name, draft, draft_revision, created_at, updated_at)
       values ($1, '会员等级', $2, 1, now(), now()) on conflict do nothing`,
      [this.ladderId, content],
    );
    await this.test.asOwner(
      `insert into tiers_versions (ladder_id, version, ladder_name, terms, effective_from, published_at)
       values ($1, $2, '会员等级', $3, $4, $4)`,
      [this.ladderId, this.version, content, effectiveFrom],
    );
    if (this.version > 1) return;
    const run = await this.test.app.get(RunsService).request('staff', null);
    await this.test.app.get(RunAttemptsService).perform(run.runId, new AbortController().signal);
  }

  /** Ids of new customers, in their order. */
  async customers(count: number, createdAt = '2024-02-29T04:00:00Z'): Promise<string[]> {
    const ids = Array.from({ length: count }, () => newId());
    await this.test.asOwner(
      `insert into customers (customer_id, display_name, attributes, source, created_at, updated_at)
       select id, '', '{}', 'test', $2::timestamptz, $2::timestamptz from unnest($1::uuid[]) as t (id)`,
      [ids, createdAt],
    );
    return ids;
  }

  async customer(createdAt?: string): Promise<string> {
    return (await this.customers(1, createdAt))[0]!;
  }

  /** Everyone pays the same order. */
  async payAll(customerIds: readonly string[], cents: number, paidAt: Date | string = this.now): Promise<string[]> {
    const orderIds = customerIds.map(() => newId());
    await this.test.asOwner(
      `insert into orders (customer_id, order_id, source, external_id, kind, status, placed_at, paid_at, currency, total_cents,
         refunded_cents, created_at, updated_at)
       select c, o, 'test', o::text, 'sale', 'paid', $4::timestamptz, $4::timestamptz, 'CNY', $3, 0, $4, $4
       from unnest($1::uuid[], $2::uuid[]) as t (c, o)`,
      [customerIds, orderIds, cents, new Date(paidAt)],
    );
    return orderIds;
  }

  async pay(customerId: string, cents: number, paidAt?: Date | string): Promise<string> {
    return (await this.payAll([customerId], cents, paidAt))[0]!;
  }

  async evaluate(...customerIds: string[]): Promise<void> {
    await this.test.app.get(EvaluationService).evaluate(customerIds);
  }
}
