import {
  BooleanField,
  CentsField,
  ChoiceField,
  IdField,
  InstantField,
  TextField,
  TextListField,
  WholeNumberField,
} from '@siyu/platform';
import { LIMIT_PERIODS, REWARD_KINDS, type LimitPeriod, type RewardKind } from './domain/rewards';

const MAX_PRICE = 1_000_000_000;
const MAX_STOCK = 1_000_000_000;
const MAX_LIMIT_COUNT = 1_000_000;

export class RewardPath {
  @IdField()
  id: string;
}

export class RewardCreation {
  @TextField({ max: 100 })
  name: string;

  @TextField({ max: 5000, optional: true, keepSpace: true, description: 'Plain text; empty by default.' })
  description?: string;

  @TextField({ max: 1000, pattern: /^https:\/\/[^\s"'<>\\]+$/, format: 'uri', optional: true, nullable: true })
  pictureUrl?: string | null;

  @ChoiceField(REWARD_KINDS, { description: 'A coupon hands out codes, goods are sent, a course is there at once.' })
  kind: RewardKind;

  @WholeNumberField({ min: 1, max: MAX_PRICE })
  pricePoints: number;

  @CentsField({ optional: true, nullable: true, description: 'What one is worth to the house.' })
  marketValueCents?: number | null;

  @WholeNumberField({
    min: 0,
    max: MAX_STOCK,
    optional: true,
    nullable: true,
    description: 'Null, the default: unlimited.',
  })
  stock?: number | null;

  @WholeNumberField({
    min: 1,
    max: MAX_LIMIT_COUNT,
    optional: true,
    nullable: true,
    description: 'Per customer, for ever.',
  })
  limitTotal?: number | null;

  @WholeNumberField({
    min: 1,
    max: MAX_LIMIT_COUNT,
    optional: true,
    nullable: true,
    description: 'Per customer and period.',
  })
  limitPerPeriod?: number | null;

  @ChoiceField(LIMIT_PERIODS, { optional: true, nullable: true, description: 'In the time zone of the programme.' })
  limitPeriod?: LimitPeriod | null;

  @TextListField({
    max: 50,
    maxLength: 60,
    optional: true,
    description: 'Codes of tiers; empty, the default: for everybody.',
  })
  tiers?: string[];

  @InstantField({ optional: true, nullable: true })
  validFrom?: string | null;

  @InstantField({ optional: true, nullable: true, description: 'The first instant at which it is over.' })
  validTo?: string | null;

  @WholeNumberField({
    min: -1_000_000,
    max: 1_000_000,
    optional: true,
    description: 'Small comes first; 0 by default.',
  })
  sortOrder?: number;
}

/** What is left out stays as it is. The stock changes by `POST /rewards/{id}/stock`. */
export class RewardUpdate {
  @WholeNumberField({ min: 1, description: 'The version that was changed; refused when there is a newer one.' })
  expectedVersion: number;

  @TextField({ max: 100, min: 1, optional: true })
  name?: string;

  @TextField({ max: 5000, optional: true, keepSpace: true })
  description?: string;

  @TextField({ max: 1000, pattern: /^https:\/\/[^\s"'<>\\]+$/, format: 'uri', optional: true, nullable: true })
  pictureUrl?: string | null;

  @ChoiceField(REWARD_KINDS, { optional: true, description: 'Only of a draft without codes and redemptions.' })
  kind?: RewardKind;

  @WholeNumberField({ min: 1, max: MAX_PRICE, optional: true })
  pricePoints?: number;

  @CentsField({ optional: true, nullable: true })
  marketValueCents?: number | null;

  @WholeNumberField({ min: 1, max: MAX_LIMIT_COUNT, optional: true, nullable: true })
  limitTotal?: number | null;

  @WholeNumberField({ min: 1, max: MAX_LIMIT_COUNT, optional: true, nullable: true })
  limitPerPeriod?: number | null;

  @ChoiceField(LIMIT_PERIODS, { optional: true, nullable: true })
  limitPeriod?: LimitPeriod | null;

  @TextListField({ max: 50, maxLength: 60, optional: true })
  tiers?: string[];

  @InstantField({ optional: true, nullable: true })
  validFrom?: string | null;

  @InstantField({ optional: true, nullable: true })
  validTo?: string | null;

  @WholeNumberField({ min: -1_000_000, max: 1_000_000, optional: true })
  sortOrder?: number;
}

export class RewardStateChange {
  @WholeNumberField({ min: 1, optional: true, description: 'Refused when there is a newer version.' })
  expectedVersion?: number;
}

export class StockChange {
  @WholeNumberField({
    min: -MAX_STOCK,
    max: MAX_STOCK,
    optional: true,
    description: 'So many more or fewer; never below zero. One of `delta`, `limitTo` and `unlimited`.',
  })
  delta?: number;

  @WholeNumberField({ min: 0, max: MAX_STOCK, optional: true, description: 'Gives an unlimited stock a limit.' })
  limitTo?: number;

  @BooleanField({ optional: true, description: '`true` takes the limit away.' })
  unlimited?: boolean;

  @TextField({ max: 200 })
  reason: string;
}
