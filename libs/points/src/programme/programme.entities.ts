import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ProgrammeSettings } from './domain/read-programme';

@Entity('points_programmes')
export class ProgrammeRow {
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'points_programmes_pk' })
  version: number;

  @Column('jsonb')
  settings: ProgrammeSettings;

  @Column('uuid', { name: 'author_id', nullable: true })
  authorId: string | null;

  @Column('text', { nullable: true })
  note: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
