import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('customers')
export class CustomerRow {
  @PrimaryColumn('uuid', { name: 'customer_id', primaryKeyConstraintName: 'customers_pk' })
  customerId: string;

  @Column('text', { name: 'display_name' })
  displayName: string;

  @Column('text', { nullable: true })
  gender: string | null;

  @Column('date', { nullable: true })
  birthday: string | null;

  @Column('jsonb')
  attributes: Record<string, unknown>;

  @Column('text')
  source: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
}

@Entity('customers_name_parts')
export class CustomerNamePartRow {
  @PrimaryColumn('uuid', { name: 'customer_id', primaryKeyConstraintName: 'customers_name_parts_pk' })
  customerId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'customers_name_parts_pk' })
  part: string;
}

@Entity('customers_identities')
export class CustomerIdentityRow {
  @PrimaryColumn('uuid', { name: 'customer_id', primaryKeyConstraintName: 'customers_identities_pk' })
  customerId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'customers_identities_pk' })
  type: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'customers_identities_pk' })
  value: string;

  @Column('text')
  source: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}

@Entity('customers_identity_keys')
export class CustomerIdentityKeyRow {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'customers_identity_keys_pk' })
  value: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'customers_identity_keys_pk' })
  type: string;

  @Column('uuid', { name: 'customer_id' })
  customerId: string;
}
