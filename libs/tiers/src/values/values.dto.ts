import { OmitType } from '@nestjs/swagger';
import {
  ChoiceField,
  FreeFormField,
  IdField,
  InstantField,
  ListField,
  ObjectField,
  TextField,
  WholeNumberField,
} from '@siyu/platform';
import { LEDGERS, type ValueLedger } from './domain/rules';
import { VALUE_SOURCES, type ValueEntryRow, type ValueSource } from './values.entities';
import type { ValueBalance } from './values.queries';

const MOST_BY_HAND = 1_000_000_000;

export class ValueCustomerPath {
  @IdField()
  customerId: string;
}

export class CustomerLedgerPath extends ValueCustomerPath {
  @ChoiceField(LEDGERS)
  ledger: ValueLedger;
}

export class ValueEntryPath extends CustomerLedgerPath {
  @TextField({ max: 300 })
  key: string;
}

export class ValueMonth {
  @TextField({ max: 7, example: '2026-11' })
  month: string;

  @WholeNumberField()
  amount: number;
}

export class CustomerValue {
  @WholeNumberField()
  balance: number;

  @InstantField({ nullable: true })
  changedAt: string | null;

  @ListField(() => ValueMonth, { max: 12, description: 'The last twelve months, oldest first.' })
  months: ValueMonth[];
}

export class CustomerValues {
  @ObjectField(() => CustomerValue)
  growth: CustomerValue;

  @ObjectField(() => CustomerValue)
  valueScore: CustomerValue;
}

export class ValueEntryView {
  @TextField({ max: 300 })
  key: string;

  @WholeNumberField({ min: 1 })
  seq: number;

  @WholeNumberField()
  amount: number;

  @WholeNumberField()
  balanceAfter: number;

  @InstantField({ description: 'When it belongs to.' })
  occurredAt: string;

  @InstantField()
  recordedAt: string;

  @ChoiceField(VALUE_SOURCES)
  source: ValueSource;

  @IdField({ nullable: true, description: 'The order or event that it is for.' })
  subjectId: string | null;

  @TextField({ max: 40, nullable: true })
  ruleKey: string | null;

  @WholeNumberField({ min: 1, nullable: true })
  ruleVersion: number | null;

  @TextField({ max: 300, nullable: true, description: 'The entry that it reverses.' })
  reversesKey: string | null;

  @TextField({ max: 500 })
  reason: string;

  @FreeFormField({ nullable: true, description: 'How it was computed.' })
  breakdown: Record<string, unknown> | null;

  @TextField({ max: 100 })
  actor: string;
}

export class ValueEntryPage {
  @ListField(() => ValueEntryView, { max: 200 })
  items: ValueEntryView[];

  @TextField({ max: 500, nullable: true })
  nextCursor: string | null;
}

export class ValueEntryRequest {
  @WholeNumberField({ min: -MOST_BY_HAND, max: MOST_BY_HAND, description: 'Not 0.' })
  amount: number;

  @TextField({ max: 500 })
  reason: string;

  @InstantField({ optional: true, description: 'When it belongs to; now by default.' })
  occurredAt?: string;
}

export class ValueReversalRequest {
  @WholeNumberField({ min: 1, optional: true, description: 'How much of it; all that is left by default.' })
  amount?: number;

  @TextField({ max: 500 })
  reason: string;
}

/** An entry as its member reads it. */
export class MyGrowthEntry extends OmitType(ValueEntryView, [
  'key',
  'reversesKey',
  'breakdown',
  'actor',
  'ruleVersion',
]) {}

export class MyGrowthPage {
  @ListField(() => MyGrowthEntry, { max: 200 })
  items: MyGrowthEntry[];

  @TextField({ max: 500, nullable: true })
  nextCursor: string | null;
}

export function valueView({ changedAt, ...value }: ValueBalance): CustomerValue {
  return { ...value, changedAt: changedAt?.toISOString() ?? null };
}

export function entryView(entry: ValueEntryRow): ValueEntryView {
  const { customerId: _, ledger: __, entryKey: key, occurredAt, recordedAt, ...rest } = entry;
  return { key, ...rest, occurredAt: occurredAt.toISOString(), recordedAt: recordedAt.toISOString() };
}

/** What staff wrote and who wrote it stays in the house. */
export function myEntryView(entry: ValueEntryRow): MyGrowthEntry {
  const { seq, amount, balanceAfter, occurredAt, recordedAt, source, subjectId, ruleKey, reason } = entry;
  return {
    ...{ seq, amount, balanceAfter, source, subjectId, ruleKey },
    occurredAt: occurredAt.toISOString(),
    recordedAt: recordedAt.toISOString(),
    reason: source === 'staff' ? 'staff' : reason,
  };
}
