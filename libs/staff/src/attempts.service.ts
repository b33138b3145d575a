import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@siyu/kernel';
import { CLOCK, Database, networkOf } from '@siyu/platform';
import { locked } from './domain/errors';
import { ACCOUNT_PATIENCE, ADDRESS_PATIENCE } from './domain/lockout';
import { accountKey, addressKey, ThrottlesStore } from './throttles.store';
import { Turns } from './turns';

/** Two cores' worth of hashing at once, and no longer a queue than is worked off in a few seconds. */
const AT_ONCE = 2;
const MOST_PENDING = 200;

export interface Attempt<Result> {
  result: Result | null;
  /** The account is closed from now on. */
  closed: boolean;
}

/** Guessing a password is slow for whoever does it, by account and by address. */
@Injectable()
export class AttemptsService {
  private readonly turns = new Turns(AT_ONCE, MOST_PENDING);

  constructor(
    private readonly database: Database,
    private readonly throttles: ThrottlesStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Lets `check` compare a password; null from it is a failure that counts.
   *
   * @param from network address of the caller
   * @throws DomainError `auth.locked`, `auth.busy`
   */
  async attempt<Result>(email: string, from: string, check: () => Promise<Result | null>): Promise<Attempt<Result>> {
    const account = accountKey(email);
    const address = addressKey(networkOf(from));
    return this.turns.take(account, async () => {
      const closed = await this.claim(account, address);
      const result = await check();
      if (result === null) return { result, closed };
      await this.database.transaction(async (em) => {
        await this.throttles.forget(em, account);
        await this.throttles.takeBack(em, address);
      });
      return { result, closed: false };
    });
  }

  /** Accounts before addresses, always, so that simultaneous attempts don't wait for each other in a circle. */
  private claim(account: string, address: string): Promise<boolean> {
    const now = this.clock.now();
    return this.database.transaction(async (em) => {
      const ofAccount = await this.throttles.claim(em, account, ACCOUNT_PATIENCE, now);
      const ofAddress = ofAccount && (await this.throttles.claim(em, address, ADDRESS_PATIENCE, now));
      if (ofAddress) return ofAccount.closedUntil !== null;
      const until = await this.throttles.closedUntil(em, ofAccount ? address : account);
      throw locked(Math.max(1, Math.ceil(((until?.getTime() ?? 0) - now.getTime()) / 1000)));
    });
  }
}
