import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { DomainError, newId } from '@siyu/kernel';
import { actorLabel, type Actor } from '@siyu/platform';
import { limits } from './domain/limits';

/**
 * The key of an act: the caller's `Idempotency-Key`, apart from those of other callers. Points remember it for good, with the
 * entry itself, so nothing else has to be stored. A caller that sends none gets one: his repetition would be another act.
 */
export const ActKey = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  const request = context.switchToHttp().getRequest<{ headers: Record<string, unknown>; actor: Actor }>();
  const key = request.headers['idempotency-key'];
  if (key === undefined) return keyOf(request.actor, newId());
  if (typeof key !== 'string' || key.length > limits.key || !limits.keyPattern.test(key)) {
    throw new DomainError(
      'idempotency.bad-key',
      'invalid',
      'An Idempotency-Key has 1 to 128 visible ASCII characters.',
    );
  }
  return keyOf(request.actor, key);
});

export function keyOf(actor: Actor, key: string): string {
  return `${actorLabel(actor)}:${key}`;
}
