import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { GiftsModule } from '../benefits/gifts.module';
import { LaddersModule } from '../ladders/ladders.module';
import { LocksStoreModule } from '../locks/locks-store.module';
import { MarkRow, MemberRow, MoveRow, RunRow, TierDayRow } from './evaluation.entities';
import { EvaluationJobs } from './evaluation.jobs';
import { EvaluationService } from './evaluation.service';
import { FiguresQueries } from './figures.queries';
import { MembersStore } from './members.store';
import { RunAttemptsService } from './run-attempts.service';
import { RunsController } from './runs.controller';
import { RunsService } from './runs.service';
import { RunsStore } from './runs.store';
import { SettlingService } from './settling.service';
import { StandingsQueries } from './standings.queries';

/** Where customers stand: figures, steps, runs over everybody. */
@Module({
  imports: [
    LaddersModule,
    GiftsModule,
    LocksStoreModule,
    TypeOrmModule.forFeature([MemberRow, MoveRow, RunRow, TierDayRow, MarkRow]),
  ],
  controllers: [RunsController],
  providers: [
    StandingsQueries,
    FiguresQueries,
    MembersStore,
    SettlingService,
    EvaluationService,
    RunsStore,
    RunsService,
    RunAttemptsService,
    EvaluationJobs,
  ],
  exports: [
    StandingsQueries,
    FiguresQueries,
    MembersStore,
    EvaluationService,
    RunsService,
    RunsStore,
    RunAttemptsService,
  ],
})
export class EvaluationModule {}
