import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Drift } from '../ledger/proofs.queries';

export const VERIFICATION_STATUSES = ['queued', 'running', 'done', 'failed', 'cancelled'] as const;
export type VerificationStatus = (typeof VERIFICATION_STATUSES)[number];

export interface CheckResult {
  name: string;
  findings: number;
}

@Entity('points_verifications')
export class VerificationRow {
  @PrimaryColumn('uuid', { name: 'verification_id', primaryKeyConstraintName: 'points_verifications_pk' })
  verificationId: string;

  @Column('text')
  status: VerificationStatus;

  @Column('uuid', { name: 'only_customer_id', nullable: true })
  customerId: string | null;

  @Column('text', { name: 'requested_by' })
  requestedBy: string;

  @Column('timestamptz', { name: 'requested_at' })
  requestedAt: Date;

  @Column('timestamptz', { name: 'finished_at', nullable: true })
  finishedAt: Date | null;

  @Column('integer', { name: 'took_ms', nullable: true })
  tookMs: number | null;

  @Column('bigint', { nullable: true })
  accounts: number | null;

  @Column('bigint', { nullable: true })
  entries: number | null;

  @Column('jsonb')
  checks: CheckResult[];

  @Column('jsonb')
  drift: Drift[];

  @Column('text', { nullable: true })
  problem: string | null;

  @Column('bytea', { nullable: true })
  digest: Buffer | null;
}

@Entity('points_anchors')
export class AnchorRow {
  @PrimaryColumn('uuid', { name: 'customer_id', primaryKeyConstraintName: 'points_anchors_pk' })
  customerId: string;

  @Column('integer')
  seq: number;

  @Column('bytea')
  hash: Buffer;
}

@Entity('points_seals')
export class SealRow {
  @PrimaryColumn('uuid', { name: 'verification_id', primaryKeyConstraintName: 'points_seals_pk' })
  verificationId: string;

  @Column('timestamptz', { name: 'sealed_at' })
  sealedAt: Date;

  @Column('bigint')
  accounts: number;

  @Column('bigint')
  entries: number;

  @Column('bytea')
  content: Buffer;

  @Column('bytea')
  digest: Buffer;
}
