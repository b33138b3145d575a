import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CustomersModule } from '@siyu/customers';
import { OrdersModule } from '@siyu/orders';
import { OccasionsService } from './occasions.service';
import { SettlementRunsService } from './settlement-runs.service';
import { SettlementsService } from './settlements.service';
import { SettlementsStore } from './settlements.store';
import { SettlingService } from './settling.service';
import { ValueProofsQueries } from './value-proofs.queries';
import { ValueRulesService } from './value-rules.service';
import { ValueRulesStore } from './value-rules.store';
import { ValueAccountRow, ValueEntryRow, ValueProgrammeRow, ValueSettlementRow } from './values.entities';
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
  providers: [
    ValuesStore,
    ValuesService,
    ValueRulesStore,
    ValueRulesService,
    SettlementsStore,
    SettlementsService,
    SettlingService,
    SettlementRunsService,
    OccasionsService,
    ValueProofsQueries,
    ValuesJobs,
  ],
  exports: [ValuesService],
})
export class ValuesModule {}
