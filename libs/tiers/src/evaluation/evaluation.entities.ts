import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MoveFigures, MoveKind } from './domain/moves';

export const RUN_STATUSES = ['queued', 'running', 'done', 'failed', 'cancelled'] as const;
export type RunStatus = (typeof RUN_STATUSES)[number];
export const RUN_CAUSES = ['nightly', 'version', 'staff', 'values', 'replay'] as const;
export type RunCause = (typeof RUN_CAUSES)[number];

@Entity('tiers_members')
export class MemberRow {
  @PrimaryColumn('uuid', { name: 'customer_id' })
  customerId: string;

  @Column('text', { name: 'tier_key' })
  tierKey: string;

  @Column('timestamptz')
  since: Date;

  @Column('text', { name: 'own_key' })
  ownKey: string;

  @Column('uuid', { name: 'ladder_id' })
  ladderId: string;

  @Column('integer')
  version: number;

  @Column('timestamptz', { name: 'own_since' })
  ownSince: Date;

  @Column('date', { name: 'valid_until', nullable: true })
  validUntil: string | null;

  @Column('boolean', { name: 'in_grace' })
  inGrace: boolean;

  @Column('date', { name: 'rose_on', nullable: true })
  roseOn: string | null;

  @Column('text', { name: 'rose_from', nullable: true })
  roseFrom: string | null;

  @Column('date', { name: 'rose_from_until', nullable: true })
  roseFromUntil: string | null;

  @Column('uuid', { name: 'lock_id', nullable: true })
  lockId: string | null;

  @Column('text', { name: 'lock_key', nullable: true })
  lockKey: string | null;

  @Column('date', { name: 'lock_until', nullable: true })
  lockUntil: string | null;

  @Column('boolean', { name: 'lock_may_rise', nullable: true })
  lockMayRise: boolean | null;

  @Column('integer', { name: 'move_no' })
  moveNo: number;
}

@Entity('tiers_moves')
export class MoveRow {
  @PrimaryColumn('uuid', { name: 'customer_id' })
  customerId: string;

  @PrimaryColumn('integer', { name: 'move_no' })
  moveNo: number;

  @Column('text')
  kind: MoveKind;

  @Column('timestamptz')
  at: Date;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt: Date;

  @Column('text', { name: 'from_key', nullable: true })
  fromKey: string | null;

  @Column('text', { name: 'to_key' })
  toKey: string;

  @Column('text', { name: 'own_from_key', nullable: true })
  ownFromKey: string | null;

  @Column('text', { name: 'own_to_key' })
  ownToKey: string;

  @Column('uuid', { name: 'ladder_id' })
  ladderId: string;

  @Column('integer')
  version: number;

  @Column('date', { name: 'valid_until', nullable: true })
  validUntil: string | null;

  @Column('jsonb', { nullable: true })
  figures: MoveFigures | null;

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('text')
  actor: string;
}

@Entity('tiers_runs')
export class RunRow {
  @PrimaryColumn('uuid', { name: 'run_id' })
  runId: string;

  @Column('text')
  status: RunStatus;

  @Column('text')
  cause: RunCause;

  @Column('uuid', { name: 'ladder_id' })
  ladderId: string;

  @Column('integer')
  version: number;

  @Column('timestamptz', { name: 'as_of' })
  asOf: Date;

  @Column('boolean', { name: 'is_placement' })
  isPlacement: boolean;

  @Column('uuid', { name: 'requested_by', nullable: true })
  requestedBy: string | null;

  @Column('timestamptz', { name: 'requested_at' })
  requestedAt: Date;

  @Column('timestamptz', { name: 'started_at', nullable: true })
  startedAt: Date | null;

  @Column('timestamptz', { name: 'finished_at', nullable: true })
  finishedAt: Date | null;

  @Column('text', { nullable: true })
  message: string | null;

  @Column('uuid', { name: 'done_to', nullable: true })
  doneTo: string | null;

  @Column('bigint', { name: 'done_customers' })
  doneCustomers: number;

  @Column('bigint', { name: 'total_customers', nullable: true })
  totalCustomers: number | null;

  @Column('jsonb')
  moves: Partial<Record<MoveKind, number>>;
}

@Entity('tiers_days')
export class TierDayRow {
  @PrimaryColumn('date')
  day: string;

  @PrimaryColumn('text', { name: 'tier_key' })
  tierKey: string;

  @Column('text', { name: 'tier_name' })
  tierName: string;

  @Column('integer')
  rank: number;

  @Column('bigint')
  customers: number;
}

@Entity('tiers_daily_marks')
export class MarkRow {
  @PrimaryColumn('text')
  job: string;

  @Column('date', { name: 'done_day' })
  doneDay: string;
}
