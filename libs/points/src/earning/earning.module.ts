import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CustomersModule } from '@siyu/customers';
import { OrdersModule } from '@siyu/orders';
import { LedgerModule } from '../ledger/ledger.module';
import { ProgrammeModule } from '../programme/programme.module';
import { AwardRow, DailyMarkRow, EarnerRow, RuleRow, RuleUseRow, RuleVersionRow, SignInRow } from './earning.entities';
import { EarningFacts } from './facts.registry';
import { RulesController } from './rules.controller';
import { RulesQueries } from './rules.queries';
import { RulesService } from './rules.service';
import { RulesStore } from './rules.store';

@Module({
  imports: [
    CustomersModule,
    OrdersModule,
    ProgrammeModule,
    LedgerModule,
    TypeOrmModule.forFeature([RuleRow, RuleVersionRow, EarnerRow, RuleUseRow, AwardRow, SignInRow, DailyMarkRow]),
  ],
  controllers: [RulesController],
  providers: [RulesStore, RulesService, RulesQueries, EarningFacts],
  exports: [EarningFacts],
})
export class EarningModule {}
