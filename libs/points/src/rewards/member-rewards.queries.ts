import { Inject, Injectable } from '@nestjs/common';
import { pageOf, type Clock } from '@siyu/kernel';
import { CLOCK, Database, rows } from '@siyu/platform';
import { BalancesQueries } from '../ledger/balances.queries';
import { ProgrammesService } from '../programme/programmes.service';
import { startOfPeriod } from './domain/periods';
import { obstaclesOf, type Obstacle, type Situation } from './domain/rewards';
import type { MemberReward, MemberRewardPage, ObstacleView } from './member-rewards.dto';
import { readShelfCursor, REWARD_COLUMNS, rewardFields, shelfPlace, type ListedReward } from './rewards.queries';
import { MemberTiers } from './tiers.service';

type Offered = ListedReward & { total: number; inPeriod: number };

/** What a member can get for her points, and what she can't yet, with the reason. */
@Injectable()
export class MemberRewardsQueries {
  constructor(
    private readonly database: Database,
    private readonly balances: BalancesQueries,
    private readonly programmes: ProgrammesService,
    private readonly tiers: MemberTiers,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * What is on offer now or later, in the order of the shelf.
   *
   * @throws DomainError `page.bad-cursor` (invalid), `customers.not-found` (not-found)
   */
  async page(customerId: string, limit: number, cursor?: string): Promise<MemberRewardPage> {
    const now = this.clock.now();
    const [offered, { spendable }, tiers] = await Promise.all([
      this.offered(customerId, now, limit + 1, cursor ? readShelfCursor(cursor) : null),
      this.balances.balance(customerId),
      this.tiers.of(customerId),
    ]);
    const { items, nextCursor } = pageOf(offered, limit, shelfPlace);
    const views = items.map((reward) => {
      const { left, total, inPeriod } = reward;
      return memberReward(reward, { now, quantity: 1, spendable, left, redeemed: { total, inPeriod }, tiers });
    });
    return { items: views, nextCursor, spendable };
  }

  private async offered(
    customerId: string,
    now: Date,
    limit: number,
    after: [number, string] | null,
  ): Promise<Offered[]> {
    const { timeZone } = await this.programmes.current();
    const starts = [startOfPeriod(now, 'day', timeZone), startOfPeriod(now, 'month', timeZone)];
    return rows<Offered>(
      this.database.em,
      `select ${REWARD_COLUMNS}, mine.total, mine."inPeriod"
       from points_rewards as r left join points_reward_stocks as s on s.reward_id = r.reward_id
       cross join lateral (
         select coalesce(sum(m.quantity), 0)::bigint as total, coalesce(sum(m.quantity) filter (
           where m.created_at >= case r.limit_period when 'day' then $3::timestamptz else $4::timestamptz end
         ), 0)::bigint as "inPeriod"
         from points_redemptions as m
         where m.customer_id = $1 and m.reward_id = r.reward_id and m.state <> 'cancelled'
       ) as mine
       where r.status = 'published' and (r.valid_to is null or r.valid_to > $2)
         and ($5::integer is null or (r.sort_order, r.reward_id) > ($5::integer, $6::uuid))
       order by r.sort_order, r.reward_id limit $7`,
      [customerId, now, ...starts, ...(after ?? [null, null]), limit],
    );
  }
}

function memberReward(reward: Offered, situation: Situation): MemberReward {
  const obstacles = obstaclesOf(reward, situation);
  return { ...rewardFields(reward), redeemable: obstacles.length === 0, obstacles: obstacles.map(obstacleView) };
}

function obstacleView(obstacle: Obstacle): ObstacleView {
  return obstacle.reason === 'not-yet' ? { ...obstacle, from: obstacle.from.toISOString() } : obstacle;
}
