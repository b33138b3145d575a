import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { AnswersProblems, CurrentActor, Idempotent, RequirePermission, type Actor } from '@siyu/platform';
import { pointsPermissions } from '../points.permissions';
import { RewardCreation, RewardPath, RewardStateChange, RewardUpdate, StockChange } from './reward-changes.dto';
import { RewardDetail, RewardPage, RewardsQuery } from './rewards.dto';
import { RewardsQueries } from './rewards.queries';
import { newTerms, stockChange, termChanges } from './rewards.requests';
import { RewardsService } from './rewards.service';
import { StocksService } from './stocks.service';

@ApiTags('rewards')
@AnswersProblems()
@Controller('rewards')
export class RewardsController {
  constructor(
    private readonly rewards: RewardsService,
    private readonly stocks: StocksService,
    private readonly queries: RewardsQueries,
  ) {}

  @Get()
  @RequirePermission(pointsPermissions.read)
  @ApiOkResponse({ type: RewardPage })
  page(@Query() query: RewardsQuery): Promise<RewardPage> {
    return this.queries.page(query);
  }

  @Post()
  @RequirePermission(pointsPermissions.rewards)
  @Idempotent()
  @ApiCreatedResponse({ type: RewardDetail })
  async create(@Body() body: RewardCreation, @CurrentActor() actor: Actor): Promise<RewardDetail> {
    return this.queries.get(await this.rewards.create(actor, newTerms(body), body.stock ?? null));
  }

  @Get(':id')
  @RequirePermission(pointsPermissions.read)
  @ApiOkResponse({ type: RewardDetail })
  get(@Param() { id }: RewardPath): Promise<RewardDetail> {
    return this.queries.get(id);
  }

  @Patch(':id')
  @RequirePermission(pointsPermissions.rewards)
  @ApiOkResponse({ type: RewardDetail })
  async change(
    @Param() { id }: RewardPath,
    @Body() body: RewardUpdate,
    @CurrentActor() actor: Actor,
  ): Promise<RewardDetail> {
    await this.rewards.change(actor, id, termChanges(body), body.expectedVersion);
    return this.queries.get(id);
  }

  @Post(':id/publish')
  @HttpCode(200)
  @RequirePermission(pointsPermissions.rewards)
  @ApiOkResponse({ type: RewardDetail })
  async publish(
    @Param() { id }: RewardPath,
    @Body() { expectedVersion }: RewardStateChange,
    @CurrentActor() actor: Actor,
  ): Promise<RewardDetail> {
    await this.rewards.publish(actor, id, expectedVersion);
    return this.queries.get(id);
  }

  @Post(':id/end')
  @HttpCode(200)
  @RequirePermission(pointsPermissions.rewards)
  @ApiOkResponse({ type: RewardDetail })
  async end(
    @Param() { id }: RewardPath,
    @Body() { expectedVersion }: RewardStateChange,
    @CurrentActor() actor: Actor,
  ): Promise<RewardDetail> {
    await this.rewards.end(actor, id, expectedVersion);
    return this.queries.get(id);
  }

  @Post(':id/stock')
  @HttpCode(200)
  @RequirePermission(pointsPermissions.rewards)
  @Idempotent()
  @ApiOkResponse({ type: RewardDetail })
  async changeStock(
    @Param() { id }: RewardPath,
    @Body() body: StockChange,
    @CurrentActor() actor: Actor,
  ): Promise<RewardDetail> {
    await this.stocks.change(actor, id, stockChange(body), body.reason);
    return this.queries.get(id);
  }
}
