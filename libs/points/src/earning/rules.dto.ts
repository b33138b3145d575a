import {
  ChoiceField,
  IdField,
  InstantField,
  ListField,
  ObjectField,
  PageQuery,
  TextField,
  WholeNumberField,
} from '@siyu/platform';
import { RULE_STATUSES, TRIGGERS, type RuleStatus, type TriggerKind } from './domain/rules';
import { MAX_POINTS, RuleBase, RuleContentBody, RuleTerms, RuleTrigger } from './rule-terms.dto';

const VALID_FROM = 'Now by default. A past time lets what happened since then earn when it is recorded or changed.';

export class RuleCreation extends RuleContentBody {
  @InstantField({ optional: true, description: VALID_FROM })
  validFrom?: string;

  @InstantField({ optional: true, nullable: true, description: 'Exclusive; null: without end.' })
  validTo?: string | null;

  @WholeNumberField({
    min: 1,
    max: MAX_POINTS,
    optional: true,
    nullable: true,
    description: 'The rule closes when it is spent.',
  })
  budgetPoints?: number | null;
}

/** What changes; the rest stays. Lists and objects are replaced as a whole. */
export class RuleChangeBody extends RuleTerms {
  @WholeNumberField({
    min: 1,
    optional: true,
    description: 'The version that was changed; refused when there is a newer one.',
  })
  expectedVersion?: number;

  @TextField({ max: 100, min: 1, optional: true })
  name?: string;

  @ObjectField(() => RuleTrigger, { optional: true, description: 'Its kind stays.' })
  trigger?: RuleTrigger;

  @ObjectField(() => RuleBase, { optional: true })
  base?: RuleBase;

  @InstantField({ optional: true, description: VALID_FROM })
  validFrom?: string;

  @InstantField({ optional: true, nullable: true })
  validTo?: string | null;

  @WholeNumberField({ min: 1, max: MAX_POINTS, optional: true, nullable: true })
  budgetPoints?: number | null;
}

export class RulePath {
  @IdField()
  id: string;
}

export class RuleView extends RuleContentBody {
  @IdField()
  id: string;

  @ChoiceField(RULE_STATUSES)
  status: RuleStatus;

  @ChoiceField(['staff', 'budget'], { nullable: true })
  closedBecause: 'staff' | 'budget' | null;

  @WholeNumberField({ min: 1, description: 'The newest one; which version holds depends on the time.' })
  version: number;

  @InstantField()
  validFrom: string;

  @InstantField({ nullable: true })
  validTo: string | null;

  @WholeNumberField({ nullable: true })
  budgetPoints: number | null;

  @WholeNumberField({ min: 0, description: 'Points given while there was a budget.' })
  spentPoints: number;

  @IdField({ nullable: true, description: 'Who wrote the newest version.' })
  authorId: string | null;

  @InstantField()
  createdAt: string;

  @InstantField()
  updatedAt: string;
}

export class RulePage {
  @ListField(() => RuleView, { max: 200 })
  items: RuleView[];

  @TextField({ max: 500, nullable: true })
  nextCursor: string | null;
}

export class RuleQuery extends PageQuery {
  @ChoiceField(TRIGGERS, { optional: true })
  trigger?: TriggerKind;

  @ChoiceField(RULE_STATUSES, { optional: true })
  status?: RuleStatus;
}

export class RuleVersionView extends RuleContentBody {
  @WholeNumberField({ min: 1 })
  version: number;

  @InstantField()
  validFrom: string;

  @InstantField({ nullable: true })
  validTo: string | null;

  @IdField({ nullable: true })
  authorId: string | null;

  @InstantField()
  createdAt: string;
}

export class RuleVersionList {
  @ListField(() => RuleVersionView, { max: 10_000 })
  items: RuleVersionView[];
}
