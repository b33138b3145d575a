import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Address } from './domain/addresses';
import type { RedemptionState } from './domain/fulfilment';
import type { LimitPeriod, RewardKind, RewardStatus } from './domain/rewards';

@Entity('points_rewards')
export class RewardRow {
  @PrimaryColumn('uuid', { name: 'reward_id', primaryKeyConstraintName: 'points_rewards_pk' })
  rewardId: string;

  @Column('text')
  name: string;

  @Column('text')
  description: string;

  @Column('text', { name: 'picture_url', nullable: true })
  pictureUrl: string | null;

  @Column('text')
  kind: RewardKind;

  @Column('bigint', { name: 'price_points' })
  pricePoints: number;

  @Column('bigint', { name: 'market_value_cents', nullable: true })
  marketValueCents: number | null;

  @Column('text', { nullable: true })
  currency: string | null;

  @Column('integer', { name: 'limit_total', nullable: true })
  limitTotal: number | null;

  @Column('integer', { name: 'limit_per_period', nullable: true })
  limitPerPeriod: number | null;

  @Column('text', { name: 'limit_period', nullable: true })
  limitPeriod: LimitPeriod | null;

  @Column('text', { array: true })
  tiers: string[];

  @Column('timestamptz', { name: 'valid_from', nullable: true })
  validFrom: Date | null;

  @Column('timestamptz', { name: 'valid_to', nullable: true })
  validTo: Date | null;

  @Column('text')
  status: RewardStatus;

  @Column('integer', { name: 'sort_order' })
  sortOrder: number;

  @Column('integer')
  version: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
}

@Entity('points_reward_stocks')
export class RewardStockRow {
  @PrimaryColumn('uuid', { name: 'reward_id', primaryKeyConstraintName: 'points_reward_stocks_pk' })
  rewardId: string;

  @Column('bigint', { nullable: true })
  stock: number | null;
}

@Entity('points_reward_codes')
export class RewardCodeRow {
  @PrimaryColumn('uuid', { name: 'reward_id', primaryKeyConstraintName: 'points_reward_codes_pk' })
  rewardId: string;

  @PrimaryColumn('uuid', { name: 'code_id', primaryKeyConstraintName: 'points_reward_codes_pk' })
  codeId: string;

  @Column('text')
  code: string;

  @Column('text')
  state: CodeState;

  @Column('uuid', { name: 'redemption_id', nullable: true })
  redemptionId: string | null;

  @Column('timestamptz', { name: 'uploaded_at' })
  uploadedAt: Date;
}

export const CODE_STATES = ['free', 'used', 'void'] as const;
export type CodeState = (typeof CODE_STATES)[number];

@Entity('points_redemptions')
export class RedemptionRow {
  @PrimaryColumn('uuid', { name: 'customer_id', primaryKeyConstraintName: 'points_redemptions_pk' })
  customerId: string;

  @PrimaryColumn('uuid', { name: 'redemption_id', primaryKeyConstraintName: 'points_redemptions_pk' })
  redemptionId: string;

  @Column('uuid', { name: 'reward_id' })
  rewardId: string;

  @Column('text', { name: 'reward_name' })
  rewardName: string;

  @Column('text')
  kind: RewardKind;

  @Column('bigint', { name: 'unit_points' })
  unitPoints: number;

  @Column('bigint', { name: 'unit_value_cents', nullable: true })
  unitValueCents: number | null;

  @Column('text', { nullable: true })
  currency: string | null;

  @Column('integer')
  quantity: number;

  @Column('bigint')
  points: number;

  @Column('text')
  state: RedemptionState;

  @Column('jsonb', { nullable: true })
  address: Address | null;

  @Column('text', { array: true, nullable: true })
  codes: string[] | null;

  @Column('timestamptz', { name: 'codes_shown_at', nullable: true })
  codesShownAt: Date | null;

  @Column('text', { nullable: true })
  carrier: string | null;

  @Column('text', { name: 'tracking_no', nullable: true })
  trackingNo: string | null;

  @Column('integer', { name: 'spend_seq' })
  spendSeq: number;

  @Column('integer', { name: 'give_back_seq', nullable: true })
  giveBackSeq: number | null;

  @Column('text', { name: 'cancel_reason', nullable: true })
  cancelReason: string | null;

  @Column('text')
  actor: string;

  @Column('text', { name: 'request_key', nullable: true })
  requestKey: string | null;

  @Column('text', { name: 'request_hash', nullable: true })
  requestHash: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'shipped_at', nullable: true })
  shippedAt: Date | null;

  @Column('timestamptz', { name: 'completed_at', nullable: true })
  completedAt: Date | null;

  @Column('timestamptz', { name: 'cancelled_at', nullable: true })
  cancelledAt: Date | null;
}
