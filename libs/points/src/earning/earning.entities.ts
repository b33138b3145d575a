import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Use } from './domain/awards';
import type { RuleContent, RuleStatus, TriggerKind } from './domain/rules';

@Entity('points_rules')
export class RuleRow {
  @PrimaryColumn('uuid', { name: 'rule_id', primaryKeyConstraintName: 'points_rules_pk' })
  ruleId: string;

  @Column('text')
  trigger: TriggerKind;

  @Column('text')
  status: RuleStatus;

  @Column('text', { name: 'closed_because', nullable: true })
  closedBecause: 'staff' | 'budget' | null;

  @Column('bigint', { name: 'budget_points', nullable: true })
  budgetPoints: number | null;

  @Column('bigint', { name: 'spent_points' })
  spentPoints: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
}

@Entity('points_rule_versions')
export class RuleVersionRow {
  @PrimaryColumn('uuid', { name: 'rule_id', primaryKeyConstraintName: 'points_rule_versions_pk' })
  ruleId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'points_rule_versions_pk' })
  version: number;

  @Column('jsonb')
  content: RuleContent;

  @Column('timestamptz', { name: 'valid_from' })
  validFrom: Date;

  @Column('timestamptz', { name: 'valid_to', nullable: true })
  validTo: Date | null;

  @Column('uuid', { name: 'author_id', nullable: true })
  authorId: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}

@Entity('points_earners')
export class EarnerRow {
  @PrimaryColumn('uuid', { name: 'customer_id', primaryKeyConstraintName: 'points_earners_pk' })
  customerId: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}

@Entity('points_rule_uses')
export class RuleUseRow {
  @PrimaryColumn('uuid', { name: 'customer_id', primaryKeyConstraintName: 'points_rule_uses_pk' })
  customerId: string;

  @PrimaryColumn('uuid', { name: 'rule_id', primaryKeyConstraintName: 'points_rule_uses_pk' })
  ruleId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'points_rule_uses_pk' })
  period: string;

  @Column('bigint')
  points: number;

  @Column('integer')
  times: number;
}

@Entity('points_awards')
export class AwardRow {
  @PrimaryColumn('uuid', { name: 'customer_id', primaryKeyConstraintName: 'points_awards_pk' })
  customerId: string;

  @PrimaryColumn('text', { name: 'award_key', primaryKeyConstraintName: 'points_awards_pk' })
  awardKey: string;

  @Column('integer')
  seq: number;

  @Column('bigint')
  points: number;

  @Column('bigint', { name: 'taken_points' })
  takenPoints: number;

  @Column('jsonb')
  uses: Use[];

  @Column('uuid', { name: 'subject_id', nullable: true })
  subjectId: string | null;

  @Column('boolean', { name: 'is_waiting' })
  isWaiting: boolean;

  @Column('timestamptz', { name: 'awarded_at' })
  awardedAt: Date;
}

@Entity('points_sign_ins')
export class SignInRow {
  @PrimaryColumn('uuid', { name: 'customer_id', primaryKeyConstraintName: 'points_sign_ins_pk' })
  customerId: string;

  @PrimaryColumn('date', { primaryKeyConstraintName: 'points_sign_ins_pk' })
  day: string;

  @Column('text')
  kind: 'sign-in' | 'make-up';

  @Column('integer')
  streak: number;

  @Column('bigint')
  points: number;

  @Column('text', { name: 'make_up_month', nullable: true })
  makeUpMonth: string | null;

  @Column('integer', { name: 'make_up_no', nullable: true })
  makeUpNo: number | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}

@Entity('points_daily_marks')
export class DailyMarkRow {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'points_daily_marks_pk' })
  job: string;

  @Column('date', { name: 'done_day' })
  doneDay: string;
}
