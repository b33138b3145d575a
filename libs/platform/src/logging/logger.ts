import type { LoggerService } from '@nestjs/common';
import { pino, type Logger } from 'pino';

/**
 * The log of a process: JSON lines on standard output. It carries ids, routes, durations and codes, never bodies, query
 * strings or personal data; what could still slip in through a header or an error object is cut out here.
 */
export function createLogger(level: string, process: 'api' | 'worker' | 'cli'): Logger {
  return pino({
    level,
    base: { process },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: ['req.headers', 'headers', '*.parameters', '*.driverError.parameters', '*.detail'], remove: true },
    serializers: {
      req: (request: { id?: string; method?: string; url?: string }) => ({
        id: request.id,
        method: request.method,
        path: request.url?.split('?')[0],
      }),
    },
  });
}

/** Nest's own messages, on the same log. */
export class NestLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, context?: string): void {
    this.logger.info({ context }, String(message));
  }
  error(message: unknown, stack?: string, context?: string): void {
    this.logger.error({ context, stack }, String(message));
  }
  warn(message: unknown, context?: string): void {
    this.logger.warn({ context }, String(message));
  }
  debug(message: unknown, context?: string): void {
    this.logger.debug({ context }, String(message));
  }
  verbose(message: unknown, context?: string): void {
    this.logger.trace({ context }, String(message));
  }
}
