import {
  BooleanField,
  CentsField,
  ChoiceField,
  ListField,
  NumberListField,
  ObjectField,
  TextField,
  TextListField,
  WholeNumberField,
} from '@siyu/platform';
import { CONDITION_KINDS, TRIGGERS, type ConditionKind, type TriggerKind } from './domain/rules';

export const MAX_POINTS = 1e12;

export class RuleTrigger {
  @ChoiceField(TRIGGERS)
  kind: TriggerKind;

  @WholeNumberField({
    min: 0,
    max: 31,
    optional: true,
    description: 'With `sign-in`: make-up cards a month; none by default.',
  })
  makeUpsPerMonth?: number;

  @WholeNumberField({
    min: 1,
    max: 31,
    optional: true,
    description: 'With `sign-in`: how old a day may be; 7 by default.',
  })
  makeUpDays?: number;

  @TextListField({
    max: 50,
    maxLength: 120,
    optional: true,
    description: 'With `profile-completed`: `displayName`, `gender`, `birthday`, `phone`, `email`, `attributes.<key>`.',
  })
  fields?: string[];

  @TextField({ max: 100, optional: true, description: 'With `event`: its type.' })
  type?: string;
}

export class RuleBase {
  @ChoiceField(['per-amount', 'fixed', 'ladder'])
  kind: 'per-amount' | 'fixed' | 'ladder';

  @WholeNumberField({ min: 1, max: 1e9, optional: true, description: 'With `fixed` and `per-amount`.' })
  points?: number;

  @WholeNumberField({
    min: 1,
    max: 1e9,
    optional: true,
    description: 'With `per-amount`: `points` for each so many cents.',
  })
  perCents?: number;

  @ChoiceField(['total', 'lines'], {
    optional: true,
    description: 'With `per-amount`: what was paid (by default), or the prices of the lines that count.',
  })
  of?: 'total' | 'lines';

  @TextField({
    max: 3,
    pattern: /^[A-Z]{3}$/,
    optional: true,
    description: 'With `per-amount`: that of the house by default.',
  })
  currency?: string;

  @NumberListField({ max: 60, optional: true, description: 'With `ladder`: points for each day in a row.' })
  ladder?: number[];

  @ChoiceField(['repeat', 'stay'], {
    optional: true,
    description: 'With `ladder`: after its end; `repeat` by default.',
  })
  after?: 'repeat' | 'stay';
}

export class RuleCondition {
  @ChoiceField(CONDITION_KINDS)
  kind: ConditionKind;

  @TextListField({ max: 500, maxLength: 200, optional: true, description: 'One of these.' })
  in?: string[];

  @TextField({ max: 100, optional: true, description: 'Of an attribute, property or fact (`tier`, `segment`, `tag`).' })
  name?: string;

  @CentsField({ optional: true, description: 'With `min-amount`.' })
  cents?: number;

  @NumberListField({ max: 7, optional: true, description: 'With `weekdays`: 1 Monday to 7 Sunday.' })
  weekdays?: number[];

  @TextField({
    max: 10,
    optional: true,
    nullable: true,
    description: 'With `hours` a time `HH:MM`, with `dates` a day.',
  })
  from?: string | null;

  @TextField({
    max: 10,
    optional: true,
    nullable: true,
    description: 'With `hours` exclusive, with `dates` inclusive.',
  })
  to?: string | null;
}

export class RuleMultiplier {
  @TextField({ max: 100 })
  name: string;

  @TextField({ max: 10, description: 'A decimal with up to four digits behind the point.', example: '1.5' })
  factor: string;

  @ListField(() => RuleCondition, { max: 20, optional: true, description: 'All must hold.' })
  when?: RuleCondition[];

  @TextField({ max: 50, optional: true, nullable: true, description: 'Of a group only the largest factor counts.' })
  group?: string | null;
}

export class RuleExclusions {
  @TextListField({ max: 500, maxLength: 200, optional: true })
  categories?: string[];

  @TextListField({ max: 5000, maxLength: 200, optional: true })
  skus?: string[];
}

export class RuleCaps {
  @WholeNumberField({ min: 1, max: MAX_POINTS, optional: true, nullable: true })
  perOrder?: number | null;

  @WholeNumberField({ min: 1, max: MAX_POINTS, optional: true, nullable: true })
  perDay?: number | null;

  @WholeNumberField({ min: 1, max: MAX_POINTS, optional: true, nullable: true })
  perMonth?: number | null;

  @WholeNumberField({
    min: 1,
    max: MAX_POINTS,
    optional: true,
    nullable: true,
    description: 'In the life of a customer.',
  })
  perCustomer?: number | null;
}

export class RuleTerms {
  @ListField(() => RuleCondition, { max: 20, optional: true, description: 'All must hold.' })
  conditions?: RuleCondition[];

  @ObjectField(() => RuleExclusions, { optional: true, description: 'Lines that never count.' })
  excluded?: RuleExclusions;

  @ListField(() => RuleMultiplier, { max: 20, optional: true })
  multipliers?: RuleMultiplier[];

  @ObjectField(() => RuleCaps, { optional: true, description: 'Most points; null for no limit.' })
  caps?: RuleCaps;

  @TextField({
    max: 50,
    optional: true,
    nullable: true,
    description: 'Of several rules of a group the best one counts.',
  })
  bestOf?: string | null;

  @BooleanField({
    optional: true,
    description: 'Rules on orders: whether the multiplier of the customer’s tier counts; it does by default.',
  })
  takesFactors?: boolean;
}

/** What a rule says, for a try-out. */
export class RuleContentBody extends RuleTerms {
  @TextField({ max: 100 })
  name: string;

  @ObjectField(() => RuleTrigger)
  trigger: RuleTrigger;

  @ObjectField(() => RuleBase)
  base: RuleBase;
}
