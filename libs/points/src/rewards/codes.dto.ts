import { ChoiceField, IdField, InstantField, ListField, PageQuery, TextField, WholeNumberField } from '@siyu/platform';
import { MAX_CODES } from './domain/codes';
import { CODE_STATES, type CodeState } from './rewards.entities';

export class CodesAdded {
  @WholeNumberField({ min: 0, max: MAX_CODES })
  added: number;

  @WholeNumberField({ min: 0, max: MAX_CODES, description: 'Repeated in the file or there already; skipped.' })
  duplicates: number;

  @WholeNumberField({ min: 0, description: 'Codes that can be handed out now.' })
  free: number;
}

export class CodesQuery extends PageQuery {
  @ChoiceField(CODE_STATES, { optional: true })
  state?: CodeState;
}

export class CodeView {
  @IdField()
  id: string;

  @TextField({ max: 10, description: 'Covered; in full it is shown with the redemption.' })
  code: string;

  @ChoiceField(CODE_STATES, {
    description: '`void`: seen, and then its redemption was cancelled; never handed out again.',
  })
  state: CodeState;

  @IdField({ nullable: true })
  redemptionId: string | null;

  @InstantField()
  uploadedAt: string;
}

export class CodePage {
  @ListField(() => CodeView, { max: 200 })
  items: CodeView[];

  @TextField({ max: 500, nullable: true })
  nextCursor: string | null;
}
