import { IdField, InstantField, ListField, ObjectField, TextField, WholeNumberField } from '@siyu/platform';
import { LadderTier } from './ladder-terms.dto';

export class TierPopulation extends LadderTier {
  @WholeNumberField({ min: 0, description: '0 for the lowest tier.' })
  rank: number;

  @WholeNumberField({
    min: 0,
    description: 'Customers who stand in it now; those with a lock by the tier of the lock.',
  })
  customers: number;
}

export class LadderInForce {
  @IdField()
  id: string;

  @TextField({ max: 100 })
  name: string;

  @WholeNumberField({ min: 1 })
  version: number;

  @InstantField()
  effectiveFrom: string;
}

export class TierPopulations {
  @ObjectField(() => LadderInForce, { nullable: true, description: 'Null before the first ladder is in force.' })
  ladder: LadderInForce | null;

  @ListField(() => TierPopulation, { max: 100, description: 'Lowest first.' })
  tiers: TierPopulation[];

  @WholeNumberField({ min: 0 })
  totalCustomers: number;

  @InstantField()
  computedAt: string;
}
