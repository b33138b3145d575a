import { Inject, Injectable } from '@nestjs/common';
import { DomainError, type Clock } from '@siyu/kernel';
import { CLOCK } from '../clock.token';
import { actorId, type Actor } from './actor';
import { Recollection } from './recollection';

/** How long a sign-out, a disabled account or a changed role may stay unnoticed by another process. */
const ACTOR_REMEMBERED_MS = 5000;
/** Callers whose tokens a process knows by heart: about 1 kB each. */
const MOST_REMEMBERED = 20_000;

/** What a token says of itself once it is known to be ours. */
export interface TokenClaims {
  /** What it stands for, unique among all kinds of tokens: a session, a key. */
  subject: string;
  /** Whom it was given to, where the token says so. */
  holder?: string;
  expiresAt: Date | null;
}

/**
 * One kind of bearer token. The lib that gives such tokens out registers a reader with the {@link Authenticator}, and no lib
 * knows of the others'.
 */
export interface TokenReader {
  /** How every token of the kind begins, and no other. */
  readonly prefix: string;
  /** What the token claims to stand for; null when we did not make it. Asked once per token, as long as it is remembered. */
  verify(bearer: string, now: Date): Promise<TokenClaims | null>;
  /** Who it stands for right now; null when the session is over, the key revoked. Asked every few seconds. */
  actorOf(claims: TokenClaims, now: Date): Promise<Actor | null>;
}

/**
 * Who is behind a bearer token. Two things are remembered, so that the next request with the same token costs two look-ups
 * in memory and neither cryptography nor a question to the database: that the token is ours, until it expires, and who it
 * stands for, for five seconds.
 */
@Injectable()
export class Authenticator {
  private readonly readers: TokenReader[] = [];
  private readonly tokens = new Recollection<{ claims: TokenClaims; reader: TokenReader }>(MOST_REMEMBERED);
  private readonly actors = new Recollection<Promise<Actor | null>>(MOST_REMEMBERED);

  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  register(reader: TokenReader): void {
    const rival = this.readers.find(
      ({ prefix }) => prefix.startsWith(reader.prefix) || reader.prefix.startsWith(prefix),
    );
    if (rival) throw new Error(`Two readers claim the tokens that begin with ${rival.prefix}.`);
    this.readers.push(reader);
  }

  /** @throws DomainError `auth.unauthenticated` when the token is expired, forged or revoked */
  async authenticate(bearer: string): Promise<Actor> {
    const now = this.clock.now();
    const known = this.tokens.get(bearer, now.getTime());
    const { claims, reader } = known ?? (await this.verified(bearer, now));
    const actor = await (this.actors.get(claims.subject, now.getTime()) ?? this.asked(claims, reader, now));
    if (!actor || (claims.holder && actorId(actor) !== claims.holder)) throw unauthenticated();
    // Only now, for what opens nothing must not drive out what others know by heart.
    if (!known) this.tokens.set(bearer, { claims, reader }, claims.expiresAt?.getTime() ?? Infinity);
    return actor;
  }

  /** Drops what this process remembers of a session or key, or of everybody, after something about it has changed. */
  forget(subject?: string): void {
    if (subject === undefined) this.actors.clear();
    else this.actors.forget(subject);
  }

  private async verified(bearer: string, now: Date): Promise<{ claims: TokenClaims; reader: TokenReader }> {
    const reader = this.readers.find(({ prefix }) => bearer.startsWith(prefix));
    const claims = await reader?.verify(bearer, now);
    if (!reader || !claims) throw unauthenticated();
    return { claims, reader };
  }

  private asked(claims: TokenClaims, reader: TokenReader, now: Date): Promise<Actor | null> {
    const actor = reader.actorOf(claims, now);
    this.actors.set(claims.subject, actor, now.getTime() + ACTOR_REMEMBERED_MS);
    const forget = () => this.actors.forget(claims.subject, actor);
    actor.then((found) => found || forget(), forget);
    return actor;
  }
}

function unauthenticated(): DomainError {
  return new DomainError(
    'auth.unauthenticated',
    'unauthenticated',
    'The session is over or the token is not valid; sign in.',
  );
}
