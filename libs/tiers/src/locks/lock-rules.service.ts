import { Inject, Injectable } from '@nestjs/common';
import { CustomersQueries } from '@siyu/customers';
import { dayOf, type Clock, type Day } from '@siyu/kernel';
import { CLOCK, CONFIG, type Config } from '@siyu/platform';
import { evaluationErrors } from '../evaluation/domain/errors';
import { rankOf } from '../ladders/domain/ladder';
import { VersionsQueries } from '../ladders/versions.queries';
import { checkUntil } from './domain/locks';

/** What may be asked for, by the ladder and the calendar of now. */
@Injectable()
export class LockRules {
  constructor(
    private readonly versions: VersionsQueries,
    private readonly customers: CustomersQueries,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  now(): Date {
    return this.clock.now();
  }

  today(): Day {
    return dayOf(this.clock.now(), this.config.timeZone);
  }

  /** @throws DomainError `customers.not-found` (not-found) */
  mustExist(customerId: string): Promise<void> {
    return this.customers.mustExist(customerId);
  }

  /**
   * @throws DomainError `customers.not-found` (not-found), `tiers.no-ladder` (conflict), `tiers.tier-unknown`,
   *   `tiers.lock-until-invalid` (invalid)
   */
  async check({ customerId, tierKey, until }: { customerId: string; tierKey: string; until: Day }): Promise<void> {
    checkUntil(until, this.today());
    const version = await this.versions.inForce();
    if (!version) throw evaluationErrors.noLadder();
    if (rankOf(version.terms, tierKey) < 0) throw evaluationErrors.tierUnknown(tierKey);
    await this.mustExist(customerId);
  }
}
