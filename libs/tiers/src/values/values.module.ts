import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CustomersModule } from '@siyu/customers';
import { OrdersModule } from '@siyu/orders';
import { MyGrowthController } from './me.controller';
import { OccasionsService } from './occasions.service';
import { SettlementsController } from './settlements.controller';
import { SettlementRunsService } from './settlement-runs.service';
import { SettlementsService } from './settlements.service';
import { SettlementsStore } from './settlements.store';
import { ValueSettlingService } from './value-settling.service';
import { ValueBookingService } from './value-booking.service';
import { ValueProofsQueries } from './value-proofs.queries';
import { ValueRulesController } from './value-rules.controller';
import { ValueRulesService } from './value-rules.service';
import { ValueRulesStore } from './value-rules.store';
import { ValueTrialsService } from './value-trials.service';
import { ValuesController } from './values.controller';
import { ValuesQueries } from './values.queries';
import { ValuesTimeline } from './values.timeline';
import { ValueAccountRow, ValueEntryRow, ValueProgrammeRow, ValueSettlementRow } from './values.entities';
import { ValueSettlingStore } from './value-settling.store';
import { ValuesJobs } from './values.jobs';
import { ValuesService } from './values.service';
import { ValuesStore } from './values.store';

/** Growth value and value score: rules, ledgers, what books them. */
@Module({
  imports: [
    CustomersModule,
    OrdersModule,
    TypeOrmModule.forFeature([ValueProgrammeRow, ValueAccountRow, ValueEntryRow, ValueSettlementRow]),
  ],
  controllers: [ValueRulesController, ValuesController, MyGrowthController, SettlementsController],
  providers: [
    ValuesQueries,
    ValuesTimeline,
    ValueTrialsService,
    ValuesStore,
    ValuesService,
    ValueRulesStore,
    ValueRulesService,
    SettlementsStore,
    ValueSettlingStore,
    ValueBookingService,
    SettlementsService,
    ValueSettlingService,
    SettlementRunsService,
    OccasionsService,
    ValueProofsQueries,
    ValuesJobs,
  ],
  exports: [ValuesService, ValuesStore, ValuesQueries],
})
export class ValuesModule {}
