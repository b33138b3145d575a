import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { AnswersProblems, CurrentActor, RequirePermission, type Operator } from '@siyu/platform';
import { ActKey } from '../ledger/act-keys';
import { AdjustRequest, CustomerPath, LedgerEntry } from '../ledger/acts.dto';
import { pointsPermissions } from '../points.permissions';
import {
  AdjustmentDecision,
  AdjustmentPath,
  AdjustmentsQuery,
  adjustmentView,
  PointsAdjustment,
  PointsAdjustmentPage,
} from './adjustments.dto';
import { AdjustmentsService } from './adjustments.service';
import { DecisionsService } from './decisions.service';

/** Corrections by hand, and a second person's word on large ones. */
@ApiTags('points')
@AnswersProblems()
@Controller()
export class AdjustmentsController {
  constructor(
    private readonly adjustments: AdjustmentsService,
    private readonly decisions: DecisionsService,
  ) {}

  @Post('customers/:customerId/points/adjust')
  @RequirePermission(pointsPermissions.adjust)
  @ApiHeader({ name: 'Idempotency-Key', required: false, description: 'Makes a repeated request safe, for good.' })
  @ApiCreatedResponse({ type: LedgerEntry })
  @ApiAcceptedResponse({ type: PointsAdjustment, description: 'Above the limit: waits for a second person.' })
  async adjust(
    @Param() { customerId }: CustomerPath,
    @Body() body: AdjustRequest,
    @ActKey() key: string,
    @CurrentActor() actor: Operator,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<LedgerEntry | PointsAdjustment> {
    const adjusted = await this.adjustments.adjust(actor, { customerId, ...body, key });
    if (adjusted.replayed) void reply.header('idempotent-replay', 'true');
    if ('entry' in adjusted) return adjusted.entry!;
    void reply.status(202);
    return adjustmentView(adjusted.adjustment);
  }

  @Get('points/adjustments')
  @RequirePermission(pointsPermissions.read)
  @ApiOkResponse({ type: PointsAdjustmentPage })
  async list(@Query() { limit, cursor, ...filter }: AdjustmentsQuery): Promise<PointsAdjustmentPage> {
    const { items, nextCursor } = await this.adjustments.list(filter, limit, cursor);
    return { items: items.map(adjustmentView), nextCursor };
  }

  @Get('points/adjustments/:customerId/:adjustmentId')
  @RequirePermission(pointsPermissions.read)
  @ApiOkResponse({ type: PointsAdjustment })
  async get(@Param() { customerId, adjustmentId }: AdjustmentPath): Promise<PointsAdjustment> {
    return adjustmentView(await this.adjustments.get(customerId, adjustmentId));
  }

  @Post('points/adjustments/:customerId/:adjustmentId/approve')
  @HttpCode(200)
  @RequirePermission(pointsPermissions.approve)
  @ApiOkResponse({ type: PointsAdjustment })
  async approve(
    @Param() path: AdjustmentPath,
    @Body() { note = null }: AdjustmentDecision,
    @CurrentActor() actor: Operator,
  ): Promise<PointsAdjustment> {
    return adjustmentView(await this.decisions.decide(actor, { ...path, status: 'approved', note }));
  }

  @Post('points/adjustments/:customerId/:adjustmentId/refuse')
  @HttpCode(200)
  @RequirePermission(pointsPermissions.approve)
  @ApiOkResponse({ type: PointsAdjustment })
  async refuse(
    @Param() path: AdjustmentPath,
    @Body() { note = null }: AdjustmentDecision,
    @CurrentActor() actor: Operator,
  ): Promise<PointsAdjustment> {
    return adjustmentView(await this.decisions.decide(actor, { ...path, status: 'refused', note }));
  }

  @Post('points/adjustments/:customerId/:adjustmentId/withdraw')
  @HttpCode(200)
  @RequirePermission(pointsPermissions.adjust)
  @ApiOkResponse({ type: PointsAdjustment })
  async withdraw(
    @Param() path: AdjustmentPath,
    @Body() { note = null }: AdjustmentDecision,
    @CurrentActor() actor: Operator,
  ): Promise<PointsAdjustment> {
    return adjustmentView(await this.decisions.decide(actor, { ...path, status: 'withdrawn', note }));
  }
}
