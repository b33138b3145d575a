import {
  BooleanField,
  CentsField,
  ChoiceField,
  DayField,
  IdField,
  InstantField,
  ListField,
  ObjectField,
  TextField,
  WholeNumberField,
} from '@siyu/platform';
import { DEFAULT_LIMIT, MAX_LIMIT } from '@siyu/kernel';
import { MAX_BINS } from './domain/settings';
import { RfmNames } from './rfm-schemes.dto';
import { RfmRunQuery } from './rfm-summaries.dto';

const score = { min: 1, max: MAX_BINS, optional: true, query: true };

/** Which scored customers; all conditions that are given must hold. */
export class RfmCustomersFilter extends RfmRunQuery {
  @TextField({ max: 40, optional: true, description: 'Code of a segment of the run.' })
  segment?: string;

  @WholeNumberField(score)
  r?: number;

  @WholeNumberField(score)
  f?: number;

  @WholeNumberField(score)
  m?: number;

  @TextField({ max: 40, optional: true, description: 'Segment in the run before; `none` for not scored there.' })
  previousSegment?: string;

  @ChoiceField(['up', 'down'], {
    optional: true,
    description: 'Moved to a better or a worse segment since the run before.',
  })
  movement?: 'up' | 'down';

  @IdField({ optional: true, description: 'The run before; the one it was compared with when left out.' })
  previousRunId?: string;
}

export class RfmCustomersQuery extends RfmCustomersFilter {
  @WholeNumberField({ min: 1, max: MAX_LIMIT, optional: true, query: true, description: 'How many rows at most.' })
  limit: number = DEFAULT_LIMIT;

  @TextField({ max: 500, optional: true, description: '`nextCursor` of the page before.' })
  cursor?: string;
}

export class RfmCustomerScores {
  @WholeNumberField({ min: 0, description: 'Whole calendar days from the last purchase to the reference day.' })
  recencyDays: number;

  @WholeNumberField({ min: 1, description: 'Purchases in the window.' })
  frequency: number;

  @CentsField({ signed: true, description: 'Net of refunds and returns.' })
  monetaryCents: number;

  @WholeNumberField({ min: 1, max: MAX_BINS })
  r: number;

  @WholeNumberField({ min: 1, max: MAX_BINS })
  f: number;

  @WholeNumberField({ min: 1, max: MAX_BINS })
  m: number;

  @TextField({ max: 40 })
  segment: string;
}

/** The identity by which staff know the customer; phone numbers and e-mail addresses with their middle covered. */
export class RfmCustomerIdentity {
  @TextField({ max: 40 })
  type: string;

  @TextField({ max: 200 })
  value: string;

  @BooleanField()
  masked: boolean;
}

export class RfmCustomer extends RfmCustomerScores {
  @IdField()
  customerId: string;

  @TextField({ min: 0, max: 200 })
  displayName: string;

  @ObjectField(() => RfmCustomerIdentity, { nullable: true })
  identity: RfmCustomerIdentity | null;

  @TextField({ max: 40, nullable: true, description: 'Segment in the run before; only when it was asked for.' })
  previousSegment: string | null;
}

export class RfmCustomerPage {
  @ListField(() => RfmCustomer, { max: MAX_LIMIT })
  items: RfmCustomer[];

  @TextField({ max: 500, nullable: true })
  nextCursor: string | null;
}

/** The scores of one customer in one run. */
export class RfmStanding extends RfmCustomerScores {
  @IdField()
  runId: string;

  @InstantField()
  computedAt: string;

  @DayField()
  referenceDay: string;

  @ObjectField(() => RfmNames)
  names: RfmNames;
}

export class RfmCustomerHistory {
  @ObjectField(() => RfmStanding, { nullable: true, description: 'In the latest run; null when not scored there.' })
  current: RfmStanding | null;

  @ListField(() => RfmStanding, { max: 400, description: 'In every run whose scores are kept, newest first.' })
  history: RfmStanding[];
}
