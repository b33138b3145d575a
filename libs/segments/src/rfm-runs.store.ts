import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { affected, row, rows } from '@siyu/platform';
import type { Step } from './domain/movements';
import type { Axis, RfmSettings } from './domain/settings';
import type { RunWindow } from './domain/windows';
import type { RfmRunRow } from './rfm.entities';

/** Held by the transaction that makes scores. Any number that no other program would use for the same purpose. */
const SCORING_LOCK = 7_365_112;

const COLUMNS = `run_id as "runId", status, message, settings_version as "settingsVersion", settings,
  requested_by as "requestedBy", requested_at as "requestedAt", started_at as "startedAt", finished_at as "finishedAt",
  reference_day::text as "referenceDay", window_from::text as "windowFrom", cuts, customers_count as "customersCount",
  scored_count as "scoredCount", orders_count as "ordersCount", net_cents as "netCents", currencies,
  history_days as "historyDays", previous_run_id as "previousRunId", movement, scores_dropped_at as "scoresDroppedAt"`;

/** What a finished run knows of the whole. */
export interface RunFigures {
  customers: number;
  currencies: string[];
  historyDays: number;
  cuts: Record<Axis, number[]>;
}

@Injectable()
export class RfmRunsStore {
  async find(em: EntityManager, runId: string): Promise<RfmRunRow | null> {
    return row<RfmRunRow>(em, `select ${COLUMNS} from segments_rfm_runs where run_id = $1`, [runId]);
  }

  /** Newest first, behind `before`. */
  async list(em: EntityManager, limit: number, before: string | null): Promise<RfmRunRow[]> {
    return rows<RfmRunRow>(
      em,
      `select ${COLUMNS} from segments_rfm_runs where $2::uuid is null or run_id < $2 order by run_id desc limit $1`,
      [limit, before],
    );
  }

  /** The latest finished run, or the latest one before another. */
  async latestDone(em: EntityManager, before: string | null = null): Promise<RfmRunRow | null> {
    return row<RfmRunRow>(
      em,
      `select ${COLUMNS} from segments_rfm_runs
       where status = 'done' and ($1::uuid is null or run_id < $1) order by run_id desc limit 1`,
      [before],
    );
  }

  /** The run that is queued or running, locked. */
  async lockActive(em: EntityManager): Promise<RfmRunRow | null> {
    return row<RfmRunRow>(
      em,
      `select ${COLUMNS} from segments_rfm_runs where status in ('queued', 'running') for update`,
    );
  }

  async lock(em: EntityManager, runId: string): Promise<RfmRunRow | null> {
    return row<RfmRunRow>(em, `select ${COLUMNS} from segments_rfm_runs where run_id = $1 for update`, [runId]);
  }

  /** Violates `segments_rfm_runs_one_active` while another run is under way. */
  async insert(
    em: EntityManager,
    run: { runId: string; version: number; settings: RfmSettings; requestedBy: string | null; at: Date },
  ): Promise<void> {
    await affected(
      em,
      `insert into segments_rfm_runs (run_id, status, settings_version, settings, requested_by, requested_at)
       values ($1, 'queued', $2, $3, $4, $5)`,
      [run.runId, run.version, JSON.stringify(run.settings), run.requestedBy, run.at],
    );
  }

  async begin(em: EntityManager, runId: string, window: RunWindow, at: Date): Promise<void> {
    await affected(
      em,
      `update segments_rfm_runs set status = 'running', started_at = $2, reference_day = $3, window_from = $4
       where run_id = $1`,
      [runId, at, window.referenceDay, window.fromDay],
    );
  }

  /** Ends a run without a result. */
  async end(
    em: EntityManager,
    runId: string,
    status: 'failed' | 'cancelled',
    message: string | null,
    at: Date,
  ): Promise<number> {
    return affected(
      em,
      `update segments_rfm_runs set status = $2, message = $3, finished_at = $4
       where run_id = $1 and status in ('queued', 'running')`,
      [runId, status, message, at],
    );
  }

  /** Ends a run whose cells are written. @returns false when it was cancelled in the meantime */
  async finish(em: EntityManager, runId: string, figures: RunFigures, at: Date): Promise<boolean> {
    const count = await affected(
      em,
      `update segments_rfm_runs set status = 'done', message = null, finished_at = $2, cuts = $3, customers_count = $4,
         currencies = $5, history_days = $6, scored_count = sums.scored, orders_count = sums.orders, net_cents = sums.net
       from (
         select coalesce(sum(customers_count), 0) as scored, coalesce(sum(orders_count), 0) as orders,
           least(greatest(coalesce(sum(net_cents), 0), ${Number.MIN_SAFE_INTEGER}), ${Number.MAX_SAFE_INTEGER}) as net
         from segments_rfm_cells where run_id = $1
       ) sums
       where run_id = $1 and status = 'running'`,
      [runId, at, JSON.stringify(figures.cuts), figures.customers, figures.currencies, figures.historyDays],
    );
    return count === 1;
  }

  async recordMovement(em: EntityManager, runId: string, previousRunId: string | null, steps: Step[]): Promise<void> {
    await affected(em, `update segments_rfm_runs set previous_run_id = $2, movement = $3 where run_id = $1`, [
      runId,
      previousRunId,
      JSON.stringify(steps),
    ]);
  }

  /** Finished runs older than the newest `keep` whose scores are still there. */
  async outlived(em: EntityManager, keep: number): Promise<string[]> {
    const found = await rows<{ runId: string }>(
      em,
      `select run_id as "runId" from (
         select run_id, scores_dropped_at from segments_rfm_runs where status = 'done' order by run_id desc offset $1
       ) old where scores_dropped_at is null order by run_id`,
      [keep],
    );
    return found.map(({ runId }) => runId);
  }

  async markDropped(em: EntityManager, runId: string, at: Date): Promise<void> {
    await affected(em, `update segments_rfm_runs set scores_dropped_at = $2 where run_id = $1`, [runId, at]);
  }

  /** Only one transaction at a time makes scores. */
  async takeScoringLock(em: EntityManager): Promise<void> {
    await affected(em, `select pg_advisory_xact_lock($1::bigint)`, [SCORING_LOCK]);
  }

  /** Stops the transaction that makes scores, in this process or another, wherever it is. */
  async stopScoring(em: EntityManager): Promise<void> {
    await affected(
      em,
      `select platform_end_backend(pid) from pg_locks
       where locktype = 'advisory' and objsubid = 1 and classid = 0 and objid = $1::bigint::oid
         and database = (select oid from pg_database where datname = current_database()) and pid <> pg_backend_pid()`,
      [SCORING_LOCK],
    );
  }
}
