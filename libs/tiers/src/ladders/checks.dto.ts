import { ChoiceField, FreeFormField, ListField, TextField } from '@siyu/platform';
import { FINDING_CODES, type Finding, type FindingCode } from './domain/findings';

const MAX_TERMS_BYTES = 500_000;

export class LadderCheck {
  @FreeFormField({ maxBytes: MAX_TERMS_BYTES, description: 'Terms as of a ladder; faults are answered, not refused.' })
  terms: Record<string, unknown>;
}

export class LadderFault {
  @TextField({ max: 500, description: 'A JSON pointer, `/terms/tiers/1/enter`.' })
  pointer: string;

  @TextField({ max: 500 })
  message: string;
}

export class LadderFinding implements Finding {
  @ChoiceField(FINDING_CODES)
  code: FindingCode;

  @ChoiceField(['error', 'warning', 'hint'], { description: 'With an `error` the ladder is not published.' })
  severity: Finding['severity'];

  @TextField({ max: 40, nullable: true })
  tierKey: string | null;

  @TextField({ max: 500, description: 'A JSON pointer, `/terms/tiers/1/enter`.' })
  pointer: string;

  @FreeFormField({ description: 'Numbers, keys and days for the sentence.' })
  detail: Record<string, string | number>;
}

export class LadderCheckAnswer {
  @ListField(() => LadderFault, { max: 10_000 })
  errors: LadderFault[];

  @ListField(() => LadderFinding, { max: 10_000, description: 'Gravest first; none while there are errors.' })
  findings: LadderFinding[];
}
