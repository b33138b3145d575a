import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { jwtVerify, SignJWT } from 'jose';
import { isId } from '@siyu/kernel';
import { CONFIG, type Config } from '@siyu/platform';
import { authSecret } from './auth-secret';
import { ACCESS_MINUTES } from './domain/sessions';

const ISSUER = 'siyu';
const AUDIENCE = 'siyu:staff';
const HEADER = { alg: 'HS256', typ: 'at+jwt' };

/** How every access token of staff begins: its header is always the same. */
export const ACCESS_TOKEN_BEGINNING = `${Buffer.from(JSON.stringify(HEADER)).toString('base64url')}.`;

export interface AccessClaims {
  staffId: string;
  sessionId: string;
}

interface Keys {
  access: Uint8Array;
  refresh: Uint8Array;
}

/** Makes and reads tokens. Access tokens are JWTs; a refresh token is `<session>.<counter>.<signature>`. */
@Injectable()
export class TokensService {
  private loaded?: Promise<Keys>;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** Reads or makes the secret; asked for at start-up so that a bad folder is found then. */
  keys(): Promise<Keys> {
    this.loaded ??= authSecret(this.config).then((secret) => ({
      access: derive(secret, 'access'),
      refresh: derive(secret, 'refresh'),
    }));
    return this.loaded;
  }

  /** @param notAfter end of the session, which the token does not outlive */
  async signAccess(
    { staffId, sessionId }: AccessClaims,
    now: Date,
    notAfter: Date,
  ): Promise<{ token: string; expiresAt: Date }> {
    const until = Math.min(now.getTime() + ACCESS_MINUTES * 60_000, notAfter.getTime());
    const expiresAt = new Date(Math.floor(until / 1000) * 1000);
    const token = await new SignJWT({ sid: sessionId })
      .setProtectedHeader(HEADER)
      .setSubject(staffId)
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .setIssuedAt(now)
      .setExpirationTime(expiresAt)
      .sign((await this.keys()).access);
    return { token, expiresAt };
  }

  /** What an access token says; null when it is forged, expired or of another kind. */
  async readAccess(token: string, now: Date): Promise<(AccessClaims & { expiresAt: Date }) | null> {
    const { access } = await this.keys();
    const rules = { algorithms: ['HS256'], typ: 'at+jwt', issuer: ISSUER, audience: AUDIENCE, currentDate: now };
    const verified = await jwtVerify(token, access, { ...rules, requiredClaims: ['exp'] }).catch(() => null);
    const { sub, sid, exp } = verified?.payload ?? {};
    return isId(sub) && isId(sid) ? { staffId: sub, sessionId: sid, expiresAt: new Date(exp! * 1000) } : null;
  }

  async refreshToken(sessionId: string, counter: number): Promise<string> {
    const subject = `${sessionId}.${counter}`;
    const signature = createHmac('sha256', (await this.keys()).refresh)
      .update(subject)
      .digest('base64url');
    return `${subject}.${signature}`;
  }

  /** The session and number of a refresh token that we made, null for any other text. */
  async readRefresh(token: string): Promise<{ sessionId: string; counter: number } | null> {
    const [sessionId, count] = token.split('.', 2);
    const counter = Number(count);
    if (!isId(sessionId) || !Number.isSafeInteger(counter)) return null;
    const ours = Buffer.from(await this.refreshToken(sessionId, counter));
    const given = Buffer.from(token);
    return ours.length === given.length && timingSafeEqual(ours, given) ? { sessionId, counter } : null;
  }
}

function derive(secret: string, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, '', `siyu staff ${purpose} token`, 32));
}
