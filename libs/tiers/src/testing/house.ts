import { newId, type Clock, type Day } from '@siyu/kernel';
import { affected, Database, rows } from '@siyu/platform';
import { createTestApp, type TestApp } from '@siyu/platform/testing';
import type { EntityManager } from 'typeorm';
import { EvaluationService } from '../evaluation/evaluation.service';
import { RunAttemptsService } from '../evaluation/run-attempts.service';
import { RunsService } from '../evaluation/runs.service';
import type { LadderVersion } from '../ladders/domain/ladder';
import { TiersModule } from '../tiers.module';
import { refundedBy, type History } from './history';
import type { Own, ReferenceLock, ReferenceMove } from './reference-standing';

/** What is written down of a customer. */
export interface OnRecord {
  own: Own;
  /** The tier that counts. */
  counts: string;
  moves: ReferenceMove[];
}

/** The application with a clock to be set, histories to be put in and evaluations to be asked for. */
export class TiersHouse {
  private constructor(
    readonly test: TestApp,
    readonly timeZone: string,
    private readonly clock: { now: Date },
  ) {}

  static async open(timeZone: string): Promise<TiersHouse> {
    const clock = { now: new Date('2026-03-15T02:00:00Z') };
    const test = await createTestApp({
      imports: [TiersModule],
      clock: { now: () => clock.now } satisfies Clock,
      config: { timeZone },
    });
    return new TiersHouse(test, timeZone, clock);
  }

  get em(): EntityManager {
    return this.test.app.get(Database).em;
  }

  get evaluation(): EvaluationService {
    return this.test.app.get(EvaluationService);
  }

  get now(): Date {
    return this.clock.now;
  }

  set now(at: Date) {
    this.clock.now = at;
  }

  close(): Promise<void> {
    return this.test.close();
  }

  /** Forgets everybody and every ladder, and publishes these; the base was placed before. */
  async begin(versions: readonly LadderVersion[]): Promise<void> {
    await this.test.asOwner(
      `truncate customers, orders, tiers_value_entries, tiers_benefit_issues, tiers_moves, tiers_members, tiers_runs,
         tiers_versions, tiers_ladders`,
    );
    await affected(
      this.em,
      `insert into tiers_ladders (ladder_id, name, draft, draft_revision, created_at, updated_at)
       select distinct ladder_id, 'ladder', '{}'::jsonb, 1, now(), now() from unnest($1::uuid[]) as l (ladder_id)`,
      [versions.map(({ ladderId }) => ladderId)],
    );
    await affected(
      this.em,
      `insert into tiers_versions (ladder_id, version, ladder_name, terms, effective_from, published_at)
       select "ladderId", version, "ladderName", terms, "effectiveFrom", "publishedAt"
       from jsonb_to_recordset($1) as v ("ladderId" uuid, version integer, "ladderName" text, terms jsonb,
         "effectiveFrom" timestamptz, "publishedAt" timestamptz)`,
      [JSON.stringify(versions)],
    );
    await affected(
      this.em,
      `insert into tiers_runs (run_id, status, cause, ladder_id, version, as_of, is_placement, requested_at, done_customers, moves)
       values ($1, 'done', 'nightly', $1, 1, '2020-01-01', true, '2020-01-01', 0, '{}')`,
      [newId()],
    );
  }

  /** Ids of new customers, first seen at these moments. */
  async customers(memberSince: readonly Date[]): Promise<string[]> {
    const ids = memberSince.map(() => newId());
    await affected(
      this.em,
      `insert into customers (customer_id, display_name, attributes, source, created_at, updated_at)
       select id, '', '{}', 'test', at, at from unnest($1::uuid[], $2::timestamptz[]) as t (id, at)`,
      [ids, memberSince],
    );
    return ids;
  }

  /** Makes the house know of histories what is known at a moment, and nothing else. */
  async know(histories: ReadonlyMap<string, History>, moment: Date): Promise<void> {
    const orders = [...histories].flatMap(([customerId, history]) =>
      history.orders
        .filter(({ recordedAt }) => recordedAt <= moment)
        .map((order) => ({
          ...order,
          customerId,
          status: order.cancelledAt && order.cancelledAt <= moment ? 'cancelled' : 'paid',
          refundedCents: order.kind === 'sale' ? refundedBy(order, moment) : 0,
        })),
    );
    await affected(this.em, 'delete from orders where customer_id = any($1)', [[...histories.keys()]]);
    await affected(
      this.em,
      `insert into orders (customer_id, order_id, source, external_id, kind, status, placed_at, paid_at, currency, total_cents,
         refunded_cents, created_at, updated_at)
       select "customerId", gen_random_uuid(), 'test', '', kind, status, "paidAt", "paidAt", currency, "totalCents",
         "refundedCents", "recordedAt", "recordedAt"
       from jsonb_to_recordset($1) as o ("customerId" uuid, kind text, status text, "paidAt" timestamptz, currency text,
         "totalCents" bigint, "refundedCents" bigint, "recordedAt" timestamptz)`,
      [JSON.stringify(orders)],
    );
    await this.knowGrowth(histories, moment);
  }

  private async knowGrowth(histories: ReadonlyMap<string, History>, moment: Date): Promise<void> {
    const entries = [...histories].flatMap(([customerId, { growth }]) =>
      growth
        .map((entry, place) => ({ ...entry, customerId, seq: place + 1 }))
        .filter(({ recordedAt }) => recordedAt <= moment),
    );
    await affected(
      this.em,
      `insert into tiers_value_entries (customer_id, ledger, entry_key, seq, amount, balance_after, occurred_at, recorded_at,
         source, reason, actor)
       select "customerId", 'growth', seq, seq, amount, 0, at, "recordedAt", 'test', 'test', 'test'
       from jsonb_to_recordset($1) as g ("customerId" uuid, seq integer, amount bigint, at timestamptz,
         "recordedAt" timestamptz)
       on conflict do nothing`,
      [JSON.stringify(entries)],
    );
  }

  /** Orders of a customer become those of another, as when two turn out to be one. */
  async give(from: string, to: string): Promise<void> {
    const columns = `order_id, source, external_id, kind, status, placed_at, paid_at, currency, total_cents, refunded_cents,
      created_at, updated_at`;
    await affected(
      this.em,
      `with gone as (delete from orders where customer_id = $1 returning *)
       insert into orders (customer_id, ${columns}) select $2, ${columns} from gone`,
      [from, to],
    );
  }

  /** The evaluation of everybody, whole. */
  async run(signal: AbortSignal = new AbortController().signal): Promise<void> {
    const { runId } = await this.test.app.get(RunsService).request('staff', null);
    await this.test.app.get(RunAttemptsService).perform(runId, signal);
  }

  /** The first evaluation of the whole base. */
  async place(): Promise<void> {
    await affected(this.em, 'delete from tiers_runs');
    await this.run();
  }

  /** Lays a lock over the customer's tier, or takes it away. */
  async lock(customerId: string, lock: ReferenceLock | null): Promise<void> {
    const told = { customerId, reason: 'test', actor: 'test' };
    await this.test.app
      .get(Database)
      .transaction(async (em) =>
        lock
          ? this.evaluation.coverWithLock(em, { ...told, ...lock, lockId: newId() })
          : this.evaluation.uncover(em, told),
      );
  }

  async import(customerId: string, tierKey: string, validUntil: Day | null): Promise<void> {
    const standing = { customerId, tierKey, since: this.now, validUntil, actor: 'test' };
    await this.test.app.get(Database).transaction((em) => this.evaluation.importStanding(em, standing));
  }

  /** What is on record of customers: where they stand, and their moves in the order in which they were made. */
  async standings(customerIds: readonly string[]): Promise<Map<string, OnRecord>> {
    const members = await rows<{ customerId: string; own: Own; counts: string }>(
      this.em,
      `select customer_id as "customerId", jsonb_build_object('key', own_key, 'ladderId', ladder_id, 'version', version,
         'validUntil', valid_until, 'inGrace', in_grace, 'rose', case when rose_on is not null then
           jsonb_build_object('on', rose_on, 'from', rose_from, 'fromUntil', rose_from_until) end) as own, tier_key as counts
       from tiers_members where customer_id = any($1)`,
      [customerIds],
    );
    const moves = await rows<ReferenceMove & { customerId: string }>(
      this.em,
      `select customer_id as "customerId", kind, at, from_key as "from", to_key as "to", own_from_key as "ownFrom",
         own_to_key as "ownTo", ladder_id as "ladderId", version, valid_until::text as "validUntil", figures
       from tiers_moves where customer_id = any($1) order by move_no`,
      [customerIds],
    );
    const movesOf = Map.groupBy(moves, ({ customerId }) => customerId);
    return new Map(
      members.map(({ customerId, own, counts }) => [
        customerId,
        { own, counts, moves: (movesOf.get(customerId) ?? []).map(({ customerId: _, ...move }) => move) },
      ]),
    );
  }

  /** Keys of the entry gifts that customers got. */
  async entryGifts(customerIds: readonly string[]): Promise<Map<string, string[]>> {
    const found = await rows<{ customerId: string; keys: string[] }>(
      this.em,
      `select customer_id as "customerId", array_agg(issue_key order by issue_key collate "C") as keys
       from tiers_benefit_issues where customer_id = any($1) group by customer_id`,
      [customerIds],
    );
    return new Map(found.map(({ customerId, keys }) => [customerId, keys]));
  }
}
