import { newId, type Clock } from '@siyu/kernel';
import { affected, Database, row, rows } from '@siyu/platform';
import { createTestApp, type TestApp } from '@siyu/platform/testing';
import type { EntityManager } from 'typeorm';
import { TiersModule } from '../../tiers.module';
import type { LadderTerms, LadderVersion } from '../../ladders/domain/ladder';
import type { Rise } from '../gifts.store';
import { GiftsStore } from '../gifts.store';
import { publish, stand } from './sample-ladders';

/** The application with a clock to be set, a ladder in force, and customers who stand somewhere in it. */
export class BenefitsHouse {
  private constructor(
    readonly test: TestApp,
    private readonly clock: { now: Date },
  ) {}

  static async open(now = '2026-03-10T04:00:00Z'): Promise<BenefitsHouse> {
    const clock = { now: new Date(now) };
    const test = await createTestApp({ imports: [TiersModule], clock: { now: () => clock.now } satisfies Clock });
    return new BenefitsHouse(test, clock);
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

  publish(content: LadderTerms, effectiveFrom: Date | string = this.now): Promise<LadderVersion> {
    return publish(this.em, content, new Date(effectiveFrom));
  }

  stand(version: LadderVersion, customerId: string, tierKey: string, at: Date | string = this.now): Promise<void> {
    return stand(this.em, version, customerId, tierKey, new Date(at));
  }

  async customers(count: number, birthday: string | null = null): Promise<string[]> {
    const ids = Array.from({ length: count }, () => newId());
    await affected(
      this.em,
      `insert into customers (customer_id, display_name, attributes, source, created_at, updated_at, birthday)
       select id, '', '{}', 'test', now(), now(), $2::date from unnest($1::uuid[]) as t (id)`,
      [ids, birthday],
    );
    return ids;
  }

  async customer(birthday: string | null = null): Promise<string> {
    return (await this.customers(1, birthday))[0]!;
  }

  /** Gives entry gifts as an evaluation does. @returns how many were issued */
  rise(
    version: LadderVersion,
    ...rises: (Pick<Rise, 'customerId' | 'fromRank' | 'toRank'> & { at?: Date })[]
  ): Promise<number> {
    const dated = rises.map((each) => ({ at: this.now, ...each }));
    return this.test.database.transaction((em) =>
      this.test.app.get(GiftsStore).issueEntryGifts(em, { version, rises: dated }),
    );
  }

  /** Key, benefit and status of each issue of a customer, in order of the keys. */
  async issues(customerId: string): Promise<string[]> {
    const found = await rows<{ told: string }>(
      this.em,
      `select issue_key || ' ' || benefit_key || ' ' || status as told from tiers_benefit_issues
       where customer_id = $1 order by 1`,
      [customerId],
    );
    return found.map(({ told }) => told);
  }

  async points(customerId: string): Promise<number> {
    const found = await row<{ balance: number }>(
      this.em,
      'select balance from points_accounts where customer_id = $1',
      [customerId],
    );
    return found?.balance ?? 0;
  }
}
