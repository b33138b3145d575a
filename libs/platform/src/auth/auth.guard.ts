import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { DomainError } from '@siyu/kernel';
import { ACCESS, type Access } from './access';
import { Authenticator, type Actor } from './actor';

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
    const bearer = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (!bearer) throw new DomainError('auth.unauthenticated', 'unauthenticated', 'Sign in first.');
    request.actor = await this.authenticator.authenticate(bearer);
    if (access.kind === 'permission' && request.actor.mustChangePassword) {
      throw new DomainError(
        'auth.password-change-required',
        'forbidden',
        'Change the password first (POST /auth/password).',
      );
    }
    if (access.kind === 'permission' && !request.actor.permissions.has(access.code)) {
      throw new DomainError('auth.forbidden', 'forbidden', `Your role lacks the permission ${access.code}.`, {
        extra: { permission: access.code },
      });
    }
    return true;
  }
}
