import { MAX_CENTS } from '@siyu/kernel';
import {
  CentsField,
  ChoiceField,
  IdField,
  InstantField,
  ListField,
  ObjectField,
  PageQuery,
  TextField,
  TextListField,
  WholeNumberField,
} from '@siyu/platform';
import {
  LIMIT_PERIODS,
  REWARD_KINDS,
  REWARD_STATUSES,
  type LimitPeriod,
  type RewardKind,
  type RewardStatus,
} from './domain/rewards';

/** A reward as everybody sees it. */
export class RewardFields {
  @IdField()
  id: string;

  @TextField({ max: 100 })
  name: string;

  @TextField({ max: 5000, min: 0 })
  description: string;

  @TextField({ max: 1000, nullable: true, format: 'uri' })
  pictureUrl: string | null;

  @ChoiceField(REWARD_KINDS)
  kind: RewardKind;

  @WholeNumberField({ min: 1 })
  pricePoints: number;

  @WholeNumberField({
    min: 0,
    nullable: true,
    description:
      'How many can be had now, of a coupon also by its codes, of which at most 1000 are counted; null: unlimited.',
  })
  left: number | null;

  @WholeNumberField({ min: 1, nullable: true })
  limitTotal: number | null;

  @WholeNumberField({ min: 1, nullable: true })
  limitPerPeriod: number | null;

  @ChoiceField(LIMIT_PERIODS, { nullable: true })
  limitPeriod: LimitPeriod | null;

  @TextListField({ max: 50, maxLength: 60 })
  tiers: string[];

  @InstantField({ nullable: true })
  validFrom: string | null;

  @InstantField({ nullable: true })
  validTo: string | null;
}

export class CodeCountsView {
  @WholeNumberField({ min: 0 })
  free: number;

  @WholeNumberField({ min: 0 })
  used: number;

  @WholeNumberField({ min: 0, description: 'Seen, and then their redemption was cancelled.' })
  void: number;
}

export class RewardView extends RewardFields {
  @CentsField({ nullable: true })
  marketValueCents: number | null;

  @TextField({ max: 3, nullable: true })
  currency: string | null;

  @WholeNumberField({ min: 0, nullable: true, description: 'Null: unlimited.' })
  stock: number | null;

  @ChoiceField(REWARD_STATUSES)
  status: RewardStatus;

  @WholeNumberField()
  sortOrder: number;

  @WholeNumberField({ min: 1 })
  version: number;

  @InstantField()
  createdAt: string;

  @InstantField()
  updatedAt: string;
}

export class CatalogueReward extends RewardView {
  @WholeNumberField({ min: 0, max: MAX_CENTS, description: 'Units redeemed and not cancelled.' })
  redeemed: number;

  @WholeNumberField({ min: 0, description: 'Redemptions waiting to be shipped.' })
  toShip: number;
}

export class RewardPage {
  @ListField(() => CatalogueReward, { max: 200 })
  items: CatalogueReward[];

  @TextField({ max: 500, nullable: true })
  nextCursor: string | null;
}

export class RewardsQuery extends PageQuery {
  @ChoiceField(REWARD_STATUSES, { optional: true })
  status?: RewardStatus;

  @ChoiceField(REWARD_KINDS, { optional: true })
  kind?: RewardKind;
}

export class RewardFigures {
  @WholeNumberField({ min: 0, max: MAX_CENTS, description: 'Units redeemed and not cancelled.' })
  redeemed: number;

  @WholeNumberField({ min: 0, max: MAX_CENTS })
  points: number;

  @CentsField({ description: 'Their market value at the time.' })
  valueCents: number;

  @WholeNumberField({ min: 0, description: 'Redemptions waiting to be shipped.' })
  toShip: number;
}

export class RewardDetail extends RewardView {
  @ObjectField(() => CodeCountsView, { nullable: true, description: 'Of a coupon.' })
  codes: CodeCountsView | null;

  @ObjectField(() => RewardFigures)
  figures: RewardFigures;
}
