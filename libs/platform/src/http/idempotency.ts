import { createHash } from 'node:crypto';
import {
  applyDecorators,
  Injectable,
  UseInterceptors,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { DomainError } from '@siyu/kernel';
import { actorId, type Actor } from '../auth/actor';
import { Database } from '../database/database';
import { affected, row } from '../database/sql';

const KEY = /^[\x21-\x7e]{1,128}$/;
/** A request that died with its process frees its key after this time. */
const ABANDONED_AFTER = '2 minutes';

interface StoredAnswer {
  request_hash: string;
  status: number | null;
  response: unknown;
}

/**
 * `Idempotency-Key`: the same key and body give the first answer again, another body is refused, a key still being worked
 * on conflicts. A failed request frees its key, so that it can be tried again.
 */
@Injectable()
class IdempotencyInterceptor implements NestInterceptor {
  constructor(private readonly database: Database) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest & { actor: Actor }>();
    const key = request.headers['idempotency-key'];
    if (key === undefined) return next.handle();
    if (typeof key !== 'string' || !KEY.test(key)) {
      throw new DomainError(
        'idempotency.bad-key',
        'invalid',
        'An Idempotency-Key has 1 to 128 visible ASCII characters.',
      );
    }
    return from(this.once(key, request, context.switchToHttp().getResponse<FastifyReply>(), next));
  }

  private async once(key: string, request: FastifyRequest & { actor: Actor }, reply: FastifyReply, next: CallHandler) {
    const em = this.database.em;
    const caller = actorId(request.actor);
    const body = JSON.stringify([request.method, request.url, request.body]);
    const hash = createHash('sha256').update(body).digest('hex');
    const claimed = await affected(
      em,
      `insert into platform_idempotency_keys as k (key, actor_id, request_hash, created_at) values ($1, $2, $3, now())
       on conflict (key, actor_id) do update set created_at = now(), request_hash = excluded.request_hash
       where k.status is null and k.created_at < now() - interval '${ABANDONED_AFTER}'`,
      [key, caller, hash],
    );
    if (claimed === 0) return this.replay(key, caller, hash, reply);
    try {
      const response: unknown = await lastValueFrom(next.handle());
      await affected(
        em,
        'update platform_idempotency_keys set status = $3, response = $4 where key = $1 and actor_id = $2',
        [key, caller, reply.statusCode, JSON.stringify(response ?? null)],
      );
      return response;
    } catch (error) {
      await affected(em, 'delete from platform_idempotency_keys where key = $1 and actor_id = $2', [key, caller]);
      throw error;
    }
  }

  private async replay(key: string, caller: string, hash: string, reply: FastifyReply): Promise<unknown> {
    const stored = await row<StoredAnswer>(
      this.database.em,
      'select request_hash, status, response from platform_idempotency_keys where key = $1 and actor_id = $2',
      [key, caller],
    );
    if (stored && stored.request_hash !== hash) {
      throw new DomainError('idempotency.mismatch', 'refused', 'This Idempotency-Key was used with another request.');
    }
    if (!stored || stored.status === null) {
      throw new DomainError(
        'idempotency.in-progress',
        'conflict',
        'The first request with this Idempotency-Key is still at work.',
      );
    }
    void reply.status(stored.status).header('idempotent-replay', 'true');
    return stored.response;
  }
}

/** The route honours `Idempotency-Key`. */
export const Idempotent = () =>
  applyDecorators(
    UseInterceptors(IdempotencyInterceptor),
    ApiHeader({ name: 'Idempotency-Key', required: false, description: 'Makes a repeated request safe.' }),
  );
