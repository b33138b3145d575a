import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('tiers_import_keys')
export class ImportKeyRow {
  @PrimaryColumn('text')
  source: string;

  @PrimaryColumn('text', { name: 'external_id' })
  externalId: string;

  @Column('uuid', { name: 'customer_id' })
  customerId: string;

  @Column('text', { name: 'tier_key' })
  tierKey: string;

  @Column('date')
  since: string;

  @Column('date', { name: 'told_until', nullable: true })
  toldUntil: string | null;

  @Column('date', { name: 'valid_until', nullable: true })
  validUntil: string | null;

  @Column('bigint')
  growth: number;

  @Column('integer')
  revision: number;

  @Column('timestamptz', { name: 'imported_at' })
  importedAt: Date;
}
