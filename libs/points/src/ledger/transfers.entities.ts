import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Taken } from './domain/transfers';

@Entity('points_transfers')
export class TransferRow {
  /** Who took over. */
  @PrimaryColumn('uuid', { name: 'customer_id', primaryKeyConstraintName: 'points_transfers_pk' })
  customerId: string;

  @PrimaryColumn('uuid', { name: 'transfer_id', primaryKeyConstraintName: 'points_transfers_pk' })
  transferId: string;

  @Column('uuid', { name: 'from_id' })
  fromId: string;

  @Column('text')
  actor: string;

  @Column('jsonb')
  lots: Taken['lots'];

  @Column('uuid', { name: 'hold_ids', array: true })
  holdIds: string[];

  @Column('bigint')
  debt: number;

  @Column('timestamptz', { name: 'done_at' })
  doneAt: Date;

  @Column('timestamptz', { name: 'undone_at', nullable: true })
  undoneAt: Date | null;
}

@Entity('points_lineages')
export class LineageRow {
  @PrimaryColumn('uuid', { name: 'customer_id', primaryKeyConstraintName: 'points_lineages_pk' })
  customerId: string;

  @PrimaryColumn('uuid', { name: 'absorbed_id', primaryKeyConstraintName: 'points_lineages_pk' })
  absorbedId: string;

  @Column('uuid', { name: 'transfer_id' })
  transferId: string;
}
