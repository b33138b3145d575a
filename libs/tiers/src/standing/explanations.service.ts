import { Inject, Injectable } from '@nestjs/common';
import { dayOf, type Clock, type Day } from '@siyu/kernel';
import { CLOCK, CONFIG, type Config } from '@siyu/platform';
import { figuresOf } from '../evaluation/domain/figures';
import type { LadderVersion } from '../ladders/domain/ladder';
import { VersionsQueries } from '../ladders/versions.queries';
import { ContributionsQueries } from './contributions.queries';
import { earliestOf, type History } from './domain/contributions';
import { explain, type Standing } from './domain/explanation';
import type { CustomerTier, MyTier } from './explanations.dto';
import { explanationView, NO_LADDER } from './explanations.views';
import type { CustomerStanding } from './members.queries';
import { moveForMember } from './moves.dto';
import { MovesQueries } from './moves.queries';
import { SettledMembers } from './settled-members.service';

/** Why customers stand where they stand, for staff and for themselves. */
@Injectable()
export class ExplanationsService {
  constructor(
    private readonly settled: SettledMembers,
    private readonly contributions: ContributionsQueries,
    private readonly moves: MovesQueries,
    private readonly versions: VersionsQueries,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * What is due is decided before it is shown: nobody is told of a tier that is over.
   *
   * @throws DomainError `customers.not-found` (not-found)
   */
  async explain(customerId: string): Promise<CustomerTier> {
    const now = this.clock.now();
    const today = dayOf(now, this.config.timeZone);
    const version = await this.versions.inForce();
    const found = await this.settled.get(customerId, version, today);
    const why = await this.moves.last(customerId);
    const told = version ? explanationView(await this.told(customerId, found, version, today), version) : NO_LADDER;
    return { customerId, ...told, why, computedAt: now };
  }

  /** The same for herself, without what only the house is to know. */
  async explainToMember(customerId: string): Promise<MyTier> {
    const { why, ...told } = await this.explain(customerId);
    return { ...told, why: why && moveForMember(why) };
  }

  private async told(
    customerId: string,
    { member, memberSince }: CustomerStanding,
    version: LadderVersion,
    today: Day,
  ) {
    const { terms } = version;
    const reckoned = [today, ...[member?.roseOn, member?.validUntil].filter((day) => typeof day === 'string')];
    const from = earliestOf(figuresOf(terms), reckoned, memberSince);
    const contributions = await this.contributions.of(customerId, terms.currency, from, this.config.timeZone);
    const history: History = { memberSince, contributions };
    return explain(terms, member && standingOf(member), history, today);
  }
}

function standingOf(member: NonNullable<CustomerStanding['member']>): Standing {
  const { lockId, lockKey, lockUntil, lockMayRise } = member;
  const lock = lockId === null ? null : { tierKey: lockKey!, until: lockUntil!, mayRise: lockMayRise! };
  return { ...member, lock };
}
