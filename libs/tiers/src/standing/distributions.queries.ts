import { Inject, Injectable } from '@nestjs/common';
import { addDays, dayOf, daysBetween, type Clock, type Day } from '@siyu/kernel';
import { CLOCK, CONFIG, Database, rows, type Config } from '@siyu/platform';
import { translate, type LadderVersion } from '../ladders/domain/ladder';
import { VersionsQueries } from '../ladders/versions.queries';
import type { DistributionQuery, TierDistribution, TierSeries } from './distributions.dto';
import { standingErrors } from './domain/errors';

const USUAL_DAYS = 90;
const MOST_DAYS = 1100;

interface DayRow {
  day: Day;
  key: string;
  name: string;
  rank: number;
  customers: number;
}

/** How many customers stand where, and stood. */
@Injectable()
export class DistributionsQueries {
  constructor(
    private readonly database: Database,
    private readonly versions: VersionsQueries,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws DomainError `tiers.range-invalid` (invalid) */
  async between(asked: DistributionQuery): Promise<TierDistribution> {
    const now = this.clock.now();
    const to = asked.to ?? dayOf(now, this.config.timeZone);
    const from = asked.from ?? addDays(to, -USUAL_DAYS);
    const length = daysBetween(from, to);
    if (length < 0 || length > MOST_DAYS) throw standingErrors.rangeInvalid(MOST_DAYS);
    const [version, days] = [await this.versions.inForce(), await this.days(from, to)];
    const counts = version ? await this.now(version) : [];
    const present = (version?.terms.tiers ?? []).map(({ key, name, colour }, rank) => ({
      ...{ key, name, colour, rank },
      customers: counts[rank] ?? 0,
    }));
    const former = days.filter(({ key }) => !present.some((tier) => tier.key === key));
    const gone = [...new Map(former.map(({ key, name, rank }) => [key, { key, name, rank }])).values()];
    const tiers = [...present, ...gone.map((tier) => ({ ...tier, colour: null, customers: null }))];
    return { from, to, tiers: tiers.map((tier) => withDays(tier, days)), computedAt: now };
  }

  private days(from: Day, to: Day): Promise<DayRow[]> {
    return rows<DayRow>(
      this.database.em,
      `select day::text, tier_key as key, tier_name as name, rank, customers from tiers_days
       where day between $1 and $2 order by day, rank`,
      [from, to],
    );
  }

  /** Customers by rank: who has no row stands in the lowest tier. */
  private async now({ terms }: LadderVersion): Promise<number[]> {
    const found = await rows<{ key: string | null; customers: number }>(
      this.database.em,
      `select tier_key as key, count(*) as customers from tiers_members group by tier_key
       union all
       select null, (select count(*) from customers_v) - (select count(*) from tiers_members)`,
    );
    const counts = terms.tiers.map(() => 0);
    for (const { key, customers } of found) counts[key === null ? 0 : translate(terms, key)]! += customers;
    return counts;
  }
}

function withDays(tier: Omit<TierSeries, 'days'>, days: readonly DayRow[]): TierSeries {
  const own = days.filter(({ key }) => key === tier.key);
  return { ...tier, days: own.map(({ day, customers }) => ({ day, customers })) };
}
