import { Readable } from 'node:stream';
import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { AnswersProblems, CurrentActor, Idempotent, RequirePermission, type Operator } from '@siyu/platform';
import { pointsPermissions } from '../points.permissions';
import { FulfilmentsService } from './fulfilments.service';
import {
  Cancellation,
  RedemptionPage,
  RedemptionPath,
  RedemptionRequest,
  RedemptionsFilter,
  RedemptionsQuery,
  RedemptionView,
  Shipment,
} from './redemptions.dto';
import { RedemptionsExportsService } from './redemptions-exports.service';
import { RedemptionsQueries } from './redemptions.queries';
import { RedemptionsService } from './redemptions.service';
import { COVERED, redemptionView } from './redemptions.views';
import { askOf } from './requests';

@ApiTags('redemptions')
@AnswersProblems()
@Controller()
export class RedemptionsController {
  constructor(
    private readonly redemptions: RedemptionsService,
    private readonly fulfilments: FulfilmentsService,
    private readonly queries: RedemptionsQueries,
    private readonly exports: RedemptionsExportsService,
  ) {}

  @Post('customers/:id/redemptions')
  @RequirePermission(pointsPermissions.write)
  @Idempotent()
  @ApiCreatedResponse({ type: RedemptionView, description: 'Address and codes covered.' })
  async redeem(
    @Param() { id }: RedemptionPath,
    @Body() body: RedemptionRequest,
    @CurrentActor() actor: Operator,
    @Headers('idempotency-key') key?: string,
  ): Promise<RedemptionView> {
    return redemptionView(await this.redemptions.redeem(actor, id, askOf(body), key), COVERED);
  }

  @Get('redemptions')
  @RequirePermission(pointsPermissions.read)
  @ApiOkResponse({ type: RedemptionPage })
  page(@Query() query: RedemptionsQuery): Promise<RedemptionPage> {
    return this.queries.page(query);
  }

  @Get('redemptions.csv')
  @RequirePermission(pointsPermissions.fulfil)
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' }, description: 'One line per redemption, with addresses; on record.' })
  async csv(@CurrentActor() actor: Operator, @Query() filter: RedemptionsFilter): Promise<StreamableFile> {
    return new StreamableFile(Readable.from(await this.exports.csv(actor, filter)), {
      type: 'text/csv; charset=utf-8',
      disposition: 'attachment; filename="redemptions.csv"',
    });
  }

  @Get('redemptions/:id')
  @RequirePermission(pointsPermissions.read)
  @ApiOkResponse({ type: RedemptionView, description: 'Covered, but for who fulfils; the look is on record.' })
  get(@Param() { id }: RedemptionPath, @CurrentActor() actor: Operator): Promise<RedemptionView> {
    return this.queries.get(actor, id);
  }

  @Post('redemptions/:id/ship')
  @HttpCode(200)
  @RequirePermission(pointsPermissions.fulfil)
  @ApiOkResponse({ type: RedemptionView })
  async ship(
    @Param() { id }: RedemptionPath,
    @Body() { carrier, trackingNo }: Shipment,
    @CurrentActor() actor: Operator,
  ): Promise<RedemptionView> {
    const shipped = await this.fulfilments.ship(actor, await this.queries.keyOf(id), { carrier, trackingNo });
    return redemptionView(shipped, COVERED);
  }

  @Post('redemptions/:id/complete')
  @HttpCode(200)
  @RequirePermission(pointsPermissions.fulfil)
  @ApiOkResponse({ type: RedemptionView })
  async complete(@Param() { id }: RedemptionPath, @CurrentActor() actor: Operator): Promise<RedemptionView> {
    return redemptionView(await this.fulfilments.complete(actor, await this.queries.keyOf(id)), COVERED);
  }

  @Post('redemptions/:id/cancel')
  @HttpCode(200)
  @RequirePermission(pointsPermissions.fulfil)
  @Idempotent()
  @ApiOkResponse({ type: RedemptionView, description: 'Points are given back to their own lots.' })
  async cancel(
    @Param() { id }: RedemptionPath,
    @Body() { reason, restock }: Cancellation,
    @CurrentActor() actor: Operator,
  ): Promise<RedemptionView> {
    return redemptionView(await this.fulfilments.cancel(actor, await this.queries.keyOf(id), reason, restock), COVERED);
  }
}
