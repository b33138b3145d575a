import type { Clock } from '@siyu/kernel';
import { newId } from '@siyu/kernel';
import { affected, Database } from '@siyu/platform';
import { createTestApp, type TestApp } from '@siyu/platform/testing';
import type { EntityManager } from 'typeorm';
import type { Act, Entry, Posted } from '../ledger/domain/acts';
import { INVARIANT_NAMES } from '../ledger/invariants.sql';
import { LedgerService } from '../ledger/ledger.service';
import { ProofsQueries, type Drift } from '../ledger/proofs.queries';
import { PointsModule } from '../points.module';

type Distributed<Kind> = Kind extends Act ? Omit<Kind, 'key' | 'reason' | 'source' | 'actor'> & Partial<Act> : never;
/** An act as tests write it; what they don't care about is filled in. */
export type TestAct = Distributed<Act>;

/** The application with a clock to be set, customers to be made and acts to be done. */
export class LedgerHouse {
  private constructor(
    readonly test: TestApp,
    private readonly clock: { now: Date },
  ) {}

  static async open(now = '2026-11-22T04:00:00Z'): Promise<LedgerHouse> {
    const clock = { now: new Date(now) };
    const test = await createTestApp({ imports: [PointsModule], clock: { now: () => clock.now } satisfies Clock });
    return new LedgerHouse(test, clock);
  }

  get em(): EntityManager {
    return this.test.app.get(Database).em;
  }

  get ledger(): LedgerService {
    return this.test.app.get(LedgerService);
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

  /** Ids of new customers. */
  async customers(count: number): Promise<string[]> {
    const ids = Array.from({ length: count }, () => newId());
    await affected(
      this.em,
      `insert into customers (customer_id, display_name, attributes, source, created_at, updated_at)
       select id, '', '{}', 'test', now(), now() from unnest($1::uuid[]) as t (id)`,
      [ids],
    );
    return ids;
  }

  async customer(): Promise<string> {
    return (await this.customers(1))[0]!;
  }

  post(act: TestAct): Promise<Posted> {
    return this.ledger.post(filled(act));
  }

  /** Posts an act that must be booked. */
  async entry(act: TestAct): Promise<Entry> {
    return (await this.post(act)).entry!;
  }

  /** Everything that is wrong with the books. */
  async drift(customerIds: string[] | null = null): Promise<Drift[]> {
    const proofs = this.test.app.get(ProofsQueries);
    const found = [];
    for (const check of INVARIANT_NAMES) found.push(...(await proofs.findings(this.em, check, customerIds)));
    return found;
  }
}

export function filled(act: TestAct): Act {
  return { key: `key:${newId()}`, reason: 'test', source: 'test', actor: 'system', ...act } as Act;
}
