import { Global, Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import type { Logger } from 'pino';
import { Audit } from './audit/audit';
import { AuthGuard } from './auth/auth.guard';
import { Authenticator } from './auth/authenticator';
import { RateLimits } from './auth/rate-limits';
import { CONFIG, type Config } from './config/config';
import { DatabaseModule } from './database/database.module';
import { HealthController } from './health/health.controller';
import { IdempotencyJobs } from './http/idempotency.jobs';
import { ProblemFilter } from './http/problem.filter';
import { Events } from './jobs/events';
import { JobHandlers, Jobs } from './jobs/jobs';
import { CLOCK } from './clock.token';
import { LOGGER } from './logging/logger.token';
import { systemClock, type Clock } from '@siyu/kernel';

export interface PlatformOptions {
  config: Config;
  logger: Logger;
  clock?: Clock;
}

/** The plumbing that every context finds in place: configuration, clock, log, database, jobs, events, audit, who is calling. */
@Global()
@Module({})
export class PlatformModule {
  static with({ config, logger, clock = systemClock }: PlatformOptions): DynamicModule {
    return {
      module: PlatformModule,
      imports: [DatabaseModule],
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: LOGGER, useValue: logger },
        { provide: CLOCK, useValue: clock },
        Jobs,
        JobHandlers,
        Events,
        Audit,
        Authenticator,
        IdempotencyJobs,
      ],
      exports: [CONFIG, LOGGER, CLOCK, DatabaseModule, Jobs, JobHandlers, Events, Audit, Authenticator],
    };
  }
}

/** What only a process with an HTTP face needs. */
@Module({
  controllers: [HealthController],
  providers: [
    RateLimits,
    { provide: APP_GUARD, useClass: AuthGuard },
    { provide: APP_FILTER, useClass: ProblemFilter },
  ],
})
export class HttpModule {}
