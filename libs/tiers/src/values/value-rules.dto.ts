import {
  BooleanField,
  ChoiceField,
  IdField,
  InstantField,
  ListField,
  ObjectField,
  TextField,
  TextListField,
  WholeNumberField,
} from '@siyu/platform';
import { MOST_RULES } from './domain/read-rules';
import { BEHAVIOURS, LEDGERS, type BehaviourKind, type ValueLedger } from './domain/rules';
import type { RulesVersion } from './value-rules.service';

export class ValueLedgerPath {
  @ChoiceField(LEDGERS)
  ledger: ValueLedger;
}

export class ValueBehaviour {
  @ChoiceField(BEHAVIOURS)
  kind: BehaviourKind;

  @WholeNumberField({
    min: 1,
    max: 1e9,
    optional: true,
    description: 'With `order`: `value` is for so many cents; 100 by default.',
  })
  perCents?: number;

  @TextField({ min: 3, max: 3, optional: true, description: 'With `order`; that of the house by default.' })
  currency?: string;

  @TextField({ max: 100, optional: true, description: 'With `event`: its type.' })
  type?: string;

  @TextListField({
    max: 50,
    maxLength: 120,
    optional: true,
    description: 'With `profile-completed`: displayName, gender, birthday, phone, email or attributes.<key>.',
  })
  fields?: string[];
}

export class ValueWeight {
  @TextField({ max: 100, description: 'Of the order; of an event `properties.channel`, else its source.' })
  channel: string;

  @TextField({
    max: 20,
    description: 'A decimal from 0 to 1000 with up to four digits behind the point.',
    example: '0.8',
  })
  factor: string;
}

class CapFields {
  @WholeNumberField({ min: 1, max: 1e9, nullable: true, optional: true })
  perDay?: number | null;

  @WholeNumberField({ min: 1, max: 1e9, nullable: true, optional: true })
  perMonth?: number | null;

  @WholeNumberField({ min: 1, max: 1e9, nullable: true, optional: true })
  perCustomer?: number | null;
}

export class ValueRuleCaps extends CapFields {}

export class ValueRuleBody {
  @TextField({ max: 40, description: 'Stays when the name changes.', example: 'purchase' })
  key: string;

  @TextField({ max: 100 })
  name: string;

  @BooleanField({ optional: true, description: 'True by default.' })
  isActive?: boolean;

  @ObjectField(() => ValueBehaviour)
  on: ValueBehaviour;

  @WholeNumberField({ min: -1e6, max: 1e6, description: 'Not 0; below 0 in the value score only.' })
  value: number;

  @ListField(() => ValueWeight, { max: 100, optional: true })
  weights?: ValueWeight[];

  @ObjectField(() => ValueRuleCaps, { optional: true, description: 'Most that the rule gives one customer.' })
  caps?: ValueRuleCaps;
}

export class ValueRulesChange {
  @ListField(() => ValueRuleBody, { max: MOST_RULES })
  rules: ValueRuleBody[];

  @InstantField({ optional: true, description: 'Now by default; may be past only where history counts.' })
  validFrom?: string;

  @BooleanField({
    optional: true,
    description:
      'Whether what happened before counts, too: from `validFrom`, or from the beginning. Settles the ledger.',
  })
  fromHistory?: boolean;

  @TextField({ max: 500, optional: true, nullable: true })
  note?: string | null;

  @WholeNumberField({
    min: 0,
    optional: true,
    description: 'The version that was changed; refused when there is a newer one.',
  })
  expectedVersion?: number;
}

export class ValueRulesView {
  @ChoiceField(LEDGERS)
  ledger: ValueLedger;

  @WholeNumberField({ min: 0, description: '0: nobody wrote rules yet.' })
  version: number;

  @ListField(() => ValueRuleBody, { max: MOST_RULES })
  rules: ValueRuleBody[];

  @InstantField()
  validFrom: string;

  @IdField({ nullable: true })
  authorId: string | null;

  @TextField({ max: 500, nullable: true })
  note: string | null;

  @InstantField({ nullable: true })
  createdAt: string | null;
}

export class ValueRulesPage {
  @ListField(() => ValueRulesView, { max: 200 })
  items: ValueRulesView[];

  @TextField({ max: 500, nullable: true })
  nextCursor: string | null;
}

export class ValueRulesTemplate {
  @ListField(() => ValueRuleBody, { max: MOST_RULES })
  rules: ValueRuleBody[];
}

export function rulesView({ validFrom, createdAt, ...version }: RulesVersion): ValueRulesView {
  return { ...version, validFrom: validFrom.toISOString(), createdAt: createdAt?.toISOString() ?? null };
}
