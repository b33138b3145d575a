import { Module, type DynamicModule } from '@nestjs/common';
import { CustomersModule } from '@siyu/customers';
import { ImportsModule } from '@siyu/imports';
import { OrdersModule } from '@siyu/orders';
import { PlatformModule, WorkerPool, type PlatformOptions } from '@siyu/platform';
import { PointsModule } from '@siyu/points';
import { SegmentsModule } from '@siyu/segments';
import { StaffModule } from '@siyu/staff';
import { TiersModule } from '@siyu/tiers';

/** Every context whose jobs this process runs. */
const contexts: NonNullable<DynamicModule['imports']> = [
  StaffModule,
  ImportsModule,
  CustomersModule,
  OrdersModule,
  PointsModule,
  TiersModule,
  SegmentsModule,
];

@Module({ providers: [WorkerPool] })
export class WorkerModule {
  static with(options: PlatformOptions): DynamicModule {
    return { module: WorkerModule, imports: [PlatformModule.with(options), ...contexts] };
  }
}
