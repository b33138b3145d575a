import { Injectable } from '@nestjs/common';
import type { Day } from '@siyu/kernel';
import { affected, row, rows } from '@siyu/platform';
import type { EntityManager } from 'typeorm';
import type { LadderVersion } from '../ladders/domain/ladder';
import type { RunCause, RunRow } from './evaluation.entities';

const COLUMNS = `run_id as "runId", status, cause, ladder_id as "ladderId", version, as_of as "asOf",
  is_placement as "isPlacement", requested_by as "requestedBy", requested_at as "requestedAt", started_at as "startedAt",
  finished_at as "finishedAt", message, done_to as "doneTo", done_customers as "doneCustomers",
  total_customers as "totalCustomers", moves`;

/** How far a run has come. */
export interface Progress {
  doneTo: string | null;
  doneCustomers: number;
  /** Moves that were made since it was told last, by kind. */
  moves: Record<string, number>;
}

@Injectable()
export class RunsStore {
  find(em: EntityManager, runId: string): Promise<RunRow | null> {
    return row<RunRow>(em, `select ${COLUMNS} from tiers_runs where run_id = $1`, [runId]);
  }

  lock(em: EntityManager, runId: string): Promise<RunRow | null> {
    return row<RunRow>(em, `select ${COLUMNS} from tiers_runs where run_id = $1 for update`, [runId]);
  }

  lockActive(em: EntityManager): Promise<RunRow | null> {
    return row<RunRow>(em, `select ${COLUMNS} from tiers_runs where status in ('queued', 'running') for update`);
  }

  /** Newest first, behind `before`. */
  list(em: EntityManager, limit: number, before: string | null): Promise<RunRow[]> {
    return rows<RunRow>(
      em,
      `select ${COLUMNS} from tiers_runs where $2::uuid is null or run_id < $2 order by run_id desc limit $1`,
      [limit, before],
    );
  }

  /** Whether everybody was evaluated before as of a moment that was now. */
  async anyDone(em: EntityManager): Promise<boolean> {
    return (await row(em, `select from tiers_runs where status = 'done' and cause <> 'replay' limit 1`)) !== null;
  }

  /** The moment of the latest replay that is done. */
  async lastReplay(em: EntityManager): Promise<Date | null> {
    const found = await row<{ at: Date | null }>(
      em,
      `select max(as_of) as at from tiers_runs where status = 'done' and cause = 'replay'`,
    );
    return found!.at;
  }

  /** Violates `tiers_runs_one_active` while another run is under way. */
  async insert(
    em: EntityManager,
    run: Pick<
      RunRow,
      'runId' | 'cause' | 'ladderId' | 'version' | 'asOf' | 'isPlacement' | 'requestedBy' | 'requestedAt'
    >,
  ): Promise<void> {
    await affected(
      em,
      `insert into tiers_runs (run_id, status, cause, ladder_id, version, as_of, is_placement, requested_by, requested_at,
         done_customers, moves)
       values ($1, 'queued', $2, $3, $4, $5, $6, $7, $8, 0, '{}')`,
      [
        run.runId,
        run.cause satisfies RunCause,
        run.ladderId,
        run.version,
        run.asOf,
        run.isPlacement,
        run.requestedBy,
        run.requestedAt,
      ],
    );
  }

  /** Begins the run, or takes it up where it was left. */
  async begin(em: EntityManager, runId: string, at: Date): Promise<void> {
    await affected(
      em,
      `update tiers_runs set status = 'running', started_at = coalesce(started_at, $2),
         total_customers = coalesce(total_customers, (select count(*) from customers_v))
       where run_id = $1`,
      [runId, at],
    );
  }

  /** @returns false when the run was called off: roll back */
  async advance(em: EntityManager, runId: string, { doneTo, doneCustomers, moves }: Progress): Promise<boolean> {
    const done = await affected(
      em,
      `update tiers_runs set done_to = coalesce($2, done_to), done_customers = greatest(done_customers, $3),
         moves = moves || (select coalesce(jsonb_object_agg(key, value::bigint + coalesce((moves ->> key)::bigint, 0)), '{}')
           from jsonb_each_text($4))
       where run_id = $1 and status = 'running'`,
      [runId, doneTo, doneCustomers, JSON.stringify(moves)],
    );
    return done === 1;
  }

  async end(em: EntityManager, runId: string, status: string, message: string | null, at: Date): Promise<void> {
    await affected(
      em,
      `update tiers_runs set status = $2, message = $3, finished_at = $4
       where run_id = $1 and status in ('queued', 'running')`,
      [runId, status, message, at],
    );
  }

  /** The last of the next customers in the order of ids, and how many they are; null behind the last one. */
  slice(em: EntityManager, behind: string | null, count: number): Promise<{ upTo: string; customers: number } | null> {
    return row(
      em,
      `select customer_id as "upTo", n as customers
       from (
         select customer_id, row_number() over (order by customer_id) as n from (
           select customer_id from customers_v where $1::uuid is null or customer_id > $1 order by customer_id limit $2
         ) next
       ) numbered order by n desc limit 1`,
      [behind, count],
    );
  }

  /** Keeps how many customers are in which tier on a day: of those who were there before `until`. */
  async recordDay(
    em: EntityManager,
    { day, until }: { day: Day; until: Date },
    { terms }: LadderVersion,
  ): Promise<void> {
    await affected(
      em,
      `insert into tiers_days as d (day, tier_key, tier_name, rank, customers)
       select $1, t.key, t.name, t.rank - 1, case when t.rank = 1
         then (select count(*) from customers_v where created_at < $4) - (select count(*) from tiers_members where tier_key <> t.key)
         else (select count(*) from tiers_members m where m.tier_key = t.key) end
       from unnest($2::text[], $3::text[]) with ordinality as t (key, name, rank)
       on conflict (day, tier_key) do update
         set tier_name = excluded.tier_name, rank = excluded.rank, customers = excluded.customers
         where (d.tier_name, d.rank, d.customers) is distinct from (excluded.tier_name, excluded.rank, excluded.customers)`,
      [day, terms.tiers.map(({ key }) => key), terms.tiers.map(({ name }) => name), until],
    );
  }
}
