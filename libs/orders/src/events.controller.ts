import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { AnswersProblems, Idempotent, RequirePermission } from '@siyu/platform';
import { takeBatch } from './batches';
import { BatchAnswer } from './batches.dto';
import { EventBatch, IncomingEvent, toEventInput } from './events.dto';
import { EventsService } from './events.service';
import { ordersPermissions } from './orders.permissions';

@ApiTags('events')
@AnswersProblems()
@Controller('events')
export class EventsController {
  constructor(private readonly events: EventsService) {}

  @Post('batch')
  @HttpCode(200)
  @RequirePermission(ordersPermissions.write)
  @Idempotent()
  @ApiOkResponse({ type: BatchAnswer })
  recordBatch(@Body() { events }: EventBatch): Promise<BatchAnswer> {
    return takeBatch('events', IncomingEvent, events, (entries) => this.events.recordBatch(entries.map(toEventInput)));
  }
}
