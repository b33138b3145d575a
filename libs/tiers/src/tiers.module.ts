import { Module } from '@nestjs/common';
import { BenefitsModule } from './benefits/benefits.module';
import { EvaluationModule } from './evaluation/evaluation.module';
import { LaddersModule } from './ladders/ladders.module';
import { OpeningsModule } from './openings/openings.module';
import { SimulationModule } from './simulation/simulation.module';
import { ValuesModule } from './values/values.module';
import { LocksModule } from './locks/locks.module';
import { StandingModule } from './standing/standing.module';

/** Tiers: ladders, the values and figures they ask for, where customers stand and what they have of it. */
@Module({
  imports: [
    LaddersModule,
    EvaluationModule,
    BenefitsModule,
    ValuesModule,
    StandingModule,
    LocksModule,
    SimulationModule,
    OpeningsModule,
  ],
  exports: [LaddersModule, EvaluationModule],
})
export class TiersModule {}
