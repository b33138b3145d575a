import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('points_warnings')
export class WarningRow {
  @PrimaryColumn('uuid', { name: 'customer_id', primaryKeyConstraintName: 'points_warnings_pk' })
  customerId: string;

  @PrimaryColumn('date', { name: 'last_day', primaryKeyConstraintName: 'points_warnings_pk' })
  lastDay: string;

  @PrimaryColumn('smallint', { primaryKeyConstraintName: 'points_warnings_pk' })
  days: number;

  @Column('bigint')
  points: number;

  @Column('timestamptz', { name: 'warned_at' })
  warnedAt: Date;
}
