import {
  CentsField,
  ChoiceField,
  FreeFormField,
  InstantField,
  ListField,
  NumberField,
  ObjectField,
  TextField,
  WholeNumberField,
} from '@siyu/platform';
import { MOST_RULES } from './domain/read-rules';
import { ValueRuleBody } from './value-rules.dto';
import { TRIAL_REASONS, type TrialReason } from './value-trials.service';

export class ValueTrialOrder {
  @CentsField({ signed: true, description: 'What stayed of the money; below 0 for a credit note.' })
  netCents: number;

  @TextField({ min: 3, max: 3, optional: true, description: 'That of the house by default.' })
  currency?: string;

  @TextField({ max: 100, optional: true, nullable: true })
  channel?: string | null;
}

export class ValueTrialEvent {
  @TextField({ max: 100 })
  type: string;

  @TextField({ max: 100, optional: true })
  source?: string;

  @FreeFormField({ optional: true })
  properties?: Record<string, unknown>;
}

/** One of `order` and `event`. */
export class ValueTrial {
  @ObjectField(() => ValueTrialOrder, { optional: true })
  order?: ValueTrialOrder;

  @ObjectField(() => ValueTrialEvent, { optional: true })
  event?: ValueTrialEvent;

  @InstantField({ optional: true, description: 'When it happens; now by default.' })
  at?: string;

  @ListField(() => ValueRuleBody, { max: MOST_RULES, optional: true, description: 'Instead of the rules in force.' })
  rules?: ValueRuleBody[];
}

export class TriedValueRule {
  @TextField({ max: 40 })
  ruleKey: string;

  @TextField({ max: 100 })
  name: string;

  @WholeNumberField({ min: 0, description: '0: a rule that was sent along.' })
  version: number;

  @WholeNumberField()
  amount: number;

  @NumberField({ min: 0, description: 'What its channel counts.' })
  weight: number;

  @ChoiceField(TRIAL_REASONS)
  reason: TrialReason;
}

export class ValueTrialAnswer {
  @WholeNumberField()
  amount: number;

  @ListField(() => TriedValueRule, { max: 2 * MOST_RULES })
  rules: TriedValueRule[];
}
