import { Column, Entity, PrimaryColumn } from 'typeorm';

export const LOCK_STATUSES = ['waiting', 'active', 'refused', 'withdrawn', 'ended'] as const;
export type LockStatus = (typeof LOCK_STATUSES)[number];

export const LOCK_ENDS = ['lifted', 'replaced', 'over'] as const;
export type LockEnd = (typeof LOCK_ENDS)[number];

@Entity('tiers_locks')
export class LockRow {
  @PrimaryColumn('uuid', { name: 'customer_id' })
  customerId: string;

  @PrimaryColumn('uuid', { name: 'lock_id' })
  lockId: string;

  @Column('text')
  status: LockStatus;

  @Column('text', { name: 'tier_key' })
  tierKey: string;

  @Column('date')
  until: string;

  @Column('boolean', { name: 'may_rise' })
  mayRise: boolean;

  @Column('text')
  reason: string;

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

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt: Date | null;

  @Column('text', { name: 'ended_by', nullable: true })
  endedBy: string | null;

  @Column('text', { name: 'end_reason', nullable: true })
  endReason: LockEnd | null;

  @Column('text', { name: 'end_note', nullable: true })
  endNote: string | null;
}
