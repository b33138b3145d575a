import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ordersChanged, type OrdersChanged } from '@siyu/orders';
import { defineJob, Events, JobHandlers } from '@siyu/platform';
import { ladderPublished, type LadderPublished } from '../ladders/ladders.events';
import { valuesChanged, valuesSettled, type ValuesChanged, type ValuesSettled } from '../values/values.events';
import { EvaluationService } from './evaluation.service';
import { RunAttemptsService } from './run-attempts.service';
import { runEvaluation } from './runs.events';
import { RunsService } from './runs.service';

const evaluateOrders = defineJob<OrdersChanged>('tiers.evaluate-orders');
const evaluateValues = defineJob<ValuesChanged>('tiers.evaluate-values');
const evaluateSettled = defineJob<ValuesSettled>('tiers.evaluate-settled');
const evaluatePublished = defineJob<LadderPublished>('tiers.evaluate-published');
/** Begins with each day: what ends and what begins with it is decided for everybody. */
export const nightlyEvaluation = defineJob<Record<string, never>>('tiers.nightly-evaluation');

/** Evaluation follows what happens, and the calendar. */
@Injectable()
export class EvaluationJobs implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly events: Events,
    private readonly evaluation: EvaluationService,
    private readonly runs: RunsService,
    private readonly attempts: RunAttemptsService,
  ) {}

  onModuleInit(): void {
    this.handlers.register(evaluateOrders, ({ customerIds }) => this.evaluation.evaluate(customerIds));
    this.handlers.register(evaluateValues, ({ ledger, customerIds }) =>
      ledger === 'growth' ? this.evaluation.evaluate(customerIds) : Promise.resolve(),
    );
    this.handlers.register(evaluateSettled, ({ ledger, entries }) =>
      ledger === 'growth' && entries > 0 ? this.runs.requestUnlessActive('values') : Promise.resolve(),
    );
    this.handlers.register(evaluatePublished, () => this.runs.requestUnlessActive('version'));
    this.handlers.register(nightlyEvaluation, () => this.runs.requestUnlessActive('nightly'));
    this.handlers.register(runEvaluation, ({ runId }, { signal }) => this.attempts.perform(runId, signal));
    this.events.subscribe(ordersChanged, evaluateOrders);
    this.events.subscribe(valuesChanged, evaluateValues);
    this.events.subscribe(valuesSettled, evaluateSettled);
    this.events.subscribe(ladderPublished, evaluatePublished);
  }
}
