import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('orders')
export class OrderRow {
  @PrimaryColumn('uuid', { name: 'customer_id', primaryKeyConstraintName: 'orders_pk' })
  customerId: string;

  @PrimaryColumn('uuid', { name: 'order_id', primaryKeyConstraintName: 'orders_pk' })
  orderId: string;

  @Column('text')
  source: string;

  @Column('text', { name: 'external_id' })
  externalId: string;

  @Column('text')
  kind: string;

  @Column('text')
  status: string;

  @Column('timestamptz', { name: 'placed_at' })
  placedAt: Date;

  @Column('timestamptz', { name: 'paid_at', nullable: true })
  paidAt: Date | null;

  @Column('text')
  currency: string;

  @Column('bigint', { name: 'total_cents' })
  totalCents: number;

  @Column('bigint', { name: 'refunded_cents' })
  refundedCents: number;

  @Column('text', { nullable: true })
  channel: string | null;

  @Column('jsonb', { nullable: true })
  utm: Record<string, unknown> | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
}

@Entity('orders_keys')
export class OrderKeyRow {
  @PrimaryColumn('text', { name: 'external_id', primaryKeyConstraintName: 'orders_keys_pk' })
  externalId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'orders_keys_pk' })
  source: string;

  @Column('uuid', { name: 'customer_id', nullable: true })
  customerId: string | null;

  @Column('uuid', { name: 'order_id', nullable: true })
  orderId: string | null;

  @Column('bytea', { name: 'content_hash', nullable: true })
  contentHash: Buffer | null;
}

@Entity('orders_items')
export class OrderItemRow {
  @PrimaryColumn('uuid', { name: 'customer_id', primaryKeyConstraintName: 'orders_items_pk' })
  customerId: string;

  @PrimaryColumn('uuid', { name: 'order_id', primaryKeyConstraintName: 'orders_items_pk' })
  orderId: string;

  @PrimaryColumn('integer', { name: 'line_no', primaryKeyConstraintName: 'orders_items_pk' })
  lineNo: number;

  @Column('text')
  sku: string;

  @Column('text', { nullable: true })
  name: string | null;

  @Column('text', { nullable: true })
  category: string | null;

  @Column('integer')
  quantity: number;

  @Column('bigint', { name: 'unit_price_cents' })
  unitPriceCents: number;
}

@Entity('orders_figures')
export class OrderFiguresRow {
  @PrimaryColumn('uuid', { name: 'customer_id', primaryKeyConstraintName: 'orders_figures_pk' })
  customerId: string;

  @Column('integer', { name: 'orders_count' })
  ordersCount: number;

  @Column('text', { nullable: true })
  currency: string | null;

  @Column('bigint', { name: 'gross_cents' })
  grossCents: number;

  @Column('bigint', { name: 'refunded_cents' })
  refundedCents: number;

  @Column('bigint', { name: 'net_cents' })
  netCents: number;

  @Column('timestamptz', { name: 'first_paid_at', nullable: true })
  firstPaidAt: Date | null;

  @Column('timestamptz', { name: 'last_paid_at', nullable: true })
  lastPaidAt: Date | null;

  @Column('double precision', { name: 'average_interval_days', nullable: true })
  averageIntervalDays: number | null;

  @Column('timestamptz', { name: 'computed_at' })
  computedAt: Date;
}
