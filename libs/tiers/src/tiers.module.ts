import { Module } from '@nestjs/common';
import { EvaluationModule } from './evaluation/evaluation.module';
import { LaddersModule } from './ladders/ladders.module';

/** Tiers: ladders, the values and figures they ask for, where customers stand and what they have of it. */
@Module({
  imports: [LaddersModule, EvaluationModule],
  exports: [LaddersModule, EvaluationModule],
})
export class TiersModule {}
