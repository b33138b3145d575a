import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { DomainError, newId } from '@siyu/kernel';
import { actorLabel, type Actor } from '@siyu/platform';

const KEY = /^[\x21-\x7e]{1,128}$/;

/**
 * The natural key of an entry that staff makes: the caller's `Idempotency-Key`, apart from those of other callers. The
 * ledger remembers it for good. A caller who sends none gets one: his repetition would be another entry.
 */
export const HandKey = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  const request = context.switchToHttp().getRequest<{ headers: Record<string, unknown>; actor: Actor }>();
  const key = request.headers['idempotency-key'] ?? newId();
  if (typeof key !== 'string' || !KEY.test(key)) throw badKey();
  return `${actorLabel(request.actor)}:${key}`;
});

function badKey(): DomainError {
  return new DomainError('idempotency.bad-key', 'invalid', 'An Idempotency-Key has 1 to 128 visible ASCII characters.');
}
