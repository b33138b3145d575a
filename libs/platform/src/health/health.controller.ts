import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { collectDefaultMetrics, register } from 'prom-client';
import { DomainError } from '@siyu/kernel';
import { Public } from '../auth/access';
import { Database } from '../database/database';
import { rows } from '../database/sql';

if (!register.getSingleMetric('process_cpu_user_seconds_total')) collectDefaultMetrics();

/** For load balancers and Prometheus. */
@ApiExcludeController()
@Public({ unlimited: true })
@Controller()
export class HealthController {
  constructor(private readonly database: Database) {}

  /** The process lives. */
  @Get('healthz')
  healthz(): { status: string } {
    return { status: 'ok' };
  }

  /** The process can serve: the database answers. */
  @Get('readyz')
  async readyz(): Promise<{ status: string }> {
    try {
      await rows(this.database.em, 'select 1');
    } catch (cause) {
      throw new DomainError('database.unavailable', 'unavailable', 'The database does not answer.', { cause });
    }
    return { status: 'ready' };
  }

  @Get('metrics')
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  metrics(): Promise<string> {
    return register.metrics();
  }
}
