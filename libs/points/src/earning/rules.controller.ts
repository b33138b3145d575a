import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { AnswersProblems, CurrentActor, Idempotent, RequirePermission, type Operator } from '@siyu/platform';
import { pointsPermissions } from '../points.permissions';
import { RuleChangeBody, RuleCreation, RulePage, RulePath, RuleQuery, RuleVersionList, RuleView } from './rules.dto';
import { RulesQueries } from './rules.queries';
import { RulesService } from './rules.service';
import { Trial, TrialAnswer } from './trials.dto';
import { TrialsService } from './trials.service';
import { changeOf, frameOf, ruleView, versionView } from './rules.views';

@ApiTags('points')
@AnswersProblems()
@Controller('points/rules')
export class RulesController {
  constructor(
    private readonly rules: RulesService,
    private readonly queries: RulesQueries,
    private readonly trials: TrialsService,
  ) {}

  @Get()
  @RequirePermission(pointsPermissions.read)
  @ApiOkResponse({ type: RulePage })
  async list(@Query() { limit, cursor, trigger, status }: RuleQuery): Promise<RulePage> {
    const { items, nextCursor } = await this.queries.page({ trigger, status }, limit, cursor);
    return { items: items.map(ruleView), nextCursor };
  }

  @Post()
  @RequirePermission(pointsPermissions.manage)
  @Idempotent()
  @ApiCreatedResponse({ type: RuleView })
  async create(@CurrentActor() actor: Operator, @Body() creation: RuleCreation): Promise<RuleView> {
    const { validFrom, validTo, budgetPoints, ...sent } = creation;
    return ruleView(await this.rules.create(actor, sent, frameOf({ validFrom, validTo, budgetPoints })));
  }

  @Post('try')
  @HttpCode(200)
  @RequirePermission(pointsPermissions.read)
  @ApiOkResponse({ type: TrialAnswer })
  try(@Body() trial: Trial): Promise<TrialAnswer> {
    return this.trials.try(trial);
  }

  @Get(':id')
  @RequirePermission(pointsPermissions.read)
  @ApiOkResponse({ type: RuleView })
  async get(@Param() { id }: RulePath): Promise<RuleView> {
    return ruleView(await this.queries.get(id));
  }

  @Patch(':id')
  @RequirePermission(pointsPermissions.manage)
  @ApiOkResponse({ type: RuleView })
  async change(
    @CurrentActor() actor: Operator,
    @Param() { id }: RulePath,
    @Body() change: RuleChangeBody,
  ): Promise<RuleView> {
    return ruleView(await this.rules.change(actor, id, changeOf(change), change.expectedVersion));
  }

  @Get(':id/versions')
  @RequirePermission(pointsPermissions.read)
  @ApiOkResponse({ type: RuleVersionList })
  async versions(@Param() { id }: RulePath): Promise<RuleVersionList> {
    return { items: (await this.queries.versions(id)).map(versionView) };
  }

  @Post(':id/activate')
  @HttpCode(200)
  @RequirePermission(pointsPermissions.manage)
  @ApiOkResponse({ type: RuleView })
  async activate(@CurrentActor() actor: Operator, @Param() { id }: RulePath): Promise<RuleView> {
    return ruleView(await this.rules.act(actor, id, 'activate'));
  }

  @Post(':id/pause')
  @HttpCode(200)
  @RequirePermission(pointsPermissions.manage)
  @ApiOkResponse({ type: RuleView })
  async pause(@CurrentActor() actor: Operator, @Param() { id }: RulePath): Promise<RuleView> {
    return ruleView(await this.rules.act(actor, id, 'pause'));
  }

  @Post(':id/close')
  @HttpCode(200)
  @RequirePermission(pointsPermissions.manage)
  @ApiOkResponse({ type: RuleView })
  async close(@CurrentActor() actor: Operator, @Param() { id }: RulePath): Promise<RuleView> {
    return ruleView(await this.rules.act(actor, id, 'close'));
  }
}
