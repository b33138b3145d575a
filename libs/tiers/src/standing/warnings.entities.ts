import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('tiers_warnings')
export class WarningRow {
  @PrimaryColumn('uuid', { name: 'customer_id' })
  customerId: string;

  @PrimaryColumn('date', { name: 'valid_until' })
  validUntil: string;

  @PrimaryColumn('smallint')
  days: number;

  @Column('text', { name: 'tier_key' })
  tierKey: string;

  @Column('timestamptz', { name: 'warned_at' })
  warnedAt: Date;
}
