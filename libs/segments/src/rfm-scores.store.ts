import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { affected, row } from '@siyu/platform';
import { AXES, type Axis, type RfmSettings } from './domain/settings';
import { keepingRanges, quantilesOf, type Thresholds } from './domain/thresholds';
import type { RunWindow } from './domain/windows';
import { exact, MEASURE, namingSql, partitionOf, SCORE, scoreSql } from './rfm-scores.sql';

/** What the purchases in the window come to. */
export interface Gathered {
  /** Customers with a purchase. */
  scored: number;
  /** Orders and returns in another currency than the sample one. */
  foreign: number;
  cuts: Record<Axis, number[]>;
}

/**
 * The set-based part of a run, a handful of statements in one transaction whatever the number of customers. The reading of
 * all purchases and the making of the scores are `create table as`: PostgreSQL plans no parallel reading for an
 * `insert … select`, and a table filled before it has its index is filled at disk speed.
 */
@Injectable()
export class RfmScoresStore {
  /**
   * Settings of the transaction: room for sorting in memory, no time limit, and what makes the planner take the cheapest way
   * over millions of orders, several processes along the index that holds them by customer. By its defaults, meant for disks
   * that turn, it reads the whole table and hashes, at more than twice the processor time.
   */
  async prepare(em: EntityManager): Promise<void> {
    await affected(em, `select set_config(name, value, true) from jsonb_each_text($1) as s (name, value)`, [
      JSON.stringify({
        work_mem: '128MB',
        maintenance_work_mem: '256MB',
        statement_timeout: '0',
        jit: 'off',
        random_page_cost: '1.1',
        parallel_setup_cost: '100',
        parallel_tuple_cost: '0.01',
      }),
    ]);
  }

  /**
   * One row per customer with a purchase in the window, in a temporary table that lives as long as the transaction.
   *
   * @param sampleCurrency orders in another one are counted, which tells cheaply whether currencies are mixed
   */
  async gather(
    em: EntityManager,
    window: RunWindow,
    options: { timeZone: string; currency: string | null; sampleCurrency: string | null },
  ): Promise<void> {
    await affected(
      em,
      `create temporary table segments_rfm_gathered on commit drop as
       select customer_id,
         $1::date - (max(paid_at) filter (where is_purchase) at time zone $2::text)::date as recency_days,
         (count(*) filter (where is_purchase))::integer as frequency,
         ${exact('sum(net_cents)')}::bigint as monetary_cents,
         (count(*) filter (where currency <> $3::text))::integer as foreign_count
       from orders_purchases_v
       where paid_at < $4::timestamptz ${window.from ? 'and paid_at >= $5::timestamptz' : 'and $5::timestamptz is null'}
         ${options.currency ? 'and currency = $6::text' : 'and $6::text is null'}
       group by customer_id
       having count(*) filter (where is_purchase) > 0`,
      [window.referenceDay, options.timeZone, options.sampleCurrency, window.until, window.from, options.currency],
    );
  }

  /** Counts what was gathered and cuts each axis at its quantiles; axes with cut points of their own keep them. */
  async cut(em: EntityManager, scoring: RfmSettings['scoring']): Promise<Gathered> {
    const quantile = (axis: Axis, param: number) =>
      scoring[axis].method === 'cuts'
        ? `$${param}::float8[]`
        : `coalesce(percentile_cont($${param}::float8[]) within group (order by ${MEASURE[axis]}), '{}')`;
    const params = AXES.map((axis) => {
      const chosen = scoring[axis];
      return chosen.method === 'cuts' ? chosen.cuts : quantilesOf(chosen);
    });
    const found = await row<{ scored: number; foreign: number } & Record<Axis, number[]>>(
      em,
      `select count(*) as scored, coalesce(sum(foreign_count), 0)::bigint as foreign,
         ${AXES.map((axis, index) => `${quantile(axis, index + 1)} as ${axis}`).join(', ')}
       from segments_rfm_gathered`,
      params,
    );
    const { scored, foreign, recency, frequency, monetary } = found!;
    return { scored, foreign, cuts: { recency, frequency, monetary } };
  }

  /**
   * Makes the run's partition: a score per axis, the segment of the three.
   *
   * @param previousRunId run whose scores hold a customer back who passed a cut point by too little; null for none
   */
  async score(
    em: EntityManager,
    runId: string,
    settings: RfmSettings,
    thresholds: Record<Axis, Thresholds>,
    previousRunId: string | null,
  ): Promise<void> {
    const params: unknown[] = [runId];
    const scores = AXES.map((axis) => {
      const held = previousRunId === null ? null : keepingRanges(thresholds[axis], settings.hysteresisPercent);
      return `(${scoreSql(axis, thresholds[axis], held, params)})::smallint as ${SCORE[axis]}`;
    });
    const previous = previousRunId
      ? `left join segments_rfm_scores p on p.customer_id = g.customer_id and p.run_id = $${params.push(previousRunId)}`
      : '';
    const naming = namingSql(settings, params);
    await affected(
      em,
      `create table ${partitionOf(runId)} as
       with scored as (
         select g.customer_id, g.recency_days, g.frequency, g.monetary_cents, ${scores.join(', ')}
         from segments_rfm_gathered g ${previous}
       )${naming.averages}
       select customer_id, $1::uuid as run_id, recency_days, frequency, monetary_cents, r, f, m, ${naming.segment} as segment
       from scored`,
      params,
    );
  }

  /** Makes the partition part of the scores: from the commit on, readers find it. */
  async attach(em: EntityManager, runId: string): Promise<void> {
    const partition = partitionOf(runId);
    const columns = ['customer_id', 'run_id', ...AXES.flatMap((axis) => [MEASURE[axis], SCORE[axis]]), 'segment'];
    // The check spares PostgreSQL a second look at every row when the partition is attached.
    await affected(
      em,
      `alter table ${partition} ${columns.map((column) => `alter ${column} set not null`).join(', ')},
         add constraint ${partition}_run check (run_id = '${runId}'),
         add constraint ${partition}_pk primary key (customer_id, run_id)`,
    );
    await affected(em, `alter table segments_rfm_scores attach partition ${partition} for values in ('${runId}')`);
    await affected(em, `alter table ${partition} drop constraint ${partition}_run`);
  }

  /** Counts and sums per combination of scores, from which every summary is made. */
  async summarise(em: EntityManager, runId: string): Promise<void> {
    await affected(
      em,
      `insert into segments_rfm_cells
         (run_id, r, f, m, segment, customers_count, recency_days_sum, orders_count, net_cents)
       select run_id, r, f, m, segment, count(*), sum(recency_days), sum(frequency), ${exact('sum(monetary_cents)')}
       from ${partitionOf(runId)} group by run_id, r, f, m, segment`,
    );
  }

  /** Drops the scores of a run. Waits a few seconds at most for readers, then throws 55P03. */
  async drop(em: EntityManager, runId: string): Promise<void> {
    await affected(em, `select set_config('lock_timeout', '3s', true)`);
    await affected(em, `drop table if exists ${partitionOf(runId)}`);
  }
}
