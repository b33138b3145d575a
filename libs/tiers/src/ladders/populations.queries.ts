import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@siyu/kernel';
import { CLOCK, Database, row } from '@siyu/platform';
import { translate } from './domain/ladder';
import type { TierPopulations } from './populations.dto';
import { VersionsQueries } from './versions.queries';

/** How many stand in which tier at this moment. */
@Injectable()
export class PopulationsQueries {
  constructor(
    private readonly database: Database,
    private readonly versions: VersionsQueries,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Who has no row stands in the lowest tier; who still stands by an earlier version is counted where that tier is now. */
  async now(): Promise<TierPopulations> {
    const computedAt = this.clock.now();
    const inForce = await this.versions.inForce(this.database.em, computedAt);
    const { total, counts } = await this.counts();
    const tiers = inForce?.terms.tiers ?? [];
    const customers = tiers.map(() => 0);
    for (const [key, count] of Object.entries(counts)) if (inForce) customers[translate(inForce.terms, key)]! += count;
    const elsewhere = customers.slice(1).reduce((sum, count) => sum + count, 0);
    if (inForce) customers[0] = Math.max(0, total - elsewhere);
    return {
      ladder: inForce && {
        id: inForce.ladderId,
        name: inForce.ladderName,
        version: inForce.version,
        effectiveFrom: inForce.effectiveFrom.toISOString(),
      },
      tiers: tiers.map((tier, rank) => ({ ...tier, rank, customers: customers[rank]! })),
      totalCustomers: total,
      computedAt: computedAt.toISOString(),
    };
  }

  /** One statement, so that both are counted at the same moment. */
  private async counts(): Promise<{ total: number; counts: Record<string, number> }> {
    const found = await row<{ total: number; counts: Record<string, number> | null }>(
      this.database.em,
      `select (select count(*) from customers_v) as total,
         (select jsonb_object_agg(tier_key, customers)
          from (select tier_key, count(*) as customers from tiers_members group by tier_key) t) as counts`,
    );
    return { total: found!.total, counts: found!.counts ?? {} };
  }
}
