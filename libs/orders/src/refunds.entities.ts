import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RefundItem } from './domain/refund-rules';

@Entity('orders_refunds')
export class RefundRow {
  @PrimaryColumn('uuid', { name: 'customer_id', primaryKeyConstraintName: 'orders_refunds_pk' })
  customerId: string;

  @PrimaryColumn('uuid', { name: 'order_id', primaryKeyConstraintName: 'orders_refunds_pk' })
  orderId: string;

  @PrimaryColumn('text', { name: 'external_id', primaryKeyConstraintName: 'orders_refunds_pk' })
  externalId: string;

  @Column('uuid', { name: 'refund_id' })
  refundId: string;

  @Column('timestamptz', { name: 'refunded_at' })
  refundedAt: Date;

  @Column('bigint', { name: 'amount_cents' })
  amountCents: number;

  @Column('jsonb', { nullable: true })
  items: RefundItem[] | null;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt: Date;
}

@Entity('orders_early_refunds')
export class EarlyRefundRow {
  @PrimaryColumn('text', { name: 'order_external_id', primaryKeyConstraintName: 'orders_early_refunds_pk' })
  orderExternalId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'orders_early_refunds_pk' })
  source: string;

  @PrimaryColumn('text', { name: 'external_id', primaryKeyConstraintName: 'orders_early_refunds_pk' })
  externalId: string;

  @Column('uuid', { name: 'refund_id' })
  refundId: string;

  @Column('timestamptz', { name: 'refunded_at' })
  refundedAt: Date;

  @Column('bigint', { name: 'amount_cents' })
  amountCents: number;

  @Column('jsonb', { nullable: true })
  items: RefundItem[] | null;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt: Date;
}
