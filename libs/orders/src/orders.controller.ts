import { Body, Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { AnswersProblems, CONFIG, Idempotent, RequirePermission, type Config } from '@siyu/platform';
import { BatchAnswer } from './batches.dto';
import { takeBatch } from './batches';
import { IncomingOrder, OrderBatch, OrderDetails, SourceKeyPath, toOrderInput } from './orders.dto';
import { ordersPermissions } from './orders.permissions';
import { OrdersQueries } from './orders.queries';
import { OrdersService } from './orders.service';

@ApiTags('orders')
@AnswersProblems()
@Controller('orders')
export class OrdersController {
  constructor(
    private readonly orders: OrdersService,
    private readonly queries: OrdersQueries,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Post('batch')
  @HttpCode(200)
  @RequirePermission(ordersPermissions.write)
  @Idempotent()
  @ApiOkResponse({ type: BatchAnswer })
  recordBatch(@Body() { orders }: OrderBatch): Promise<BatchAnswer> {
    return takeBatch('orders', IncomingOrder, orders, (entries) =>
      this.orders.recordBatch(entries.map((entry) => toOrderInput(entry, this.config.currency))),
    );
  }

  @Get(':source/:externalId')
  @RequirePermission(ordersPermissions.read)
  @ApiOkResponse({ type: OrderDetails })
  get(@Param() key: SourceKeyPath): Promise<OrderDetails> {
    return this.queries.getBySource(key);
  }
}
