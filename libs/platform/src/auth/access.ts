import { createParamDecorator, SetMetadata, applyDecorators, type ExecutionContext } from '@nestjs/common';
import { ApiBearerAuth, ApiSecurity } from '@nestjs/swagger';
import { DomainError } from '@siyu/kernel';
import type { Actor, MemberActor } from './actor';

/** What a route asks of its caller. A route without one is refused, and a guard test names it. */
export type Access =
  | { kind: 'public'; unlimited?: boolean }
  | { kind: 'signed-in' }
  | { kind: 'permission'; code: string }
  | { kind: 'member' };

export const ACCESS = Symbol('access');

/**
 * Anybody may call the route.
 *
 * @param unlimited as often as they like: for probes
 */
export const Public = ({ unlimited = false } = {}) =>
  applyDecorators(SetMetadata(ACCESS, { kind: 'public', unlimited } satisfies Access), ApiSecurity({}));

/** Every signed-in member of staff may call the route. */
export const SignedIn = () =>
  applyDecorators(SetMetadata(ACCESS, { kind: 'signed-in' } satisfies Access), ApiBearerAuth());

/** Only staff whose role, and API keys whose set, holds the permission may call the route (`customers.read`). */
export const RequirePermission = (code: string) =>
  applyDecorators(SetMetadata(ACCESS, { kind: 'permission', code } satisfies Access), ApiBearerAuth());

/** Only members may call the route, each for herself; staff and API keys have routes of their own. */
export const MemberOnly = () =>
  applyDecorators(SetMetadata(ACCESS, { kind: 'member' } satisfies Access), ApiBearerAuth());

/** The caller, as a parameter of a controller method: an `Operator` where the route asks for a permission. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const actor = context.switchToHttp().getRequest<{ actor?: Actor }>().actor;
  if (!actor) throw new DomainError('auth.unauthenticated', 'unauthenticated', 'Sign in first.');
  return actor;
});

/** The member who calls: whose data the route is about, whatever else the request says. */
export const CurrentMember = createParamDecorator((_: unknown, context: ExecutionContext): MemberActor => {
  const actor = context.switchToHttp().getRequest<{ actor?: Actor }>().actor;
  if (actor?.kind !== 'member') throw new Error('A route that wants the member must be @MemberOnly().');
  return actor;
});
