import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { decodeIdCursor, pageOf } from '@siyu/kernel';
import {
  AnswersProblems,
  CurrentActor,
  Database,
  Idempotent,
  PageQuery,
  RequirePermission,
  type Operator,
} from '@siyu/platform';
import { tiersPermissions } from '../tiers.permissions';
import { evaluationErrors } from './domain/errors';
import { runView, TierRun, TierRunPage, TierRunPath } from './runs.dto';
import { RunsService } from './runs.service';
import { RunsStore } from './runs.store';

@ApiTags('tiers')
@AnswersProblems()
@Controller('tier-runs')
export class RunsController {
  constructor(
    private readonly runs: RunsService,
    private readonly store: RunsStore,
    private readonly database: Database,
  ) {}

  @Get()
  @RequirePermission(tiersPermissions.read)
  @ApiOkResponse({ type: TierRunPage })
  async list(@Query() { limit, cursor }: PageQuery): Promise<TierRunPage> {
    const found = await this.store.list(this.database.em, limit + 1, cursor ? decodeIdCursor(cursor) : null);
    const { items, nextCursor } = pageOf(found, limit, (last) => [last.runId]);
    return { items: items.map(runView), nextCursor };
  }

  @Post()
  @HttpCode(202)
  @RequirePermission(tiersPermissions.manage)
  @Idempotent()
  @ApiAcceptedResponse({ type: TierRun })
  async request(@CurrentActor() actor: Operator): Promise<TierRun> {
    return runView(await this.runs.request('staff', actor));
  }

  @Get(':id')
  @RequirePermission(tiersPermissions.read)
  @ApiOkResponse({ type: TierRun })
  async get(@Param() { id }: TierRunPath): Promise<TierRun> {
    const run = await this.store.find(this.database.em, id);
    if (!run) throw evaluationErrors.runUnknown();
    return runView(run);
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @RequirePermission(tiersPermissions.manage)
  @ApiOkResponse({ type: TierRun })
  async cancel(@CurrentActor() actor: Operator, @Param() { id }: TierRunPath): Promise<TierRun> {
    return runView(await this.runs.cancel(actor, id));
  }
}
