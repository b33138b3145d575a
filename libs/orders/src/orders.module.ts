import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CustomerFacets, CustomersModule, TimelineSources } from '@siyu/customers';
import { ImportKinds, ImportsModule } from '@siyu/imports';
import { CustomerOrdersController } from './customer-orders.controller';
import { EventsController } from './events.controller';
import { EventKeyRow, EventRow } from './events.entities';
import { EventsService } from './events.service';
import { EventsStore } from './events.store';
import { ordersFacet } from './figures.facet';
import { FiguresQueries } from './figures.queries';
import { FiguresService } from './figures.service';
import { FiguresStore } from './figures.store';
import { HappeningsQueries } from './happenings.queries';
import { KeysStore } from './keys.store';
import { OrdersController } from './orders.controller';
import { OrderFiguresRow, OrderItemRow, OrderKeyRow, OrderRow } from './orders.entities';
import { OrdersQueries } from './orders.queries';
import { ordersImport } from './orders.import';
import { OrdersService } from './orders.service';
import { OrdersStore } from './orders.store';
import { PurchasesQueries } from './purchases.queries';
import { RefundsController } from './refunds.controller';
import { EarlyRefundRow, RefundRow } from './refunds.entities';
import { RefundsService } from './refunds.service';
import { RefundsStore } from './refunds.store';
import { ReportsService } from './reports.service';
import { TimelineQueries } from './timeline.queries';

const entities = [
  OrderRow,
  OrderKeyRow,
  OrderItemRow,
  OrderFiguresRow,
  RefundRow,
  EarlyRefundRow,
  EventRow,
  EventKeyRow,
];

@Module({
  imports: [CustomersModule, ImportsModule, TypeOrmModule.forFeature(entities)],
  controllers: [OrdersController, RefundsController, EventsController, CustomerOrdersController],
  providers: [
    KeysStore,
    ReportsService,
    OrdersStore,
    OrdersQueries,
    OrdersService,
    RefundsStore,
    RefundsService,
    EventsStore,
    EventsService,
    FiguresStore,
    FiguresQueries,
    FiguresService,
    TimelineQueries,
    PurchasesQueries,
    HappeningsQueries,
  ],
  exports: [OrdersService, RefundsService, EventsService, PurchasesQueries, HappeningsQueries],
})
export class OrdersModule implements OnModuleInit {
  constructor(
    private readonly facets: CustomerFacets,
    private readonly timelines: TimelineSources,
    private readonly timeline: TimelineQueries,
    private readonly importKinds: ImportKinds,
    private readonly orders: OrdersService,
  ) {}

  onModuleInit(): void {
    this.facets.register(ordersFacet);
    this.importKinds.register(ordersImport(this.orders));
    this.timelines.register({
      kinds: TimelineQueries.kinds,
      page: (customerId, page) => this.timeline.page(customerId, page),
    });
  }
}
