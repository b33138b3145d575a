import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CustomersModule } from '@siyu/customers';
import { EvaluationModule } from '../evaluation/evaluation.module';
import { LaddersModule } from '../ladders/ladders.module';
import { ContributionsQueries } from './contributions.queries';
import { DistributionsQueries } from './distributions.queries';
import { ExplanationsService } from './explanations.service';
import { MembersQueries } from './members.queries';
import { MovesQueries } from './moves.queries';
import { SettledMembers } from './settled-members.service';
import { MyTierController, StandingController } from './standing.controller';
import { StandingFacets } from './standing.facets';
import { WarningRow } from './warnings.entities';
import { WarningsJobs } from './warnings.jobs';
import { WarningsService } from './warnings.service';
import { WarningsStore } from './warnings.store';

/** Where customers stand, told to whoever wants to know. */
@Module({
  imports: [CustomersModule, LaddersModule, EvaluationModule, TypeOrmModule.forFeature([WarningRow])],
  controllers: [StandingController, MyTierController],
  providers: [
    ContributionsQueries,
    DistributionsQueries,
    ExplanationsService,
    MembersQueries,
    MovesQueries,
    SettledMembers,
    StandingFacets,
    WarningsJobs,
    WarningsService,
    WarningsStore,
  ],
})
export class StandingModule {}
