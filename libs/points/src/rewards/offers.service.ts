import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@siyu/kernel';
import { CLOCK, Database } from '@siyu/platform';
import { checkAsk, type RedemptionAsk } from './domain/asks';
import { rewardsErrors } from './domain/errors';
import { tierObstacles, timeObstacles, type Obstacle } from './domain/rewards';
import type { RewardRow } from './rewards.entities';
import { RewardsStore } from './rewards.store';
import { StocksStore } from './stocks.store';
import { MemberTiers } from './tiers.service';

/** What can be told without a lock. */
@Injectable()
export class OffersService {
  constructor(
    private readonly database: Database,
    private readonly rewards: RewardsStore,
    private readonly stocks: StocksStore,
    private readonly tiers: MemberTiers,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * The reward, if nothing speaks against it that is known at once: a crowd before an empty shelf is sent home here, before
   * it queues up for anything. What is decided here holds from this moment: a price or an end that comes later is later.
   *
   * @throws DomainError `points.reward-not-found` (not-found), `points.address-required`, `points.address-unwanted` (invalid),
   *   `points.price-changed` (conflict), `points.reward-not-published`, `points.reward-not-yet`, `points.reward-over`,
   *   `points.reward-tier`, `points.sold-out` (refused)
   */
  async find(customerId: string, ask: RedemptionAsk): Promise<RewardRow> {
    const em = this.database.em;
    const reward = await this.rewards.find(em, ask.rewardId);
    // Outside of the house a draft is not there at all.
    if (!reward || reward.status === 'draft') throw rewardsErrors.notFound();
    refuse(timeObstacles(reward, this.clock.now()));
    checkAsk(ask, reward);
    if (reward.tiers.length > 0) refuse(tierObstacles(reward, await this.tiers.of(customerId)));
    const left = await this.stocks.left(em, reward.rewardId);
    if (left !== null && left < ask.quantity) refuse([{ reason: 'sold-out' }]);
    return reward;
  }
}

function refuse([first]: Obstacle[]): void {
  if (first) throw rewardsErrors.unavailable(first);
}
