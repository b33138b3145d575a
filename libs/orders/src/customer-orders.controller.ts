import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { customersPermissions } from '@siyu/customers';
import { AnswersProblems, PageQuery, RequirePermission } from '@siyu/platform';
import { OrderFigures } from './figures.dto';
import { FiguresQueries } from './figures.queries';
import { CustomerOrderPath, CustomerPath, OrderDetails, OrderPage } from './orders.dto';
import { ordersPermissions } from './orders.permissions';
import { OrdersQueries } from './orders.queries';

/** The orders of one customer. */
@ApiTags('orders')
@AnswersProblems()
@Controller('customers/:id')
export class CustomerOrdersController {
  constructor(
    private readonly orders: OrdersQueries,
    private readonly figures: FiguresQueries,
  ) {}

  @Get('figures')
  @RequirePermission(customersPermissions.read)
  @ApiOkResponse({ type: OrderFigures })
  getFigures(@Param() { id }: CustomerPath): Promise<OrderFigures> {
    return this.figures.ofCustomer(id);
  }

  @Get('orders')
  @RequirePermission(ordersPermissions.read)
  @ApiOkResponse({ type: OrderPage })
  list(@Param() { id }: CustomerPath, @Query() page: PageQuery): Promise<OrderPage> {
    return this.orders.ofCustomer(id, page);
  }

  @Get('orders/:orderId')
  @RequirePermission(ordersPermissions.read)
  @ApiOkResponse({ type: OrderDetails })
  get(@Param() { id, orderId }: CustomerOrderPath): Promise<OrderDetails> {
    return this.orders.get({ customerId: id, orderId });
  }
}
