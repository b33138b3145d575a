import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  AnswersProblems,
  CurrentMember,
  IdField,
  MemberOnly,
  PageQuery,
  RequirePermission,
  type MemberActor,
} from '@siyu/platform';
import { tiersPermissions } from '../tiers.permissions';
import { DistributionQuery, TierDistribution } from './distributions.dto';
import { DistributionsQueries } from './distributions.queries';
import { CustomerTier, MyTier } from './explanations.dto';
import { ExplanationsService } from './explanations.service';
import { CustomerTierMovePage } from './moves.dto';
import { MovesQueries } from './moves.queries';

class TierOfCustomerPath {
  @IdField()
  customerId: string;
}

/** Where customers stand, and why. */
@ApiTags('tiers')
@AnswersProblems()
@Controller()
export class StandingController {
  constructor(
    private readonly explanations: ExplanationsService,
    private readonly moves: MovesQueries,
    private readonly distributions: DistributionsQueries,
  ) {}

  @Get('customers/:customerId/tier')
  @RequirePermission(tiersPermissions.read)
  @ApiOkResponse({ type: CustomerTier })
  tier(@Param() { customerId }: TierOfCustomerPath): Promise<CustomerTier> {
    return this.explanations.explain(customerId);
  }

  @Get('customers/:customerId/tier/moves')
  @RequirePermission(tiersPermissions.read)
  @ApiOkResponse({ type: CustomerTierMovePage })
  history(
    @Param() { customerId }: TierOfCustomerPath,
    @Query() { limit, cursor }: PageQuery,
  ): Promise<CustomerTierMovePage> {
    return this.moves.page(customerId, limit, cursor);
  }

  @Get('tiers/distribution')
  @RequirePermission(tiersPermissions.read)
  @ApiOkResponse({ type: TierDistribution })
  distribution(@Query() range: DistributionQuery): Promise<TierDistribution> {
    return this.distributions.between(range);
  }
}

/** Her own tier, for the member who asks. */
@ApiTags('me')
@AnswersProblems()
@Controller('me/tier')
export class MyTierController {
  constructor(private readonly explanations: ExplanationsService) {}

  @Get()
  @MemberOnly()
  @ApiOkResponse({ type: MyTier })
  tier(@CurrentMember() { customerId }: MemberActor): Promise<MyTier> {
    return this.explanations.explainToMember(customerId);
  }
}
