import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { AnswersProblems, RequirePermission } from '@siyu/platform';
import { CustomerPath } from './customers.dto';
import { customersPermissions } from './customers.permissions';
import { Timeline, TimelineQuery } from './timelines.dto';
import { TimelinesQueries } from './timelines.queries';

@ApiTags('customers')
@AnswersProblems()
@Controller('customers/:id/timeline')
export class TimelinesController {
  constructor(private readonly timelines: TimelinesQueries) {}

  @Get()
  @RequirePermission(customersPermissions.read)
  @ApiOkResponse({ type: Timeline })
  page(@Param() { id }: CustomerPath, @Query() query: TimelineQuery): Promise<Timeline> {
    return this.timelines.page(id, query);
  }
}
