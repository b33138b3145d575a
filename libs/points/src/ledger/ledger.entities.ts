import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AwardPart, EntryKind } from './domain/acts';
import type { Hold } from './domain/books';

@Entity('points_accounts')
export class AccountRow {
  @PrimaryColumn('uuid', { name: 'customer_id', primaryKeyConstraintName: 'points_accounts_pk' })
  customerId: string;

  @Column('bigint')
  balance: number;

  @Column('bigint')
  pending: number;

  @Column('bigint')
  held: number;

  @Column('bigint')
  debt: number;

  @Column('bigint')
  earned: number;

  @Column('bigint')
  spent: number;

  @Column('bigint')
  expired: number;

  @Column('bigint', { name: 'taken_back' })
  takenBack: number;

  @Column('bigint')
  adjusted: number;

  @Column('bigint')
  transferred: number;

  @Column('integer')
  seq: number;

  @Column('bytea', { name: 'head_hash' })
  headHash: Buffer;

  @Column('timestamptz', { name: 'booked_at', nullable: true })
  bookedAt: Date | null;

  @Column('timestamptz', { name: 'active_at', nullable: true })
  activeAt: Date | null;

  @Column('timestamptz', { name: 'due_at', nullable: true })
  dueAt: Date | null;

  @Column('uuid', { name: 'moved_to', nullable: true })
  movedTo: string | null;

  @Column('boolean')
  absorbed: boolean;
}

@Entity('points_entries')
export class EntryRow {
  @PrimaryColumn('uuid', { name: 'customer_id', primaryKeyConstraintName: 'points_entries_pk' })
  customerId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'points_entries_pk' })
  seq: number;

  @Column('text')
  kind: EntryKind;

  @Column('bigint')
  points: number;

  @Column('bigint', { name: 'pending_points' })
  pendingPoints: number;

  @Column('bigint', { name: 'held_points' })
  heldPoints: number;

  @Column('bigint', { name: 'debt_points' })
  debtPoints: number;

  @Column('bigint', { name: 'balance_after' })
  balanceAfter: number;

  @Column('text', { name: 'act_key' })
  key: string;

  @Column('bytea')
  fingerprint: Buffer;

  @Column('text')
  reason: string;

  @Column('text', { nullable: true })
  reference: string | null;

  @Column('text')
  source: string;

  @Column('text')
  actor: string;

  @Column('integer', { name: 'reverses_seq', nullable: true })
  reversesSeq: number | null;

  @Column('bigint', { name: 'reversed_points', nullable: true })
  reversedPoints: number | null;

  @Column('uuid', { name: 'hold_id', nullable: true })
  holdId: string | null;

  @Column('timestamptz', { name: 'available_at', nullable: true })
  availableAt: Date | null;

  @Column('timestamptz', { name: 'expires_at', nullable: true })
  expiresAt: Date | null;

  @Column('json', { nullable: true })
  breakdown: AwardPart[] | null;

  @Column('timestamptz', { name: 'occurred_at' })
  occurredAt: Date;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt: Date;

  @Column('bytea')
  hash: Buffer;
}

@Entity('points_lots')
export class LotRow {
  @PrimaryColumn('uuid', { name: 'customer_id', primaryKeyConstraintName: 'points_lots_pk' })
  customerId: string;

  @PrimaryColumn('integer', { name: 'lot_seq', primaryKeyConstraintName: 'points_lots_pk' })
  seq: number;

  @Column('bigint')
  granted: number;

  @Column('bigint')
  remaining: number;

  @Column('bigint')
  held: number;

  @Column('boolean')
  pending: boolean;

  @Column('timestamptz', { name: 'available_at', nullable: true })
  availableAt: Date | null;

  @Column('timestamptz', { name: 'expires_at', nullable: true })
  expiresAt: Date | null;

  @Column('smallint', { name: 'idle_months', nullable: true })
  idleMonths: number | null;

  @Column('boolean')
  open: boolean;
}

@Entity('points_allocations')
export class AllocationRow {
  @PrimaryColumn('uuid', { name: 'customer_id', primaryKeyConstraintName: 'points_allocations_pk' })
  customerId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'points_allocations_pk' })
  seq: number;

  @PrimaryColumn('integer', { name: 'lot_seq', primaryKeyConstraintName: 'points_allocations_pk' })
  lotSeq: number;

  @Column('bigint')
  points: number;

  @Column('bigint', { name: 'held_points' })
  heldPoints: number;
}

@Entity('points_holds')
export class HoldRow {
  @PrimaryColumn('uuid', { name: 'customer_id', primaryKeyConstraintName: 'points_holds_pk' })
  customerId: string;

  @PrimaryColumn('uuid', { name: 'hold_id', primaryKeyConstraintName: 'points_holds_pk' })
  holdId: string;

  @Column('bigint')
  points: number;

  @Column('bigint')
  captured: number;

  @Column('bigint')
  released: number;

  @Column('text')
  status: Hold['status'];

  @Column('text')
  reason: string;

  @Column('text', { nullable: true })
  reference: string | null;

  @Column('timestamptz', { name: 'opened_at' })
  openedAt: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;
}
