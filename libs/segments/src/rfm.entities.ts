import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Step } from './domain/movements';
import type { Axis, RfmSettings } from './domain/settings';

@Entity('segments_rfm_settings')
export class RfmSettingsRow {
  @PrimaryColumn('integer')
  version: number;

  @Column('jsonb')
  settings: RfmSettings;

  @Column('uuid', { name: 'author_id', nullable: true })
  authorId: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}

export const RUN_STATUSES = ['queued', 'running', 'done', 'failed', 'cancelled'] as const;
export type RunStatus = (typeof RUN_STATUSES)[number];

@Entity('segments_rfm_runs')
export class RfmRunRow {
  @PrimaryColumn('uuid', { name: 'run_id' })
  runId: string;

  @Column('text')
  status: RunStatus;

  @Column('text', { nullable: true })
  message: string | null;

  @Column('integer', { name: 'settings_version' })
  settingsVersion: number;

  @Column('jsonb')
  settings: RfmSettings;

  @Column('uuid', { name: 'requested_by', nullable: true })
  requestedBy: string | null;

  @Column('timestamptz', { name: 'requested_at' })
  requestedAt: Date;

  @Column('timestamptz', { name: 'started_at', nullable: true })
  startedAt: Date | null;

  @Column('timestamptz', { name: 'finished_at', nullable: true })
  finishedAt: Date | null;

  @Column('date', { name: 'reference_day', nullable: true })
  referenceDay: string | null;

  @Column('date', { name: 'window_from', nullable: true })
  windowFrom: string | null;

  @Column('jsonb', { nullable: true })
  cuts: Record<Axis, number[]> | null;

  @Column('integer', { name: 'customers_count', nullable: true })
  customersCount: number | null;

  @Column('integer', { name: 'scored_count', nullable: true })
  scoredCount: number | null;

  @Column('bigint', { name: 'orders_count', nullable: true })
  ordersCount: number | null;

  @Column('bigint', { name: 'net_cents', nullable: true })
  netCents: number | null;

  @Column('text', { array: true, nullable: true })
  currencies: string[] | null;

  @Column('integer', { name: 'history_days', nullable: true })
  historyDays: number | null;

  @Column('uuid', { name: 'previous_run_id', nullable: true })
  previousRunId: string | null;

  @Column('jsonb', { nullable: true })
  movement: Step[] | null;

  @Column('timestamptz', { name: 'scores_dropped_at', nullable: true })
  scoresDroppedAt: Date | null;
}

@Entity('segments_rfm_cells')
export class RfmCellRow {
  @PrimaryColumn('uuid', { name: 'run_id' })
  runId: string;

  @PrimaryColumn('smallint')
  r: number;

  @PrimaryColumn('smallint')
  f: number;

  @PrimaryColumn('smallint')
  m: number;

  @Column('text')
  segment: string;

  @Column('integer', { name: 'customers_count' })
  customersCount: number;

  @Column('bigint', { name: 'recency_days_sum' })
  recencyDaysSum: number;

  @Column('bigint', { name: 'orders_count' })
  ordersCount: number;

  @Column('bigint', { name: 'net_cents' })
  netCents: number;
}

@Entity('segments_rfm_scores')
export class RfmScoreRow {
  @PrimaryColumn('uuid', { name: 'customer_id' })
  customerId: string;

  @PrimaryColumn('uuid', { name: 'run_id' })
  runId: string;

  @Column('integer', { name: 'recency_days' })
  recencyDays: number;

  @Column('integer')
  frequency: number;

  @Column('bigint', { name: 'monetary_cents' })
  monetaryCents: number;

  @Column('smallint')
  r: number;

  @Column('smallint')
  f: number;

  @Column('smallint')
  m: number;

  @Column('text')
  segment: string;
}
