import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { LaddersModule } from '../ladders/ladders.module';
import { MarkRow, MemberRow, MoveRow, RunRow, TierDayRow } from './evaluation.entities';
import { StandingsQueries } from './standings.queries';

/** Where customers stand: figures, moves, runs over everybody. */
@Module({
  imports: [LaddersModule, TypeOrmModule.forFeature([MemberRow, MoveRow, RunRow, TierDayRow, MarkRow])],
  providers: [StandingsQueries],
  exports: [StandingsQueries],
})
export class EvaluationModule {}
