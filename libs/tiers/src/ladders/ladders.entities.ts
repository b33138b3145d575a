import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LadderTerms } from './domain/ladder';

@Entity('tiers_ladders')
export class LadderRow {
  @PrimaryColumn('uuid', { name: 'ladder_id' })
  ladderId: string;

  @Column('text')
  name: string;

  @Column('jsonb')
  draft: LadderTerms;

  @Column('integer', { name: 'draft_revision' })
  draftRevision: number;

  @Column('uuid', { name: 'author_id', nullable: true })
  authorId: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;

  @Column('timestamptz', { name: 'archived_at', nullable: true })
  archivedAt: Date | null;
}

@Entity('tiers_versions')
export class VersionRow {
  @PrimaryColumn('uuid', { name: 'ladder_id' })
  ladderId: string;

  @PrimaryColumn('integer')
  version: number;

  @Column('text', { name: 'ladder_name' })
  ladderName: string;

  @Column('jsonb')
  terms: LadderTerms;

  @Column('timestamptz', { name: 'effective_from' })
  effectiveFrom: Date;

  @Column('timestamptz', { name: 'published_at' })
  publishedAt: Date;

  @Column('uuid', { name: 'author_id', nullable: true })
  authorId: string | null;

  @Column('text', { nullable: true })
  note: string | null;

  @Column('uuid', { name: 'simulation_id', nullable: true })
  simulationId: string | null;

  @Column('integer', { name: 'restores_version', nullable: true })
  restoresVersion: number | null;

  @Column('timestamptz', { name: 'withdrawn_at', nullable: true })
  withdrawnAt: Date | null;
}
