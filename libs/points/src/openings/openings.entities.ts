import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('points_import_keys')
export class ImportKeyRow {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'points_import_keys_pk' })
  source: string;

  @PrimaryColumn('text', { name: 'external_id', primaryKeyConstraintName: 'points_import_keys_pk' })
  externalId: string;

  @Column('uuid', { name: 'customer_id' })
  customerId: string;
}
