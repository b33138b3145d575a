import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Clock } from '@siyu/kernel';
import { Authenticator, CLOCK, Database } from '@siyu/platform';

/** Transactions that change who may do what: this process acts on them at once, the others within seconds. */
@Injectable()
export class AccessChanges {
  constructor(
    private readonly database: Database,
    private readonly authenticator: Authenticator,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** For reads before the transaction. */
  get em(): EntityManager {
    return this.database.em;
  }

  /** @param work gets the transaction's manager and the one time at which everything in it happens */
  async transaction<Result>(work: (em: EntityManager, now: Date) => Promise<Result>): Promise<Result> {
    const now = this.clock.now();
    try {
      return await this.database.transaction((em) => work(em, now));
    } finally {
      // Not before the commit, or a request in between would bring the old state back.
      this.authenticator.forget();
    }
  }
}
