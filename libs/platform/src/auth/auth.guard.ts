import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { DomainError } from '@siyu/kernel';
import { ACCESS, type Access } from './access';
import type { Actor, Operator } from './actor';
import { Authenticator } from './authenticator';

interface GuardedRequest {
  headers: Record<string, string | undefined>;
  actor?: Actor;
}

/** Denies by default: a route says who may call it, or nobody may. */
@Injectable()
export class AuthGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly authenticator: Authenticator,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.getAllAndOverride<Access | undefined>(ACCESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (!access) throw new DomainError('auth.route-closed', 'forbidden', 'This route has no permission yet.');
    if (access.kind === 'public') return true;
    const request = context.switchToHttp().getRequest<GuardedRequest>();
    const bearer = bearerOf(request);
    if (!bearer) throw new DomainError('auth.unauthenticated', 'unauthenticated', 'Sign in first.');
    const actor = await this.authenticator.authenticate(bearer);
    request.actor = actor;
    if (access.kind === 'member') {
      if (actor.kind !== 'member') throw wrongCaller('for members, with a token of their own', actor);
    } else if (access.kind === 'signed-in') {
      if (actor.kind !== 'staff') throw wrongCaller('for staff', actor);
    } else {
      if (actor.kind === 'member') throw wrongCaller('for staff and API keys', actor);
      assertHolds(actor, access.code);
    }
    return true;
  }
}

/** The bearer token of a request. */
export function bearerOf(request: { headers: Record<string, string | string[] | undefined> }): string | undefined {
  const { authorization } = request.headers;
  return typeof authorization === 'string' ? /^Bearer (\S+)$/i.exec(authorization)?.[1] : undefined;
}

function assertHolds(actor: Operator, code: string): void {
  if (actor.kind === 'staff' && actor.mustChangePassword) {
    throw new DomainError(
      'auth.password-change-required',
      'forbidden',
      'Change the password first (POST /auth/password).',
    );
  }
  if (actor.permissions.has(code)) return;
  const whose = actor.kind === 'staff' ? 'Your role' : 'The API key';
  throw new DomainError('auth.forbidden', 'forbidden', `${whose} lacks the permission ${code}.`, {
    extra: { permission: code },
  });
}

function wrongCaller(whom: string, actor: Actor): DomainError {
  return new DomainError('auth.wrong-caller', 'forbidden', `This route is ${whom}.`, { extra: { caller: actor.kind } });
}
