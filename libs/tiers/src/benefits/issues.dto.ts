import { ChoiceField, IdField, ListField, PageQuery, TextField } from '@siyu/platform';
import { BENEFIT_KINDS, type BenefitKind } from '../ladders/domain/ladder';
import { BenefitIssue } from './benefits.dto';
import { ISSUE_STATUSES, type IssueStatus } from './benefits.entities';

export class BenefitIssuesFilter {
  @ChoiceField(ISSUE_STATUSES, { optional: true, description: '`issued`: still to be handed over.' })
  status?: IssueStatus;

  @TextField({ max: 40, optional: true, description: 'Key of a benefit.' })
  benefit?: string;

  @ChoiceField(BENEFIT_KINDS, { optional: true })
  kind?: BenefitKind;

  @TextField({ max: 40, optional: true, description: 'Key of a tier.' })
  tier?: string;
}

export class BenefitIssuesQuery extends PageQuery {
  @ChoiceField(ISSUE_STATUSES, { optional: true, description: '`issued`: still to be handed over.' })
  status?: IssueStatus;

  @TextField({ max: 40, optional: true, description: 'Key of a benefit.' })
  benefit?: string;

  @ChoiceField(BENEFIT_KINDS, { optional: true })
  kind?: BenefitKind;

  @TextField({ max: 40, optional: true, description: 'Key of a tier.' })
  tier?: string;
}

export class ListedBenefitIssue extends BenefitIssue {
  @TextField({ min: 0, max: 200, description: 'Empty when nobody knows it.' })
  customerName: string;
}

export class BenefitIssuePage {
  @ListField(() => ListedBenefitIssue, { max: 200, description: 'Newest first.' })
  items: ListedBenefitIssue[];

  @TextField({ max: 500, nullable: true })
  nextCursor: string | null;
}

export class BenefitIssuePath {
  @IdField()
  id: string;

  @IdField()
  issueId: string;
}

export class BenefitHandover {
  @TextField({ max: 128, optional: true, nullable: true, description: 'What was given: number of a parcel, code.' })
  reference?: string | null;

  @TextField({ max: 500, optional: true, nullable: true })
  note?: string | null;
}

export class BenefitVoiding {
  @TextField({ max: 500, optional: true, nullable: true, description: 'Why.' })
  note?: string | null;
}
