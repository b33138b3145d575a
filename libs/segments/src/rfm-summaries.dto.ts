import {
  ChoiceField,
  IdField,
  InstantField,
  ListField,
  NumberField,
  ObjectField,
  TextField,
  TextListField,
  WholeNumberField,
} from '@siyu/platform';
import { RfmRunView } from './rfm-runs.dto';
import { RfmNames, RfmSegment } from './rfm-schemes.dto';

/** Which run; the latest finished one when left out. */
export class RfmRunQuery {
  @IdField({ optional: true })
  runId?: string;
}

export class RfmFigures {
  @WholeNumberField()
  customers: number;

  @WholeNumberField({ description: 'Purchases in the window.' })
  orders: number;

  @WholeNumberField({ description: 'Net of refunds and returns; negative when more came back than was bought.' })
  netCents: number;

  @WholeNumberField({ nullable: true, description: 'Per customer.' })
  averageNetCents: number | null;

  @NumberField({ nullable: true, description: 'Per customer.' })
  averageOrders: number | null;

  @NumberField({ nullable: true })
  averageRecencyDays: number | null;
}

class RfmSharedFigures extends RfmFigures {
  @NumberField({ nullable: true, description: 'Part of all scored customers, 0 to 1.' })
  customersShare: number | null;

  @NumberField({ nullable: true, description: 'Part of the net revenue; null when that is not positive.' })
  netShare: number | null;
}

export class RfmSegmentFigures extends RfmSharedFigures implements RfmSegment {
  @TextField({ max: 40 })
  code: string;

  @ObjectField(() => RfmNames)
  names: RfmNames;

  @WholeNumberField({ min: 1 })
  rank: number;
}

export class RfmGridFigures extends RfmSharedFigures {
  @WholeNumberField({ min: 1, max: 10 })
  r: number;

  @WholeNumberField({ min: 1, max: 10 })
  f: number;
}

/** A number per score. */
export class RfmScores {
  @NumberField()
  r: number;

  @NumberField()
  f: number;

  @NumberField()
  m: number;
}

export class RfmWarning {
  @ChoiceField(['few-buyers', 'short-history', 'mixed-currencies'])
  code: 'few-buyers' | 'short-history' | 'mixed-currencies';

  @WholeNumberField({ optional: true, description: 'Buyers or days that there are.' })
  found?: number;

  @WholeNumberField({ optional: true, description: 'Buyers or days that there should be.' })
  wanted?: number;

  @TextListField({ max: 200, maxLength: 3, optional: true })
  currencies?: string[];
}

export class RfmSummary {
  @ObjectField(() => RfmRunView)
  run: RfmRunView;

  @InstantField()
  computedAt: string;

  @WholeNumberField({ description: 'All customers.' })
  customersCount: number;

  @WholeNumberField({ description: 'Customers without a purchase in the window: they have no scores.' })
  inactiveCount: number;

  @TextListField({ max: 200, maxLength: 3, description: 'Currencies of the orders that counted.' })
  currencies: string[];

  @ObjectField(() => RfmFigures, { description: 'All scored customers.' })
  whole: RfmFigures;

  @ObjectField(() => RfmScores, { nullable: true, description: 'What `average8` compares with.' })
  averageScores: RfmScores | null;

  @ListField(() => RfmSegmentFigures, { max: 100, description: 'Every segment of the scheme, best first.' })
  segments: RfmSegmentFigures[];

  @ObjectField(() => RfmScores, { description: 'Scores per axis.' })
  bins: RfmScores;

  @ListField(() => RfmGridFigures, { max: 100, description: 'Every combination of R and F.' })
  grid: RfmGridFigures[];

  @ListField(() => RfmWarning, { max: 10 })
  warnings: RfmWarning[];
}
