import { Catch, HttpException, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { DomainError, type ErrorKind } from '@siyu/kernel';
import { isAway, sqlState } from '../database/database';
import { LOGGER } from '../logging/logger.token';
import type { Problem } from './problem';

const STATUS: Record<ErrorKind, [status: number, title: string]> = {
  invalid: [400, 'Invalid request'],
  unauthenticated: [401, 'Not signed in'],
  forbidden: [403, 'Not allowed'],
  'not-found': [404, 'Not found'],
  conflict: [409, 'Conflict'],
  'too-large': [413, 'Too large'],
  unsupported: [415, 'Unsupported media type'],
  refused: [422, 'Refused'],
  'too-many': [429, 'Too many attempts'],
  unavailable: [503, 'Unavailable'],
};

/** What Fastify and Nest throw before a controller is reached, by HTTP status. */
const BEFORE_THE_CONTROLLER: Record<number, [code: string, kind: ErrorKind, detail: string]> = {
  400: ['request.malformed', 'invalid', 'The request could not be read: its body is not valid JSON.'],
  404: ['request.no-such-route', 'not-found', 'There is nothing at this address.'],
  405: ['request.no-such-route', 'not-found', 'There is nothing at this address.'],
  406: ['request.malformed', 'invalid', 'The request is not a multipart upload.'],
  413: ['request.too-large', 'too-large', 'The request body is larger than this route accepts.'],
  414: ['request.too-large', 'too-large', 'The address is too long.'],
  415: ['request.media-type', 'unsupported', 'Send the body as application/json.'],
};

/** The only place where errors meet HTTP. Unknown errors become a 500 that says nothing but its request id. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(LOGGER) private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    if (reply.sent || reply.raw.headersSent) {
      this.logger.error({ requestId: request.id, err: error }, 'failed after the answer had begun');
      reply.raw.destroy();
      return;
    }
    const known = domainErrorOf(error);
    if (!known) this.logger.error({ requestId: request.id, path: pathOf(request), err: error }, 'unexpected error');
    const problem = toProblem(known, request);
    const wait = problem.extra?.retryAfterSeconds;
    if (typeof wait === 'number') void reply.header('retry-after', String(wait));
    void reply.status(problem.status).header('content-type', 'application/problem+json; charset=utf-8').send(problem);
  }
}

function pathOf(request: FastifyRequest): string {
  return request.url.split('?')[0]!.slice(0, 2000);
}

function domainErrorOf(error: unknown): DomainError | null {
  if (error instanceof DomainError) return error;
  const status =
    error instanceof HttpException ? error.getStatus() : (error as { statusCode?: unknown } | null)?.statusCode;
  const entry = typeof status === 'number' ? BEFORE_THE_CONTROLLER[status] : undefined;
  if (entry) return new DomainError(...entry);
  if (sqlState(error) === '57014') {
    return new DomainError('database.timeout', 'unavailable', 'The question took too long to answer; narrow it down.');
  }
  if (isAway(error)) {
    return new DomainError(
      'database.unavailable',
      'unavailable',
      'The database does not answer; try again in a moment.',
      { extra: { retryAfterSeconds: 1 } },
    );
  }
  return null;
}

function toProblem(error: DomainError | null, request: FastifyRequest): Problem {
  const [status, title] = error ? STATUS[error.kind] : [500, 'Unexpected problem'];
  const code = error?.code ?? 'unexpected';
  return {
    type: `urn:siyu:problem:${code}`,
    title,
    status,
    detail: error?.detail ?? 'Something went wrong on our side; the request id tells us what.',
    instance: pathOf(request),
    code,
    requestId: String(request.id),
    ...(error?.extra ? { extra: error.extra } : {}),
    ...(error?.errors ? { errors: error.errors } : {}),
  };
}
