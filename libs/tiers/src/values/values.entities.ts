import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ValueLedger, ValueRule } from './domain/rules';

@Entity('tiers_value_programmes')
export class ValueProgrammeRow {
  @PrimaryColumn('text')
  ledger: ValueLedger;

  @PrimaryColumn('integer')
  version: number;

  @Column('jsonb')
  rules: ValueRule[];

  @Column('timestamptz', { name: 'valid_from' })
  validFrom: Date;

  @Column('uuid', { name: 'author_id', nullable: true })
  authorId: string | null;

  @Column('text', { nullable: true })
  note: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}

@Entity('tiers_value_accounts')
export class ValueAccountRow {
  @PrimaryColumn('uuid', { name: 'customer_id' })
  customerId: string;

  @PrimaryColumn('text')
  ledger: ValueLedger;

  @Column('bigint')
  balance: number;

  /** How many entries it has, which is the number of the last one, too. */
  @Column('integer')
  entries: number;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt: Date;
}

export const VALUE_SOURCES = ['orders', 'events', 'sign-in', 'profile', 'staff', 'import'] as const;
export type ValueSource = (typeof VALUE_SOURCES)[number];

@Entity('tiers_value_entries')
export class ValueEntryRow {
  @PrimaryColumn('uuid', { name: 'customer_id' })
  customerId: string;

  @PrimaryColumn('text')
  ledger: ValueLedger;

  @PrimaryColumn('text', { name: 'entry_key' })
  entryKey: string;

  @Column('integer')
  seq: number;

  @Column('bigint')
  amount: number;

  @Column('bigint', { name: 'balance_after' })
  balanceAfter: number;

  @Column('timestamptz', { name: 'occurred_at' })
  occurredAt: Date;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt: Date;

  @Column('text')
  source: ValueSource;

  @Column('uuid', { name: 'subject_id', nullable: true })
  subjectId: string | null;

  @Column('text', { name: 'rule_key', nullable: true })
  ruleKey: string | null;

  @Column('integer', { name: 'rule_version', nullable: true })
  ruleVersion: number | null;

  @Column('text', { name: 'reverses_key', nullable: true })
  reversesKey: string | null;

  @Column('text')
  reason: string;

  @Column('jsonb', { nullable: true })
  breakdown: Record<string, unknown> | null;

  @Column('text')
  actor: string;
}

export type SettlementStatus = 'queued' | 'running' | 'done' | 'failed';

@Entity('tiers_value_settlements')
export class ValueSettlementRow {
  @PrimaryColumn('uuid', { name: 'settlement_id' })
  settlementId: string;

  @Column('text')
  ledger: ValueLedger;

  @Column('text')
  status: SettlementStatus;

  @Column('text', { name: 'requested_by' })
  requestedBy: string;

  @Column('timestamptz', { name: 'requested_at' })
  requestedAt: Date;

  @Column('timestamptz', { name: 'finished_at', nullable: true })
  finishedAt: Date | null;

  @Column('text', { nullable: true })
  message: string | null;

  @Column('uuid', { name: 'done_to', nullable: true })
  doneTo: string | null;

  @Column('bigint', { name: 'done_customers' })
  doneCustomers: number;

  @Column('bigint', { name: 'booked_entries' })
  bookedEntries: number;

  @Column('bigint', { name: 'booked_amount' })
  bookedAmount: number;
}
