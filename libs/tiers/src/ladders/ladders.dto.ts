import {
  BooleanField,
  IdField,
  InstantField,
  ListField,
  ObjectField,
  PageQuery,
  TextField,
  WholeNumberField,
} from '@siyu/platform';
import { LadderTermsBody } from './ladder-terms.dto';
import { LadderVersionRef } from './versions.dto';

export class LadderPath {
  @IdField()
  id: string;
}

export class LadderQuery extends PageQuery {
  @BooleanField({ optional: true, query: true, description: 'Archived ladders instead of the others.' })
  archived?: boolean;
}

export class LadderCopy {
  @IdField()
  ladderId: string;

  @WholeNumberField({ min: 1, optional: true, description: 'A published version; the draft by default.' })
  version?: number;
}

/** One of `template`, `terms` and `copyOf`. */
export class LadderCreation {
  @TextField({ max: 100 })
  name: string;

  @TextField({ max: 40, optional: true, description: 'Key of a template.' })
  template?: string;

  @ObjectField(() => LadderTermsBody, { optional: true })
  terms?: LadderTermsBody;

  @ObjectField(() => LadderCopy, { optional: true })
  copyOf?: LadderCopy;
}

export class LadderChange {
  @TextField({ max: 100 })
  name: string;

  @ObjectField(() => LadderTermsBody)
  terms: LadderTermsBody;

  @WholeNumberField({ min: 1, description: 'The draft that was changed; refused when there is a newer one.' })
  revision: number;
}

export class LadderSummary {
  @IdField()
  id: string;

  @TextField({ max: 100 })
  name: string;

  @WholeNumberField({ min: 1, description: 'Of the draft; to be sent back with a change.' })
  revision: number;

  @IdField({ nullable: true, description: 'Who changed the draft last.' })
  authorId: string | null;

  @InstantField()
  createdAt: string;

  @InstantField()
  updatedAt: string;

  @InstantField({ nullable: true })
  archivedAt: string | null;

  @ObjectField(() => LadderVersionRef, { nullable: true, description: 'At most one ladder has a version in force.' })
  inForce: LadderVersionRef | null;

  @ListField(() => LadderVersionRef, { max: 10_000, description: 'Versions whose time has not come, soonest first.' })
  scheduled: LadderVersionRef[];

  @WholeNumberField({ min: 1, nullable: true, description: 'The newest version, whatever became of it.' })
  latestVersion: number | null;

  @BooleanField({ description: 'Whether the draft differs from the newest version that was not withdrawn.' })
  hasChanges: boolean;
}

export class LadderPage {
  @ListField(() => LadderSummary, { max: 200 })
  items: LadderSummary[];

  @TextField({ max: 500, nullable: true })
  nextCursor: string | null;
}

export class LadderView extends LadderSummary {
  @ObjectField(() => LadderTermsBody, { description: 'The draft.' })
  terms: LadderTermsBody;
}

export class LadderTemplateView {
  @TextField({ max: 40 })
  key: string;

  @TextField({ max: 100 })
  name: string;

  @TextField({ max: 500 })
  description: string;

  @ObjectField(() => LadderTermsBody)
  terms: LadderTermsBody;
}

export class LadderTemplateList {
  @ListField(() => LadderTemplateView, { max: 100 })
  items: LadderTemplateView[];
}
