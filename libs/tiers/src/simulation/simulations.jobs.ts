import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobHandlers } from '@siyu/platform';
import { SimulationAttemptsService } from './simulation-attempts.service';
import { simulate } from './simulations.events';

@Injectable()
export class SimulationsJobs implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly attempts: SimulationAttemptsService,
  ) {}

  onModuleInit(): void {
    this.handlers.register(simulate, ({ simulationId }, { signal }) => this.attempts.perform(simulationId, signal));
  }
}
