import {
  ChoiceField,
  IdField,
  InstantField,
  ListField,
  ObjectField,
  TextField,
  WholeNumberField,
} from '@siyu/platform';
import { VERSION_STATES, type VersionState } from './domain/schedule';
import { LadderTermsBody } from './ladder-terms.dto';

export class LadderVersionPath {
  @IdField()
  id: string;

  @WholeNumberField({ min: 1, max: 1e9, query: true })
  version: number;
}

export class LadderPublication {
  @WholeNumberField({ min: 1, description: 'The draft that was looked at; refused when there is a newer one.' })
  revision: number;

  @TextField({
    max: 40,
    min: 10,
    optional: true,
    description: 'A day, or a time with its zone; now by default. Only the first version of all may begin in the past.',
    example: '2027-01-01',
  })
  effectiveFrom?: string;

  @TextField({ max: 500, optional: true, nullable: true })
  note?: string | null;

  @IdField({ optional: true, nullable: true, description: 'The simulation of these terms that was looked at.' })
  simulationId?: string | null;
}

export class LadderRollback {
  @WholeNumberField({ min: 1, max: 1e9, description: 'Whose terms come back.' })
  version: number;

  @TextField({ max: 40, min: 10, optional: true, description: 'A day, or a time with its zone; now by default.' })
  effectiveFrom?: string;

  @TextField({ max: 500, optional: true, nullable: true })
  note?: string | null;
}

export class LadderVersionRef {
  @WholeNumberField({ min: 1 })
  version: number;

  @InstantField()
  effectiveFrom: string;
}

export class LadderVersionSummary extends LadderVersionRef {
  @ChoiceField(VERSION_STATES)
  state: VersionState;

  @TextField({ max: 100 })
  ladderName: string;

  @InstantField()
  publishedAt: string;

  @IdField({ nullable: true })
  authorId: string | null;

  @TextField({ max: 500, nullable: true })
  note: string | null;

  @IdField({ nullable: true })
  simulationId: string | null;

  @WholeNumberField({ min: 1, nullable: true, description: 'The version whose terms it brought back.' })
  restoresVersion: number | null;

  @InstantField({ nullable: true })
  withdrawnAt: string | null;
}

export class LadderVersionList {
  @ListField(() => LadderVersionSummary, { max: 10_000, description: 'Newest first.' })
  items: LadderVersionSummary[];
}

export class LadderVersionView extends LadderVersionSummary {
  @ObjectField(() => LadderTermsBody)
  terms: LadderTermsBody;
}
