import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Benefit, BenefitKind } from '../ladders/domain/ladder';

export const ISSUE_STATUSES = ['issued', 'delivered', 'void'] as const;
export type IssueStatus = (typeof ISSUE_STATUSES)[number];

@Entity('tiers_benefit_issues')
export class IssueRow {
  @PrimaryColumn('uuid', { name: 'customer_id' })
  customerId: string;

  @PrimaryColumn('text', { name: 'issue_key' })
  issueKey: string;

  @PrimaryColumn('text', { name: 'benefit_key' })
  benefitKey: string;

  @Column('text', { name: 'tier_key' })
  tierKey: string;

  @Column('uuid', { name: 'issue_id' })
  issueId: string;

  @Column('uuid', { name: 'ladder_id' })
  ladderId: string;

  @Column('integer')
  version: number;

  @Column('text')
  kind: BenefitKind;

  @Column('jsonb')
  benefit: Benefit;

  @Column('text')
  status: IssueStatus;

  @Column('timestamptz', { name: 'issued_at' })
  issuedAt: Date;

  @Column('timestamptz', { name: 'announced_at', nullable: true })
  announcedAt: Date | null;

  @Column('timestamptz', { name: 'settled_at', nullable: true })
  settledAt: Date | null;

  @Column('text', { name: 'settled_by', nullable: true })
  settledBy: string | null;

  @Column('text', { nullable: true })
  reference: string | null;

  @Column('text', { nullable: true })
  note: string | null;
}

@Entity('tiers_benefit_uses')
export class UseRow {
  @PrimaryColumn('uuid', { name: 'customer_id' })
  customerId: string;

  @PrimaryColumn('uuid', { name: 'use_id' })
  useId: string;

  @Column('text', { name: 'use_key' })
  useKey: string;

  @Column('text', { name: 'benefit_key' })
  benefitKey: string;

  @Column('text', { name: 'benefit_name' })
  benefitName: string;

  @Column('text', { name: 'tier_key' })
  tierKey: string;

  @Column('text')
  period: string;

  @Column('timestamptz', { name: 'used_at' })
  usedAt: Date;

  @Column('text', { nullable: true })
  reference: string | null;

  @Column('text', { nullable: true })
  note: string | null;

  @Column('text')
  actor: string;

  @Column('timestamptz', { name: 'undone_at', nullable: true })
  undoneAt: Date | null;

  @Column('text', { name: 'undone_by', nullable: true })
  undoneBy: string | null;
}

@Entity('tiers_benefit_tallies')
export class TallyRow {
  @PrimaryColumn('uuid', { name: 'customer_id' })
  customerId: string;

  @PrimaryColumn('text', { name: 'benefit_key' })
  benefitKey: string;

  @PrimaryColumn('text')
  period: string;

  @Column('integer')
  uses: number;
}
