import {
  BooleanField,
  ChoiceField,
  InstantField,
  ListField,
  TextField,
  TextListField,
  WholeNumberField,
} from '@siyu/platform';
import { LIMIT_PERIODS, type LimitPeriod } from './domain/rewards';
import { RewardFields } from './rewards.dto';

const REASONS = ['not-yet', 'over', 'not-published', 'tier', 'limit-reached', 'sold-out', 'too-few-points'] as const;

/** Why a reward can't be redeemed now. */
export class ObstacleView {
  @ChoiceField(REASONS)
  reason: (typeof REASONS)[number];

  @InstantField({ optional: true, description: 'With `not-yet`.' })
  from?: string;

  @TextListField({ max: 50, maxLength: 60, optional: true, description: 'With `tier`: whom it is for.' })
  tiers?: string[];

  @WholeNumberField({ min: 1, optional: true, description: 'With `limit-reached`.' })
  limit?: number;

  @ChoiceField(LIMIT_PERIODS, { optional: true, nullable: true, description: 'With `limit-reached`; null: for ever.' })
  period?: LimitPeriod | null;

  @WholeNumberField({ min: 1, optional: true, description: 'With `too-few-points`.' })
  missing?: number;
}

export class MemberReward extends RewardFields {
  @BooleanField()
  redeemable: boolean;

  @ListField(() => ObstacleView, { max: 10, description: 'All that stands in the way of one; empty when redeemable.' })
  obstacles: ObstacleView[];
}

export class MemberRewardPage {
  @ListField(() => MemberReward, { max: 200 })
  items: MemberReward[];

  @TextField({ max: 500, nullable: true })
  nextCursor: string | null;

  @WholeNumberField({ min: 0, description: 'Points that the member can spend.' })
  spendable: number;
}
