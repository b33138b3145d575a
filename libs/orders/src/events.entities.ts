import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('orders_events')
export class EventRow {
  @PrimaryColumn('uuid', { name: 'customer_id', primaryKeyConstraintName: 'orders_events_pk' })
  customerId: string;

  @PrimaryColumn('uuid', { name: 'event_id', primaryKeyConstraintName: 'orders_events_pk' })
  eventId: string;

  @Column('text')
  source: string;

  @Column('text', { name: 'external_id' })
  externalId: string;

  @Column('text')
  type: string;

  @Column('timestamptz', { name: 'occurred_at' })
  occurredAt: Date;

  @Column('jsonb')
  properties: Record<string, unknown>;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt: Date;
}

@Entity('orders_event_keys')
export class EventKeyRow {
  @PrimaryColumn('text', { name: 'external_id', primaryKeyConstraintName: 'orders_event_keys_pk' })
  externalId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'orders_event_keys_pk' })
  source: string;

  @Column('uuid', { name: 'customer_id' })
  customerId: string;

  @Column('uuid', { name: 'event_id' })
  eventId: string;

  @Column('bytea', { name: 'content_hash' })
  contentHash: Buffer;
}
