import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { affected, row } from '@siyu/platform';
import { average8Segment, cellsOf, gridSegment, segmentsOf } from './domain/schemes';
import { AXES, binsOf, type Axis, type RfmSettings } from './domain/settings';
import { keepingRanges, quantilesOf, type Thresholds } from './domain/thresholds';
import type { RunWindow } from './domain/windows';

/** Name of the partition with the scores of a run. */
export function partitionOf(runId: string): string {
  return `segments_rfm_scores_${runId.replaceAll('-', '')}`;
}

/** Column with the measure of an axis, and the column with its score. */
const MEASURE: Record<Axis, string> = { recency: 'recency_days', frequency: 'frequency', monetary: 'monetary_cents' };
const SCORE: Record<Axis, string> = { recency: 'r', frequency: 'f', monetary: 'm' };

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
  /** Settings of the transaction: room for sorting in memory and no time limit. */
  async prepare(em: EntityManager): Promise<void> {
    await affected(
      em,
      `select set_config('work_mem', '128MB', true), set_config('maintenance_work_mem', '256MB', true),
         set_config('statement_timeout', '0', true), set_config('jit', 'off', true)`,
    );
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

/** Sums of absurd orders stop at what whole numbers hold exactly, instead of making the run fail. */
function exact(sum: string): string {
  return `least(greatest(${sum}, ${Number.MIN_SAFE_INTEGER}), ${Number.MAX_SAFE_INTEGER})`;
}

/** The score of an axis, from the bin that the measure falls into. Adds its parameters. */
function scoreSql(
  axis: Axis,
  { bins, edges, edgeIsAbove, reversed }: Thresholds,
  held: { low: number[]; high: number[] } | null,
  params: unknown[],
): string {
  const measure = `g.${MEASURE[axis]}`;
  // width_bucket counts the edges at or under a value; with everything negated, those at or over it.
  const bin = edgeIsAbove
    ? `1 + width_bucket(${measure}::float8, $${params.push(edges)}::float8[])`
    : `${bins} - width_bucket(-${measure}::float8, $${params.push(edges.map((edge) => -edge).reverse())}::float8[])`;
  const fromBin = (sql: string) => (reversed ? `${bins + 1} - (${sql})` : sql);
  if (!held) return fromBin(bin);
  const before = fromBin(`p.${SCORE[axis]}`);
  const low = `($${params.push(held.low)}::float8[])[${before}]`;
  const high = `($${params.push(held.high)}::float8[])[${before}]`;
  return `case when ${measure} between ${low} and ${high} then p.${SCORE[axis]} else ${fromBin(bin)} end`;
}

/**
 * The segment of r, f and m as an expression. It is looked up in a list and not joined, so that no estimate of the planner
 * can make it slow. Adds its parameters.
 */
function namingSql({ scheme, scoring }: RfmSettings, params: unknown[]): { averages: string; segment: string } {
  if (scheme.kind === 'grid') {
    const codes = segmentsOf(scheme).map(({ code }) => code);
    const places = cellsOf(scoring).map((cell) => codes.indexOf(gridSegment(scheme.rows, cell)) + 1);
    const [, fs, ms] = AXES.map((axis) => binsOf(scoring[axis]));
    // Numbers have one width and are found at once; texts are counted off, hence the short list of them.
    const place = `($${params.push(places)}::smallint[])[((r - 1) * ${fs} + f - 1) * ${ms} + m]`;
    return { averages: '', segment: `($${params.push(codes)}::text[])[${place}]` };
  }
  const codes = [0, 1, 2, 3, 4, 5, 6, 7].map((bits) =>
    average8Segment({ r: (bits & 4) > 0, f: (bits & 2) > 0, m: (bits & 1) > 0 }),
  );
  // The least whole score at or above the average; whole numbers only, so that a score at the average is always above it.
  const least = (score: string) => `(sum(${score}) + count(*) - 1) / nullif(count(*), 0) as ${score}`;
  const isHigh = (score: string) => `(${score} >= (select ${score} from average))::integer`;
  return {
    averages: `, average as materialized (select ${least('r')}, ${least('f')}, ${least('m')} from scored)`,
    segment: `($${params.push(codes)}::text[])[1 + ${isHigh('r')} * 4 + ${isHigh('f')} * 2 + ${isHigh('m')}]`,
  };
}
