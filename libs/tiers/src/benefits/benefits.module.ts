import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CustomersModule } from '@siyu/customers';
import { PointsModule } from '@siyu/points';
import { EvaluationModule } from '../evaluation/evaluation.module';
import { MarksStore } from '../evaluation/marks.store';
import { LaddersModule } from '../ladders/ladders.module';
import { IssueRow, TallyRow, UseRow } from './benefits.entities';
import { BenefitsController } from './benefits.controller';
import { BenefitsJobs } from './benefits.jobs';
import { BenefitsQueries } from './benefits.queries';
import { BenefitsTimeline } from './benefits.timeline';
import { BirthdayGiftsService } from './birthday-gifts.service';
import { DeliveriesService } from './deliveries.service';
import { GiftsModule } from './gifts.module';
import { HandoversService } from './handovers.service';
import { HoldingsQueries } from './holdings.queries';
import { IssuesController } from './issues.controller';
import { IssuesQueries } from './issues.queries';
import { IssuesStore } from './issues.store';
import { MyBenefitsController } from './me.controller';
import { MultipliersFactors } from './multipliers.factors';
import { UsesService } from './uses.service';
import { UsesStore } from './uses.store';

/** Benefits: what tiers give, once or as long as they hold. */
@Module({
  imports: [
    CustomersModule,
    PointsModule,
    LaddersModule,
    EvaluationModule,
    GiftsModule,
    TypeOrmModule.forFeature([IssueRow, UseRow, TallyRow]),
  ],
  controllers: [BenefitsController, IssuesController, MyBenefitsController],
  providers: [
    BenefitsQueries,
    BenefitsTimeline,
    UsesStore,
    UsesService,
    HandoversService,
    IssuesQueries,
    IssuesStore,
    DeliveriesService,
    HoldingsQueries,
    MultipliersFactors,
    MarksStore,
    BirthdayGiftsService,
    BenefitsJobs,
  ],
  exports: [HoldingsQueries],
})
export class BenefitsModule {}
