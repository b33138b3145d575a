import { Inject, Injectable } from '@nestjs/common';
import { DomainError, type Clock } from '@siyu/kernel';
import { CLOCK } from '../clock.token';
import { CONFIG, type Config } from '../config/config';
import { networkOf } from '../http/addresses';
import { type Actor, actorLabel } from './actor';
import { Recollection } from './recollection';

const WINDOW_MS = 60_000;
/** Callers that are counted at once; beyond, those who have been quiet longest start anew. */
const MOST_COUNTED = 50_000;

interface Window {
  count: number;
  until: number;
}

/**
 * How many requests one caller may make in a minute, which begins with the first. Counted in the memory of each process: it
 * costs a look-up per request, and with several processes a caller gets so many from each. What must hold over all of them
 * (passwords, sign-in codes) is counted in the database by those whom it concerns.
 */
@Injectable()
export class RateLimits {
  private readonly windows = new Recollection<Window>(MOST_COUNTED);
  private readonly limits: Config['rateLimits'];

  constructor(
    @Inject(CONFIG) config: Config,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.limits = config.rateLimits;
  }

  /** @throws DomainError `request.too-many` */
  countActor(actor: Actor): void {
    const limit = actor.kind === 'api-key' ? this.limits.apiKey : this.limits[actor.kind];
    if (limit > 0) this.count(actorLabel(actor), limit);
  }

  /**
   * Counts a request of nobody in particular.
   *
   * @throws DomainError `request.too-many`
   */
  countAddress(address: string): void {
    if (this.limits.public > 0) this.count(networkOf(address), this.limits.public);
  }

  private count(key: string, limit: number): void {
    const now = this.clock.now().getTime();
    const window = this.windows.get(key, now);
    if (!window) this.windows.set(key, { count: 1, until: now + WINDOW_MS }, now + WINDOW_MS);
    else if (++window.count > limit) throw tooMany(limit, Math.ceil((window.until - now) / 1000));
  }
}

function tooMany(limit: number, retryAfterSeconds: number): DomainError {
  return new DomainError('request.too-many', 'too-many', 'Too many requests; wait before the next one.', {
    extra: { retryAfterSeconds, perMinute: limit },
  });
}
