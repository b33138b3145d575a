import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RefreshRequest, SignedIn } from './auth.dto';
import type { Grant } from './sessions.service';

/**
 * Browsers keep the refresh token in a cookie that scripts can't read, that goes nowhere but to /auth, and that no other
 * site can make them send.
 */
const NAME = 'siyu_refresh';
const PATH = '/api/v1/auth';

/** Sets the cookie and passes the answer on. */
export function keepRefreshToken(grant: Grant, request: FastifyRequest, reply: FastifyReply): SignedIn {
  void reply.header('cache-control', 'no-store').setCookie(NAME, grant.signedIn.refreshToken, {
    path: PATH,
    httpOnly: true,
    sameSite: 'strict',
    secure: request.protocol === 'https',
    expires: grant.usableUntil,
  });
  return grant.signedIn;
}

export function forgetRefreshToken(reply: FastifyReply): void {
  void reply.clearCookie(NAME, { path: PATH });
}

/** The body's word counts before the cookie's. */
export function refreshTokenOf(request: FastifyRequest, body: RefreshRequest | undefined): string | undefined {
  return body?.refreshToken ?? request.cookies[NAME];
}
