import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { jwtVerify, SignJWT } from 'jose';
import { isId } from '@siyu/kernel';
import type { Config } from '../config/config';
import { authSecret } from './auth-secret';

const ISSUER = 'siyu';

/** Whom a token stands for: somebody, in one of their sessions. */
export interface SessionRef {
  /** Id of the account or customer. */
  holder: string;
  sessionId: string;
}

export interface SessionTokensOptions {
  /** `staff`, `member`: keys and audience are derived from it, so that a token of one kind is never one of another. */
  kind: string;
  /** Header of the access tokens, which tells the kind before anything is verified. */
  header: { alg: 'HS256'; typ: string; kid?: string };
  accessMinutes: number;
}

interface Keys {
  access: Uint8Array;
  refresh: Uint8Array;
}

/**
 * Makes and reads the tokens of one kind of sessions. Access tokens are JWTs; a refresh token is
 * `<holder>.<session>.<counter>.<signature>`. Nothing of them is stored.
 */
export class SessionTokens {
  /** How every access token of the kind begins, and no other: its header is always the same. */
  readonly beginning: string;
  private loaded?: Promise<Keys>;

  constructor(
    private readonly config: Pick<Config, 'authSecret' | 'dataDir'>,
    private readonly options: SessionTokensOptions,
  ) {
    this.beginning = `${Buffer.from(JSON.stringify(options.header)).toString('base64url')}.`;
  }

  /** Reads or makes the secret; asked for at start-up so that a bad folder is found then. */
  keys(): Promise<Keys> {
    const derive = (secret: string, purpose: string) =>
      new Uint8Array(hkdfSync('sha256', secret, '', `siyu ${this.options.kind} ${purpose} token`, 32));
    this.loaded ??= authSecret(this.config).then((secret) => ({
      access: derive(secret, 'access'),
      refresh: derive(secret, 'refresh'),
    }));
    return this.loaded;
  }

  /** @param notAfter end of the session, which the token does not outlive */
  async signAccess(
    { holder, sessionId }: SessionRef,
    now: Date,
    notAfter: Date,
  ): Promise<{ token: string; expiresAt: Date }> {
    const until = Math.min(now.getTime() + this.options.accessMinutes * 60_000, notAfter.getTime());
    const expiresAt = new Date(Math.floor(until / 1000) * 1000);
    const token = await new SignJWT({ sid: sessionId })
      .setProtectedHeader(this.options.header)
      .setSubject(holder)
      .setIssuer(ISSUER)
      .setAudience(this.audience)
      .setIssuedAt(now)
      .setExpirationTime(expiresAt)
      .sign((await this.keys()).access);
    return { token, expiresAt };
  }

  /** What an access token says; null when it is forged, expired or of another kind. */
  async readAccess(token: string, now: Date): Promise<(SessionRef & { expiresAt: Date }) | null> {
    const { access } = await this.keys();
    const { typ } = this.options.header;
    const rules = { algorithms: ['HS256'], typ, issuer: ISSUER, audience: this.audience, currentDate: now };
    const verified = await jwtVerify(token, access, { ...rules, requiredClaims: ['exp'] }).catch(() => null);
    const { sub, sid, exp } = verified?.payload ?? {};
    return isId(sub) && isId(sid) ? { holder: sub, sessionId: sid, expiresAt: new Date(exp! * 1000) } : null;
  }

  async refreshToken({ holder, sessionId }: SessionRef, counter: number): Promise<string> {
    const subject = `${holder}.${sessionId}.${counter}`;
    const signature = createHmac('sha256', (await this.keys()).refresh)
      .update(subject)
      .digest('base64url');
    return `${subject}.${signature}`;
  }

  /** Session and number of a refresh token that we made, null for any other text. */
  async readRefresh(token: string): Promise<(SessionRef & { counter: number }) | null> {
    const [holder, sessionId, count] = token.split('.', 3);
    const counter = Number(count);
    if (!isId(holder) || !isId(sessionId) || !Number.isSafeInteger(counter)) return null;
    const ours = Buffer.from(await this.refreshToken({ holder, sessionId }, counter));
    const given = Buffer.from(token);
    return ours.length === given.length && timingSafeEqual(ours, given) ? { holder, sessionId, counter } : null;
  }

  private get audience(): string {
    return `siyu:${this.options.kind}`;
  }
}
