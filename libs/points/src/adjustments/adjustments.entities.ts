import { Column, Entity, PrimaryColumn } from 'typeorm';

export const ADJUSTMENT_STATUSES = ['waiting', 'approved', 'refused', 'withdrawn'] as const;
export type AdjustmentStatus = (typeof ADJUSTMENT_STATUSES)[number];

@Entity('points_adjustments')
export class AdjustmentRow {
  @PrimaryColumn('uuid', { name: 'customer_id', primaryKeyConstraintName: 'points_adjustments_pk' })
  customerId: string;

  @PrimaryColumn('uuid', { name: 'adjustment_id', primaryKeyConstraintName: 'points_adjustments_pk' })
  adjustmentId: string;

  @Column('text', { name: 'act_key' })
  key: string;

  @Column('bigint')
  points: number;

  @Column('text')
  reason: string;

  @Column('text', { nullable: true })
  reference: string | null;

  @Column('text')
  status: AdjustmentStatus;

  @Column('text', { name: 'requested_by' })
  requestedBy: string;

  @Column('timestamptz', { name: 'requested_at' })
  requestedAt: Date;

  @Column('text', { name: 'decided_by', nullable: true })
  decidedBy: string | null;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt: Date | null;

  @Column('text', { nullable: true })
  note: string | null;

  @Column('integer', { name: 'entry_seq', nullable: true })
  entrySeq: number | null;
}
