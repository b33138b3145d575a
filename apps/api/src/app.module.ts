import { Module, type DynamicModule } from '@nestjs/common';
import { CustomersModule } from '@siyu/customers';
import { ImportsModule } from '@siyu/imports';
import { OrdersModule } from '@siyu/orders';
import { HttpModule, PlatformModule, type PlatformOptions } from '@siyu/platform';
import { PointsModule } from '@siyu/points';
import { SegmentsModule } from '@siyu/segments';
import { StaffModule } from '@siyu/staff';
import { TiersModule } from '@siyu/tiers';

/** The map of the server: every context it is made of. */
export const contexts: NonNullable<DynamicModule['imports']> = [
  StaffModule,
  ImportsModule,
  CustomersModule,
  OrdersModule,
  PointsModule,
  TiersModule,
  SegmentsModule,
];

@Module({})
export class AppModule {
  static with(options: PlatformOptions): DynamicModule {
    return { module: AppModule, imports: [PlatformModule.with(options), HttpModule, ...contexts] };
  }
}
