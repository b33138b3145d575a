import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CustomersModule } from '@siyu/customers';
import { OrdersModule } from '@siyu/orders';
import { LedgerModule } from '../ledger/ledger.module';
import { ReferencesQueries } from '../ledger/references.queries';
import { ProgrammeModule } from '../programme/programme.module';
import { AwardingService } from './awarding.service';
import { AwardsStore } from './awards.store';
import { BirthdaysService } from './birthdays.service';
import { EarnersService } from './earners.service';
import { AwardRow, DailyMarkRow, EarnerRow, RuleRow, RuleUseRow, RuleVersionRow, SignInRow } from './earning.entities';
import { EarningJobs } from './earning.jobs';
import { EventAwardsService } from './event-awards.service';
import { EarningFactors } from './factors.registry';
import { EarningFacts } from './facts.registry';
import { MarksStore } from './marks.store';
import { OrderAwardsService } from './order-awards.service';
import { ProfileAwardsService } from './profile-awards.service';
import { RulesController } from './rules.controller';
import { RulesQueries } from './rules.queries';
import { RulesService } from './rules.service';
import { RulesStore } from './rules.store';
import { SignInsController } from './sign-ins.controller';
import { SignInsQueries } from './sign-ins.queries';
import { SignInsService } from './sign-ins.service';
import { SignInsStore } from './sign-ins.store';
import { TakeBacksService } from './take-backs.service';
import { TrialsService } from './trials.service';

@Module({
  imports: [
    CustomersModule,
    OrdersModule,
    ProgrammeModule,
    LedgerModule,
    TypeOrmModule.forFeature([RuleRow, RuleVersionRow, EarnerRow, RuleUseRow, AwardRow, SignInRow, DailyMarkRow]),
  ],
  controllers: [RulesController, SignInsController],
  providers: [
    RulesStore,
    RulesService,
    RulesQueries,
    EarningFacts,
    EarningFactors,
    EarnersService,
    AwardsStore,
    AwardingService,
    ReferencesQueries,
    TakeBacksService,
    OrderAwardsService,
    EventAwardsService,
    ProfileAwardsService,
    BirthdaysService,
    MarksStore,
    EarningJobs,
    SignInsStore,
    SignInsService,
    SignInsQueries,
    TrialsService,
  ],
  exports: [EarningFacts, EarningFactors],
})
export class EarningModule {}
