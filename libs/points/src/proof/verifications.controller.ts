import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { AnswersProblems, CurrentActor, PageQuery, RequirePermission, type Operator } from '@siyu/platform';
import { pointsPermissions } from '../points.permissions';
import { QueuedProofsService } from './queued-proofs.service';
import {
  PointsVerification,
  PointsVerificationPage,
  VerificationPath,
  VerificationRequest,
  verificationView,
} from './verifications.dto';
import { VerificationsService } from './verifications.service';

/** Proofs that the books of the points ledger close. */
@ApiTags('points')
@AnswersProblems()
@Controller('points')
export class VerificationsController {
  constructor(
    private readonly verifications: VerificationsService,
    private readonly queue: QueuedProofsService,
  ) {}

  @Post('verify')
  @RequirePermission(pointsPermissions.manage)
  @ApiCreatedResponse({ type: PointsVerification })
  @ApiAcceptedResponse({ type: PointsVerification, description: 'A large ledger: look again for how far it has come.' })
  async verify(
    @Body() { customerId = null }: VerificationRequest,
    @CurrentActor() actor: Operator,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PointsVerification> {
    const verification = await this.verifications.verify(actor, customerId);
    if (verification.status !== 'done') void reply.status(202);
    return verificationView(verification);
  }

  @Get('verifications')
  @RequirePermission(pointsPermissions.read)
  @ApiOkResponse({ type: PointsVerificationPage })
  async list(@Query() { limit, cursor }: PageQuery): Promise<PointsVerificationPage> {
    const { items, nextCursor } = await this.verifications.list(limit, cursor);
    return { items: items.map(verificationView), nextCursor };
  }

  @Get('verifications/:verificationId')
  @RequirePermission(pointsPermissions.read)
  @ApiOkResponse({ type: PointsVerification })
  async get(@Param() { verificationId }: VerificationPath): Promise<PointsVerification> {
    return verificationView(await this.verifications.get(verificationId));
  }

  @Post('verifications/:verificationId/cancel')
  @HttpCode(200)
  @RequirePermission(pointsPermissions.manage)
  @ApiOkResponse({ type: PointsVerification })
  async cancel(@Param() { verificationId }: VerificationPath): Promise<PointsVerification> {
    return verificationView(await this.queue.cancel(verificationId));
  }
}
