import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PointsModule } from '@siyu/points';
import { EvaluationModule } from '../evaluation/evaluation.module';
import { LaddersModule } from '../ladders/ladders.module';
import { SimulatedQueries } from './simulated.queries';
import { SimulationAttemptsService } from './simulation-attempts.service';
import { SimulationsController } from './simulations.controller';
import { SimulatedRow, SimulationRow } from './simulations.entities';
import { SimulationsJobs } from './simulations.jobs';
import { SimulationsService } from './simulations.service';
import { SimulationsStore } from './simulations.store';

/** What a ladder would do, tried on everybody. */
@Module({
  imports: [LaddersModule, EvaluationModule, PointsModule, TypeOrmModule.forFeature([SimulationRow, SimulatedRow])],
  controllers: [SimulationsController],
  providers: [SimulationsStore, SimulationsService, SimulatedQueries, SimulationAttemptsService, SimulationsJobs],
  exports: [SimulationsService, SimulationAttemptsService],
})
export class SimulationModule {}
