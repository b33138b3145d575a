import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { AnswersProblems, RequirePermission } from '@siyu/platform';
import { tiersPermissions } from '../tiers.permissions';
import { TierPopulations } from './populations.dto';
import { PopulationsQueries } from './populations.queries';

@ApiTags('tiers')
@AnswersProblems()
@Controller('tiers')
export class PopulationsController {
  constructor(private readonly queries: PopulationsQueries) {}

  @Get()
  @RequirePermission(tiersPermissions.read)
  @ApiOkResponse({ type: TierPopulations })
  now(): Promise<TierPopulations> {
    return this.queries.now();
  }
}
