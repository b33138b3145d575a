import {
  BooleanField,
  CentsField,
  FreeFormField,
  IdField,
  InstantField,
  ListField,
  ObjectField,
  TextField,
  WholeNumberField,
} from '@siyu/platform';
import { RuleContentBody } from './rule-terms.dto';

export class TrialItem {
  @TextField({ max: 200 })
  sku: string;

  @TextField({ max: 200, optional: true, nullable: true })
  category?: string | null;

  @WholeNumberField({ min: 0, max: 1e6, optional: true, description: '1 by default.' })
  quantity?: number;

  @CentsField()
  unitPriceCents: number;
}

export class TrialOrder {
  @CentsField()
  totalCents: number;

  @TextField({ max: 3, pattern: /^[A-Z]{3}$/, optional: true, description: 'That of the house by default.' })
  currency?: string;

  @TextField({ max: 200, optional: true, nullable: true })
  channel?: string | null;

  @ListField(() => TrialItem, { max: 500, optional: true })
  items?: TrialItem[];

  @BooleanField({ optional: true, description: 'Whether it is the customer’s first purchase; false by default.' })
  isFirst?: boolean;
}

export class TrialEvent {
  @TextField({ max: 100 })
  type: string;

  @FreeFormField({ optional: true })
  properties?: Record<string, unknown>;
}

/** One of `order`, `event`, `streak` and `birthday`. */
export class Trial {
  @ObjectField(() => TrialOrder, { optional: true })
  order?: TrialOrder;

  @ObjectField(() => TrialEvent, { optional: true })
  event?: TrialEvent;

  @WholeNumberField({
    min: 1,
    max: 100_000,
    optional: true,
    description: 'A sign-in that makes so many days in a row.',
  })
  streak?: number;

  @BooleanField({ optional: true, description: 'A birthday.' })
  birthday?: boolean;

  @IdField({ optional: true, description: 'Whose: conditions on the customer and what she has used up count then.' })
  customerId?: string;

  @InstantField({ optional: true, description: 'When it happens; now by default.' })
  at?: string;

  @ObjectField(() => RuleContentBody, {
    optional: true,
    description: 'A rule that is tried along with the active ones.',
  })
  rule?: RuleContentBody;

  @IdField({ optional: true, description: 'The active rule that `rule` is to replace; it is left out.' })
  insteadOf?: string;
}

export class TrialStep {
  @TextField({ max: 50, description: '`base`, `multiplier`, `cap-…`, `budget`, `better-rule`, `had-before`.' })
  what: string;

  @WholeNumberField({ description: 'What it adds or cuts; the steps sum to the points.' })
  points: number;

  @FreeFormField({ optional: true, maxBytes: 1e6 })
  detail?: Record<string, unknown>;
}

export class TrialReason {
  @TextField({ max: 50 })
  code: string;

  @FreeFormField({ maxBytes: 1e6 })
  detail: Record<string, unknown>;
}

export class TrialVerdict {
  @IdField({ nullable: true, description: 'Null for the rule that is tried.' })
  ruleId: string | null;

  @WholeNumberField({ min: 0 })
  ruleVersion: number;

  @TextField({ max: 100 })
  name: string;

  @WholeNumberField({ min: 0 })
  points: number;

  @ListField(() => TrialStep, { max: 100 })
  steps: TrialStep[];

  @ObjectField(() => TrialReason, { nullable: true, description: 'Why the rule gives nothing.' })
  why: TrialReason | null;
}

export class TrialAnswer {
  @WholeNumberField({ min: 0 })
  points: number;

  @BooleanField({ description: 'The award would wait until the order is completed.' })
  waits: boolean;

  @InstantField({ nullable: true, description: 'Null: never, or by inactivity.' })
  expiresAt: string | null;

  @ListField(() => TrialVerdict, { max: 1000, description: 'Every rule that holds at the time, the tried one last.' })
  rules: TrialVerdict[];
}
