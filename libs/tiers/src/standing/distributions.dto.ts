import { DayField, InstantField, ListField, TextField, WholeNumberField } from '@siyu/platform';

export class DistributionQuery {
  @DayField({ optional: true, description: '90 days before `to` when left out.' })
  from?: string;

  @DayField({ optional: true, description: 'Today when left out.' })
  to?: string;
}

/** How many customers were in a tier when a day's evaluation was done. */
export class TierCount {
  @DayField()
  day: string;

  @WholeNumberField({ min: 0 })
  customers: number;
}

export class TierSeries {
  @TextField({ max: 100 })
  key: string;

  @TextField({ max: 100 })
  name: string;

  @TextField({ max: 7, nullable: true, description: 'Null for a tier that is no longer in force.' })
  colour: string | null;

  @WholeNumberField({ min: 0 })
  rank: number;

  @WholeNumberField({ min: 0, nullable: true, description: 'Now; null for a tier that is no longer in force.' })
  customers: number | null;

  @ListField(() => TierCount, { max: 1200 })
  days: TierCount[];
}

export class TierDistribution {
  @DayField()
  from: string;

  @DayField()
  to: string;

  @ListField(() => TierSeries, { max: 200, description: 'The lowest first.' })
  tiers: TierSeries[];

  @InstantField({ description: 'When the present numbers were counted.' })
  computedAt: Date;
}
