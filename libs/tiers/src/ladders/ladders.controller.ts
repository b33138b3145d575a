import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { AnswersProblems, CurrentActor, Idempotent, RequirePermission, type Operator } from '@siyu/platform';
import { tiersPermissions } from '../tiers.permissions';
import { LadderCheck, LadderCheckAnswer } from './checks.dto';
import { ChecksService } from './checks.service';
import { LADDER_TEMPLATES } from './domain/templates';
import {
  LadderChange,
  LadderCreation,
  LadderPage,
  LadderPath,
  LadderQuery,
  LadderTemplateList,
  LadderView,
} from './ladders.dto';
import { LaddersQueries } from './ladders.queries';
import { LaddersService } from './ladders.service';

@ApiTags('tiers')
@AnswersProblems()
@Controller('tier-ladders')
export class LaddersController {
  constructor(
    private readonly ladders: LaddersService,
    private readonly queries: LaddersQueries,
    private readonly checks: ChecksService,
  ) {}

  @Get()
  @RequirePermission(tiersPermissions.read)
  @ApiOkResponse({ type: LadderPage })
  list(@Query() { limit, cursor, archived = false }: LadderQuery): Promise<LadderPage> {
    return this.queries.page(archived, limit, cursor);
  }

  @Post()
  @RequirePermission(tiersPermissions.manage)
  @Idempotent()
  @ApiCreatedResponse({ type: LadderView })
  async create(@CurrentActor() actor: Operator, @Body() { name, ...source }: LadderCreation): Promise<LadderView> {
    return this.queries.view(await this.ladders.create(actor, name, source));
  }

  @Get('templates')
  @RequirePermission(tiersPermissions.read)
  @ApiOkResponse({ type: LadderTemplateList })
  templates(): LadderTemplateList {
    return { items: [...LADDER_TEMPLATES] };
  }

  @Post('check')
  @HttpCode(200)
  @RequirePermission(tiersPermissions.read)
  @ApiOkResponse({ type: LadderCheckAnswer })
  check(@Body() { terms }: LadderCheck): Promise<LadderCheckAnswer> {
    return this.checks.check(terms);
  }

  @Get(':id')
  @RequirePermission(tiersPermissions.read)
  @ApiOkResponse({ type: LadderView })
  get(@Param() { id }: LadderPath): Promise<LadderView> {
    return this.queries.get(id);
  }

  @Put(':id')
  @RequirePermission(tiersPermissions.manage)
  @ApiOkResponse({ type: LadderView })
  async save(
    @CurrentActor() actor: Operator,
    @Param() { id }: LadderPath,
    @Body() change: LadderChange,
  ): Promise<LadderView> {
    return this.queries.view(await this.ladders.save(actor, id, change));
  }

  @Delete(':id')
  @HttpCode(204)
  @RequirePermission(tiersPermissions.manage)
  @ApiNoContentResponse()
  archive(@CurrentActor() actor: Operator, @Param() { id }: LadderPath): Promise<void> {
    return this.ladders.archive(actor, id);
  }
}
