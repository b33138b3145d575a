import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { AnswersProblems, CurrentActor, PageQuery, RequirePermission, type Operator } from '@siyu/platform';
import { tiersPermissions } from '../tiers.permissions';
import { VALUE_TEMPLATES } from './domain/templates';
import {
  rulesView,
  ValueLedgerPath,
  ValueRulesChange,
  ValueRulesPage,
  ValueRulesTemplate,
  ValueRulesView,
} from './value-rules.dto';
import { ValueRulesService } from './value-rules.service';
import { ValueTrial, ValueTrialAnswer } from './value-trials.dto';
import { ValueTrialsService } from './value-trials.service';

/** What gives growth value and value score. */
@ApiTags('tiers')
@AnswersProblems()
@Controller('values/:ledger/rules')
export class ValueRulesController {
  constructor(
    private readonly rules: ValueRulesService,
    private readonly trials: ValueTrialsService,
  ) {}

  @Get()
  @RequirePermission(tiersPermissions.read)
  @ApiOkResponse({ type: ValueRulesView })
  async latest(@Param() { ledger }: ValueLedgerPath): Promise<ValueRulesView> {
    return rulesView(await this.rules.latest(ledger));
  }

  @Put()
  @RequirePermission(tiersPermissions.manage)
  @ApiOkResponse({ type: ValueRulesView })
  async replace(
    @Param() { ledger }: ValueLedgerPath,
    @CurrentActor() actor: Operator,
    @Body() { validFrom, ...change }: ValueRulesChange,
  ): Promise<ValueRulesView> {
    const from = validFrom === undefined ? {} : { validFrom: new Date(validFrom) };
    return rulesView(await this.rules.replace(actor, ledger, { ...change, ...from }));
  }

  @Get('versions')
  @RequirePermission(tiersPermissions.read)
  @ApiOkResponse({ type: ValueRulesPage })
  async versions(@Param() { ledger }: ValueLedgerPath, @Query() { limit, cursor }: PageQuery): Promise<ValueRulesPage> {
    const { items, nextCursor } = await this.rules.versions(ledger, limit, cursor);
    return { items: items.map(rulesView), nextCursor };
  }

  @Get('template')
  @RequirePermission(tiersPermissions.read)
  @ApiOkResponse({ type: ValueRulesTemplate })
  template(@Param() { ledger }: ValueLedgerPath): ValueRulesTemplate {
    return { rules: VALUE_TEMPLATES[ledger] };
  }

  @Post('try')
  @HttpCode(200)
  @RequirePermission(tiersPermissions.read)
  @ApiOkResponse({ type: ValueTrialAnswer })
  try(@Param() { ledger }: ValueLedgerPath, @Body() trial: ValueTrial): Promise<ValueTrialAnswer> {
    const { order, event, at, rules } = trial;
    return this.trials.try(ledger, {
      rules,
      ...(at === undefined ? {} : { at: new Date(at) }),
      ...(order ? { order: { ...order, channel: order.channel ?? null } } : {}),
      ...(event ? { event: { type: event.type, source: event.source ?? '', properties: event.properties ?? {} } } : {}),
    });
  }
}
