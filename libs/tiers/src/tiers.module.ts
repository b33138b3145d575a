import { Module } from '@nestjs/common';
import { BenefitsModule } from './benefits/benefits.module';
import { EvaluationModule } from './evaluation/evaluation.module';
import { LaddersModule } from './ladders/ladders.module';
import { ValuesModule } from './values/values.module';

/** Tiers: ladders, the values and figures they ask for, where customers stand and what they have of it. */
@Module({
  imports: [LaddersModule, EvaluationModule, BenefitsModule, ValuesModule],
  exports: [LaddersModule, EvaluationModule],
})
export class TiersModule {}
