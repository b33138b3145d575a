import { Injectable, type OnModuleInit } from '@nestjs/common';
import { defineJob, JobHandlers } from '@siyu/platform';
import { EvaluationService } from '../evaluation/evaluation.service';

/** The rules decide on from what an import set. */
export const evaluateOpenings = defineJob<{ customerIds: string[] }>('tiers.evaluate-openings');

export const CUSTOMERS_PER_JOB = 500;

@Injectable()
export class OpeningsJobs implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly evaluation: EvaluationService,
  ) {}

  onModuleInit(): void {
    this.handlers.register(evaluateOpenings, ({ customerIds }) => this.evaluation.evaluate(customerIds));
  }
}
