import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { DomainError } from '@siyu/kernel';
import { ACCESS, type Access } from './access';
import type { Actor, Operator } from './actor';
import { Authenticator } from './authenticator';
import { RateLimits } from './rate-limits';

interface GuardedRequest {
  /** Address of the caller, as far as proxies can be believed. */
  ip: string;
  headers: Record<string, string | undefined>;
  actor?: Actor;
}

/** Denies by default: a route says who may call it, or nobody may. Nobody may call without end either. */
@Injectable()
export class AuthGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly authenticator: Authenticator,
    private readonly limits: RateLimits,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.getAllAndOverride<Access | undefined>(ACCESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (!access) throw new DomainError('auth.route-closed', 'forbidden', 'This route has no permission yet.');
    const request = context.switchToHttp().getRequest<GuardedRequest>();
    if (access.kind === 'public') {
      if (!access.unlimited) this.limits.countAddress(request.ip);
      return true;
    }
    const actor = await this.actorOf(request);
    this.limits.countActor(actor);
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

  /** Whoever tries tokens is counted like anybody else who is not signed in. */
  private async actorOf(request: GuardedRequest): Promise<Actor> {
    try {
      const bearer = bearerOf(request);
      if (!bearer) throw new DomainError('auth.unauthenticated', 'unauthenticated', 'Sign in first.');
      return await this.authenticator.authenticate(bearer);
    } catch (error) {
      // A database that is away is nobody's fault: it must not use up what the callers of an address may do.
      if (error instanceof DomainError && error.kind === 'unauthenticated') this.limits.countAddress(request.ip);
      throw error;
    }
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
