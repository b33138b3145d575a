import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@siyu/kernel';
import { CLOCK, Database, row } from '@siyu/platform';
import { StandingsQueries } from '../evaluation/standings.queries';
import { translate, type LadderVersion, type Tier } from '../ladders/domain/ladder';
import { VersionsQueries } from '../ladders/versions.queries';

/** A customer at a moment. */
export interface Moment {
  customerId: string;
  at: Date;
}

/** The tier that counted for her, as the ladder in force said it. */
export interface Holding {
  version: LadderVersion;
  rank: number;
  tier: Tier;
}

/** What a customer has now, and since when. */
export interface PresentHolding extends Holding {
  /** Null when she never left the lowest tier. */
  since: Date | null;
}

/** What tier customers had at moments, and what it meant then. */
@Injectable()
export class HoldingsQueries {
  constructor(
    private readonly database: Database,
    private readonly standings: StandingsQueries,
    private readonly versions: VersionsQueries,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Null before there is a ladder. */
  async now(customerId: string): Promise<PresentHolding | null> {
    const version = await this.versions.inForce(this.database.em, this.clock.now());
    if (!version) return null;
    const member = await row<{ tierKey: string; since: Date }>(
      this.database.em,
      'select tier_key as "tierKey", since from tiers_members where customer_id = $1',
      [customerId],
    );
    const rank = member ? translate(version.terms, member.tierKey) : 0;
    return { version, rank, tier: version.terms.tiers[rank]!, since: member?.since ?? null };
  }

  /**
   * Who never rose holds the lowest tier.
   *
   * @returns one answer per moment, in order; null where no ladder was in force
   */
  async at(moments: readonly Moment[]): Promise<(Holding | null)[]> {
    return this.told(moments, moments);
  }

  /** The same for the moment right before: a rise that counts from the very moment of an order came of that order. */
  async justBefore(moments: readonly Moment[]): Promise<(Holding | null)[]> {
    return this.told(
      moments,
      moments.map(({ customerId, at }) => ({ customerId, at: new Date(at.getTime() - 1) })),
    );
  }

  private async told(moments: readonly Moment[], standing: readonly Moment[]): Promise<(Holding | null)[]> {
    if (moments.length === 0) return [];
    const times = moments.map(({ at }) => at.getTime());
    const versions = await this.versions.between(new Date(least(times)), new Date(most(times)));
    if (versions.length === 0) return moments.map(() => null);
    const stood = await this.standings.at(standing);
    const keys = new Map(stood.map(({ customerId, at, tierKey }) => [`${customerId} ${at.getTime()}`, tierKey]));
    return moments.map(({ at }, index) => {
      const version = versions.findLast(({ effectiveFrom }) => effectiveFrom <= at);
      if (!version) return null;
      const { customerId, at: stoodAt } = standing[index]!;
      const key = keys.get(`${customerId} ${stoodAt.getTime()}`);
      const rank = key === undefined ? 0 : translate(version.terms, key);
      return { version, rank, tier: version.terms.tiers[rank]! };
    });
  }
}

/** Of any number of times; `Math.min(...)` ends at some ten thousand. */
function least(times: readonly number[]): number {
  return times.reduce((one, other) => Math.min(one, other));
}

function most(times: readonly number[]): number {
  return times.reduce((one, other) => Math.max(one, other));
}
