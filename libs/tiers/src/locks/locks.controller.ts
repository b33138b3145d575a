import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { AnswersProblems, CurrentActor, RequirePermission, type Operator } from '@siyu/platform';
import { tiersPermissions } from '../tiers.permissions';
import { LockDecisionsService } from './lock-decisions.service';
import {
  LiftLockQuery,
  LockedCustomerPath,
  LockTierRequest,
  TierLock,
  TierLockDecision,
  TierLockPage,
  TierLockPath,
  TierLocksQuery,
} from './locks.dto';
import { LocksQueries } from './locks.queries';
import { LocksService } from './locks.service';

/** Tiers given by hand, and a second person's word on them. */
@ApiTags('tiers')
@AnswersProblems()
@Controller()
export class LocksController {
  constructor(
    private readonly locks: LocksService,
    private readonly decisions: LockDecisionsService,
    private readonly queries: LocksQueries,
  ) {}

  @Put('customers/:customerId/tier/lock')
  @RequirePermission(tiersPermissions.lock)
  @ApiOkResponse({ type: TierLock })
  @ApiAcceptedResponse({ type: TierLock, description: 'Waits for somebody who may approve.' })
  async set(
    @Param() { customerId }: LockedCustomerPath,
    @Body() { mayRise = true, note = null, ...asked }: LockTierRequest,
    @CurrentActor() actor: Operator,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TierLock> {
    const lock = await this.locks.set(actor, { customerId, mayRise, note, ...asked });
    void reply.status(lock.status === 'waiting' ? 202 : 200);
    return lock;
  }

  @Delete('customers/:customerId/tier/lock')
  @HttpCode(204)
  @RequirePermission(tiersPermissions.lock)
  @ApiNoContentResponse()
  lift(
    @Param() { customerId }: LockedCustomerPath,
    @Query() { reason }: LiftLockQuery,
    @CurrentActor() actor: Operator,
  ): Promise<void> {
    return this.locks.lift(actor, customerId, reason || null);
  }

  @Get('tier-locks')
  @RequirePermission(tiersPermissions.read)
  @ApiOkResponse({ type: TierLockPage })
  list(@Query() { limit, cursor, ...filter }: TierLocksQuery): Promise<TierLockPage> {
    return this.queries.list(filter, limit, cursor);
  }

  @Get('tier-locks/:customerId/:lockId')
  @RequirePermission(tiersPermissions.read)
  @ApiOkResponse({ type: TierLock })
  get(@Param() { customerId, lockId }: TierLockPath): Promise<TierLock> {
    return this.queries.get(customerId, lockId);
  }

  @Post('tier-locks/:customerId/:lockId/approve')
  @HttpCode(200)
  @RequirePermission(tiersPermissions.approve)
  @ApiOkResponse({ type: TierLock })
  approve(
    @Param() path: TierLockPath,
    @Body() { note = null }: TierLockDecision,
    @CurrentActor() actor: Operator,
  ): Promise<TierLock> {
    return this.decisions.decide(actor, { ...path, status: 'active', note });
  }

  @Post('tier-locks/:customerId/:lockId/refuse')
  @HttpCode(200)
  @RequirePermission(tiersPermissions.approve)
  @ApiOkResponse({ type: TierLock })
  refuse(
    @Param() path: TierLockPath,
    @Body() { note = null }: TierLockDecision,
    @CurrentActor() actor: Operator,
  ): Promise<TierLock> {
    return this.decisions.decide(actor, { ...path, status: 'refused', note });
  }

  @Post('tier-locks/:customerId/:lockId/withdraw')
  @HttpCode(200)
  @RequirePermission(tiersPermissions.lock)
  @ApiOkResponse({ type: TierLock })
  withdraw(
    @Param() path: TierLockPath,
    @Body() { note = null }: TierLockDecision,
    @CurrentActor() actor: Operator,
  ): Promise<TierLock> {
    return this.decisions.decide(actor, { ...path, status: 'withdrawn', note });
  }
}
