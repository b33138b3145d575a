import { Body, Controller, HttpStatus, Param, Post, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { AnswersProblems, Idempotent, RequirePermission } from '@siyu/platform';
import { SourceKeyPath } from './orders.dto';
import { ordersPermissions } from './orders.permissions';
import { IncomingRefund, RefundAnswer, toRefundAnswer, toRefundInput } from './refunds.dto';
import { RefundsService } from './refunds.service';

@ApiTags('orders')
@AnswersProblems()
@Controller('orders/:source/:externalId/refunds')
export class RefundsController {
  constructor(private readonly refunds: RefundsService) {}

  @Post()
  @RequirePermission(ordersPermissions.write)
  @Idempotent()
  @ApiCreatedResponse({ type: RefundAnswer, description: 'Recorded, or known already.' })
  @ApiAcceptedResponse({ type: RefundAnswer, description: 'Kept until the order comes.' })
  async record(
    @Param() key: SourceKeyPath,
    @Body() body: IncomingRefund,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RefundAnswer> {
    const refund = await this.refunds.record(key, toRefundInput(body));
    void reply.status(refund.applied ? HttpStatus.CREATED : HttpStatus.ACCEPTED);
    return toRefundAnswer(refund);
  }
}
