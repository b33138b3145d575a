import { Injectable } from '@nestjs/common';
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

/** What tier customers had at moments, and what it meant then. */
@Injectable()
export class HoldingsQueries {
  constructor(
    private readonly standings: StandingsQueries,
    private readonly versions: VersionsQueries,
  ) {}

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
