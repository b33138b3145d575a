import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { AnswersProblems, RequirePermission } from '@siyu/platform';
import { rfmPermissions } from './rfm.permissions';
import { RfmMovement, RfmMovementQuery } from './rfm-movements.dto';
import { RfmMovementsQueries } from './rfm-movements.queries';
import { RfmRunQuery, RfmSummary } from './rfm-summaries.dto';
import { RfmSummariesQueries } from './rfm-summaries.queries';

@ApiTags('rfm')
@AnswersProblems()
@Controller('rfm')
export class RfmSummariesController {
  constructor(
    private readonly summaries: RfmSummariesQueries,
    private readonly movements: RfmMovementsQueries,
  ) {}

  @Get('summary')
  @RequirePermission(rfmPermissions.read)
  @ApiOkResponse({ type: RfmSummary })
  summary(@Query() { runId }: RfmRunQuery): Promise<RfmSummary> {
    return this.summaries.summary(runId);
  }

  @Get('movement')
  @RequirePermission(rfmPermissions.read)
  @ApiOkResponse({ type: RfmMovement })
  movement(@Query() query: RfmMovementQuery): Promise<RfmMovement> {
    return this.movements.movement(query);
  }
}
