import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { AnswersProblems, CurrentMember, Idempotent, MemberOnly, PageQuery, type MemberActor } from '@siyu/platform';
import { FulfilmentsService } from './fulfilments.service';
import { MemberRewardPage } from './member-rewards.dto';
import { MemberRewardsQueries } from './member-rewards.queries';
import {
  MemberRedemption,
  MemberRedemptionPage,
  OwnCancellation,
  RedemptionPath,
  RedemptionRequest,
} from './redemptions.dto';
import { RedemptionsQueries } from './redemptions.queries';
import { RedemptionsService } from './redemptions.service';
import { memberRedemption } from './redemptions.views';
import { askOf } from './requests';

/** The member's own rewards. Whose they are is in the token and nowhere else. */
@ApiTags('me')
@AnswersProblems()
@MemberOnly()
@Controller('me')
export class MemberRewardsController {
  constructor(
    private readonly rewards: MemberRewardsQueries,
    private readonly redemptions: RedemptionsService,
    private readonly fulfilments: FulfilmentsService,
    private readonly queries: RedemptionsQueries,
  ) {}

  @Get('rewards')
  @ApiOkResponse({ type: MemberRewardPage })
  offers(@Query() { limit, cursor }: PageQuery, @CurrentMember() member: MemberActor): Promise<MemberRewardPage> {
    return this.rewards.page(member.customerId, limit, cursor);
  }

  @Get('redemptions')
  @ApiOkResponse({ type: MemberRedemptionPage })
  page(@Query() { limit, cursor }: PageQuery, @CurrentMember() member: MemberActor): Promise<MemberRedemptionPage> {
    return this.queries.ownPage(member.customerId, limit, cursor);
  }

  @Post('redemptions')
  @Idempotent()
  @ApiCreatedResponse({ type: MemberRedemption })
  async redeem(
    @Body() body: RedemptionRequest,
    @CurrentMember() member: MemberActor,
    @Headers('idempotency-key') key?: string,
  ): Promise<MemberRedemption> {
    const made = await this.redemptions.redeem(member, member.customerId, askOf(body), key);
    return memberRedemption(made, { address: true, codes: true });
  }

  @Get('redemptions/:id')
  @ApiOkResponse({ type: MemberRedemption })
  get(@Param() { id }: RedemptionPath, @CurrentMember() member: MemberActor): Promise<MemberRedemption> {
    return this.queries.own(member.customerId, id);
  }

  @Post('redemptions/:id/cancel')
  @HttpCode(200)
  @Idempotent()
  @ApiOkResponse({ type: MemberRedemption, description: 'Until the parcel has left; the points are given back.' })
  async cancel(
    @Param() { id }: RedemptionPath,
    @Body() { reason }: OwnCancellation,
    @CurrentMember() member: MemberActor,
  ): Promise<MemberRedemption> {
    const key = { customerId: member.customerId, redemptionId: id };
    const cancelled = await this.fulfilments.cancel(member, key, reason ?? null);
    return memberRedemption(cancelled, { address: true, codes: true });
  }
}
