import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { AnswersProblems, CurrentActor, Idempotent, PageQuery, RequirePermission, type Operator } from '@siyu/platform';
import { rfmPermissions } from './rfm.permissions';
import { RfmRunPage, RfmRunPath, RfmRunView, runView } from './rfm-runs.dto';
import { RfmRunsQueries } from './rfm-runs.queries';
import { RfmRunsService } from './rfm-runs.service';

@ApiTags('rfm')
@AnswersProblems()
@Controller('rfm/runs')
export class RfmRunsController {
  constructor(
    private readonly runs: RfmRunsService,
    private readonly queries: RfmRunsQueries,
  ) {}

  @Get()
  @RequirePermission(rfmPermissions.read)
  @ApiOkResponse({ type: RfmRunPage })
  list(@Query() { limit, cursor }: PageQuery): Promise<RfmRunPage> {
    return this.queries.list(limit, cursor);
  }

  @Post()
  @HttpCode(202)
  @RequirePermission(rfmPermissions.manage)
  @Idempotent()
  @ApiAcceptedResponse({ type: RfmRunView })
  async request(@CurrentActor() actor: Operator): Promise<RfmRunView> {
    return runView(await this.runs.request(actor));
  }

  @Get(':id')
  @RequirePermission(rfmPermissions.read)
  @ApiOkResponse({ type: RfmRunView })
  get(@Param() { id }: RfmRunPath): Promise<RfmRunView> {
    return this.queries.get(id);
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @RequirePermission(rfmPermissions.manage)
  @ApiOkResponse({ type: RfmRunView })
  async cancel(@CurrentActor() actor: Operator, @Param() { id }: RfmRunPath): Promise<RfmRunView> {
    return runView(await this.runs.cancel(actor, id));
  }
}
