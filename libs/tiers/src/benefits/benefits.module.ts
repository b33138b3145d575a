import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CustomersModule } from '@siyu/customers';
import { PointsModule } from '@siyu/points';
import { EvaluationModule } from '../evaluation/evaluation.module';
import { MarksStore } from '../evaluation/marks.store';
import { LaddersModule } from '../ladders/ladders.module';
import { IssueRow, TallyRow, UseRow } from './benefits.entities';
import { BenefitsJobs } from './benefits.jobs';
import { BirthdayGiftsService } from './birthday-gifts.service';
import { DeliveriesService } from './deliveries.service';
import { GiftsModule } from './gifts.module';
import { HoldingsQueries } from './holdings.queries';
import { IssuesStore } from './issues.store';
import { MultipliersFactors } from './multipliers.factors';

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
  providers: [
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
